package org.rongyi.city.utilities;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rongyi.city.identity.Acting;

/// What operators and authorities do: they read an application in which they have a part, and operators offer plans.
/// Refusing, accepting works and beginning supply are events of the case, brought about where cases are worked on.
public interface OperatorDesk {
    /// With something open for the officer's department: what waits for it first, and there the longest first.
    List<Connection.Brief> open(Acting officer, int offset, int limit);

    long openCount(Acting officer);

    /// Where that is, by district.
    List<Site> sites(Acting officer);

    /// The look is on record, and the firm sees it. Empty where the department has no part in it.
    Optional<Connection> find(long id, Acting officer);

    /// What the operator's own system could not do, for its officer.
    Left left(long id, String utility, Acting officer);

    Offering offer(long id, String utility, NewPlan plan, Acting officer);

    /// @param area code of the district; empty: not known
    /// @param open applications with something open for the department
    /// @param ahead surveys of its crews that are booked, and have not begun
    record Site(String area, int open, int ahead) {}

    sealed interface Left {
        record Nothing() implements Left {}

        /// It took or offered nothing.
        ///
        /// @param reason in its own words; empty: it gave none
        record Refused(String reason) implements Left {}

        /// It offered a plan that could not be put before the firm.
        record FaultyPlan(Set<Fault> faults) implements Left {
            public FaultyPlan {
                faults = Set.copyOf(faults);
            }
        }
    }

    sealed interface Offering {
        record Offered() implements Offering {}

        record Refused(Set<Fault> faults) implements Offering {
            public Refused {
                faults = Set.copyOf(faults);
            }
        }

        /// It was not surveyed, or has a plan, or is another operator's.
        record NotNow() implements Offering {}
    }

    enum Fault {
        WORDS,
        METRES,
        /// None, where the city's rules ask for the voltage.
        KILOVOLTS,
        QUOTE,
        /// It holds no day longer than today, or more than a year.
        VALID_UNTIL,
        /// More than the rule of the city allows for works of this length.
        WORKS_DAYS,
        PERMITS
    }
}
