package org.rongyi.city.helping;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;

/// What whoever was helped says of it.
public interface HelpRatings {
    /// Once, after its end, by whoever may go on with it.
    ///
    /// @return false while it goes on, when it was rated before, and when it is not theirs
    boolean rate(long help, Help.Rating rating, Acting by);

    /// Whoever calls answers for who reads it.
    Optional<Help.Rating> of(Help help);

    /// What all who were helped say in a year: public. No helper is named.
    Rated lately();

    /// @param mean of 1 to 5; null where too few rated
    record Rated(int ratings, @Nullable Double mean) {
        public static final int FEWEST = 5;
    }
}
