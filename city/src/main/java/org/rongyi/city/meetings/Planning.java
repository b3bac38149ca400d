package org.rongyi.city.meetings;

import java.util.Set;

/// What became of the wish to plan a meeting.
public sealed interface Planning {
    record Planned(long id) implements Planning {}

    record Refused(Set<Fault> faults) implements Planning {
        public Refused {
            faults = Set.copyOf(faults);
        }
    }

    /// It is over or closed, or there is none.
    record TooLate() implements Planning {}

    enum Fault {
        /// The department owes no meeting of this series.
        SERIES,
        THEME,
        HOST,
        PLACE,
        /// It does not start after now, or more than two years later.
        STARTS,
        /// It does not end after it starts, or more than a day later.
        ENDS,
        /// Signing up does not end between now and its start.
        SIGN_UP,
        SEATS,
        /// It is moved, and nobody says why.
        REASON
    }
}
