package org.rongyi.city.utilities;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rongyi.city.identity.Acting;

/// What operators and authorities do: they read an application in which they have a part, and operators offer plans.
/// Refusing, accepting works and beginning supply are events of the case, brought about where cases are worked on.
public interface OperatorDesk {
    /// With something open for the officer's department, the oldest first.
    List<Connection> open(Acting officer);

    /// The look is on record, and the firm sees it. Empty where the department has no part in it.
    Optional<Connection> find(long id, Acting officer);

    /// What the operator's own system could not do, for its officer; empty: nothing.
    String left(long id, String utility, Acting officer);

    Offering offer(long id, String utility, NewPlan plan, Acting officer);

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
        WORDS("怎么接"),
        METRES("外线长度"),
        KILOVOLTS("电压"),
        QUOTE("报价"),
        /// It holds no day longer than today, or more than a year.
        VALID_UNTIL("报价有效期"),
        /// More than the rule of the city allows for works of this length.
        WORKS_DAYS("施工天数"),
        PERMITS("许可");

        private final String field;

        Fault(String field) {
            this.field = field;
        }

        String field() {
            return field;
        }
    }
}
