package org.rongyi.city.enterprises;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;

/// A firm says that a department's fact about it is wrong; the source department answers.
///
/// @param source the department whose fact it is, and who must answer; of an inferred value the one that the
/// dictionary names
/// @param asOf the day of the contested fact
/// @param claimedValue what the firm says is right; null when it only says that the value is wrong
/// @param dueOn day by which the department must have answered ([Contests#LIMIT_WORKING_DAYS]); null when the city's
/// working calendar does not reach so far
public record Contest(
        long id,
        CreditCode firm,
        String firmName,
        String element,
        String source,
        LocalDate asOf,
        Object contestedValue,
        @Nullable Object claimedValue,
        String reason,
        Instant openedAt,
        @Nullable LocalDate dueOn,
        State state,
        @Nullable String answer,
        @Nullable Instant answeredAt) {
    public enum State {
        OPEN,
        UPHELD,
        REJECTED
    }

    public boolean overdue(LocalDate today) {
        return state == State.OPEN && dueOn != null && today.isAfter(dueOn);
    }
}
