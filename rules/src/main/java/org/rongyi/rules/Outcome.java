package org.rongyi.rules;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// The three answers of a condition about one row.
public sealed interface Outcome {

    /// The condition is true.
    record Holds() implements Outcome {}

    /// The condition is not true: it is false, or FEEL's null (a division by zero, say). No missing element can change
    /// it.
    record Fails() implements Outcome {}

    /// The condition hangs on elements that are missing.
    ///
    /// @param missing ids of the stored elements that can still change the outcome; never empty
    record Unknown(SortedSet<String> missing) implements Outcome {
        public Unknown {
            if (missing.isEmpty()) {
                throw new IllegalArgumentException("an unknown outcome names what is missing");
            }
            missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
        }
    }
}
