package org.rongyi.city.ui;

import java.util.List;

/// What an administrator should look at now. Implemented by the rooms in which something can be left lying.
public interface Attention {
    /// Empty while all is well.
    List<Link> forAdministrators();
}
