package org.rongyi.city.appeals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Words;

/// What the department that has an appeal asked of another one, and what came of it.
///
/// @param number of the case that it is in the department asked
/// @param dueAt null once it is answered, and while the calendar does not reach
/// @param answer what was answered, or why not; empty while nothing was
public record Contribution(
        long id,
        long appealId,
        long caseId,
        String number,
        String unit,
        String question,
        Instant askedAt,
        State state,
        @Nullable Instant dueAt,
        String answer,
        @Nullable Instant answeredAt) {
    public enum State {
        ASKED("等意见", "Waiting"),
        GIVEN("已给意见", "Given"),
        DECLINED("说不归它", "Not its business"),
        TAKEN_BACK("不用答了", "No longer needed");

        private final Words words;

        State(String zh, String en) {
            words = new Words(zh, en);
        }

        public Words words() {
            return words;
        }
    }

    public boolean open() {
        return state == State.ASKED;
    }
}
