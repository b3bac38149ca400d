package org.rongyi.city.privatesector;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.privatesector.Opportunities.Look;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;

/// A firm says what finance it needs, and to which units; those answer. No answer is a promise of credit.
public interface FinanceNeeds {
    int LONGEST_TEXT = 500;
    int LONGEST_CONTACT = 100;
    int MOST_MONTHS = 360;

    /// Asks for a mandate to apply.
    ///
    /// @return empty when it is there, otherwise what is wrong
    Set<Fault> state(NewNeed what, Acting who);

    /// The firm's, newest first. Asks for a mandate to see.
    List<Need> of(Acting who);

    /// Of this firm, with what it was answered and who looked.
    Optional<Told> find(long id, Acting who);

    boolean close(long id, Outcome outcome, Acting who);

    /// What the officer's unit was let read and nobody has closed, the oldest first.
    List<Need> waiting(Acting officer);

    /// The same one, with the answers of this unit; the look is on record.
    Optional<Told> open(long id, Acting officer);

    boolean answer(long id, String words, Acting officer);

    /// @param units of the city's file that may read it
    record NewNeed(
            @Nullable BigDecimal amountWan,
            int months,
            String purpose,
            String security,
            String contact,
            Set<String> units) {}

    enum Fault {
        AMOUNT,
        MONTHS,
        PURPOSE,
        SECURITY,
        CONTACT,
        UNITS
    }

    enum Outcome {
        FOUND("融到了", "Finance was found"),
        NOT_FOUND("没融到", "None was found"),
        NO_LONGER("不需要了", "Not needed any longer");

        private final Words words;

        Outcome(String zh, String en) {
            words = new Words(zh, en);
        }

        public Words words() {
            return words;
        }
    }

    /// @param outcome null while it is open
    record Need(
            long id,
            CreditCode firm,
            BigDecimal amountWan,
            int months,
            String purpose,
            String security,
            String contact,
            List<String> units,
            Instant at,
            @Nullable Outcome outcome,
            int answers) {}

    record Answer(Instant at, String unit, String name, String words) {}

    record Told(Need need, List<Answer> answers, List<Look> looks) {}
}
