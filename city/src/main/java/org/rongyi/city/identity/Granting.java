package org.rongyi.city.identity;

import java.util.Set;

/// What became of the wish to let someone act for a firm.
public sealed interface Granting {
    record Granted(Mandate mandate) implements Granting {}

    /// @param faults all of them, not the first
    record Refused(Set<Fault> faults) implements Granting {}

    enum Fault {
        /// Account and name do not belong to one person; which of the two is wrong is not said.
        UNKNOWN_PERSON,
        /// The person already acts for the firm: the old mandate is to be revoked first.
        ALREADY_ACTS,
        NO_PURPOSE,
        /// A mandate needs a last day, today or later.
        NO_LAST_DAY,
        LAST_DAY_PAST,
        /// Further than [Mandates#LONGEST_YEARS] away: a mandate that nobody remembers is a hole.
        LAST_DAY_TOO_FAR
    }
}
