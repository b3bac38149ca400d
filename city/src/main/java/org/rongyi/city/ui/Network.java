package org.rongyi.city.ui;

import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Words;

/// One of the great doors of the city in the header.
///
/// @param key what a page passes to the layout to mark where the visitor is
/// @param href null when it is not open yet: then it is shown as such and leads nowhere
public record Network(
        String key, Words name, Words promise, @Nullable String href) {
    public boolean open() {
        return href != null;
    }
}
