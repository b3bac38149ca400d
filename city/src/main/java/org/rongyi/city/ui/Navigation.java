package org.rongyi.city.ui;

import java.util.List;

/// What stands in the header and the footer of every page. Implemented by the room that gathers the others.
public interface Navigation {
    List<Network> networks();

    List<Link> footer();
}
