package org.rongyi.city.utilities;

import java.util.Optional;

/// What connects the city to an operator's own system; what it promises stands in docs/UTILITIES.md.
interface OperatorSystem {
    /// Sends what was surveyed. The same key twice is one.
    Answer send(String key, Surveyed what);

    /// What the operator offers or refuses.
    Look look(String reference);

    /// An application as far as it concerns one operator, and the record that it accepts.
    record Surveyed(Connection connection, Connection.Request request, SurveyRecord record) {}

    sealed interface Answer {
        record Taken(String reference) implements Answer {}

        record Refused(String why) implements Answer {}

        /// Nobody knows whether it arrived: it is sent again under the same key.
        record Unreached(String why) implements Answer {}
    }

    sealed interface Look {
        record Plan(NewPlan plan) implements Look {}

        record Refusal(String reason, String basis) implements Look {}

        record NothingYet() implements Look {}

        record Unreached(String why) implements Look {}
    }

    /// Those that are connected, by utility; the others' officers offer plans by hand.
    interface All {
        Optional<OperatorSystem> of(String utility);

        boolean any();
    }
}
