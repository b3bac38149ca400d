package org.rongyi.rules;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The value that a rule gives about one row, such as an amount.
public sealed interface Answer {

    /// Everything needed is there.
    ///
    /// @param value of the rule's type; null where FEEL gives null (a division by zero, an `else null`)
    record Known(@Nullable Object value) implements Answer {}

    /// The value hangs on elements that are missing.
    ///
    /// @param missing ids of stored elements; never empty
    record Unknown(SortedSet<String> missing) implements Answer {
        public Unknown {
            if (missing.isEmpty()) {
                throw new IllegalArgumentException("an unknown answer names what is missing");
            }
            missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
        }
    }
}
