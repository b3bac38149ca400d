package org.rongyi.city.ui;

import org.rongyi.definitions.Words;

/// What all rooms know of names ([KnownNames]), for texts in both languages; a page asks [Page#named].
public interface EnglishNames {
    /// The name itself where no room knows it. Of a person with a department before the name (`市监 王某`) the
    /// department.
    String of(String chinese);

    default Words words(String chinese) {
        return new Words(chinese, of(chinese));
    }
}
