package org.rongyi.city.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;

/// A licence as it was issued, and how it stands.
///
/// @param document the identifier inside the file, which the code on it leads to
/// @param number   after GB/T 36904
/// @param unit     the department that issued it, as its officers call it
/// @param validUntil last day; null: without end
public record Licence(
        String document,
        String number,
        String type,
        Words name,
        CreditCode firm,
        String holder,
        String unit,
        State state,
        Instant issuedAt,
        @Nullable LocalDate validUntil) {
    public enum State {
        VALID(new Words("有效", "valid")),
        SUSPENDED(new Words("暂停使用", "suspended")),
        EXPIRED(new Words("已过期", "expired")),
        REVOKED(new Words("已吊销", "revoked")),
        CANCELLED(new Words("已注销", "cancelled"));

        private final Words words;

        State(Words words) {
            this.words = words;
        }

        public Words words() {
            return words;
        }

        /// What an officer may make of it. Revoked and cancelled are ends.
        public List<State> next() {
            return switch (this) {
                case VALID -> List.of(SUSPENDED, REVOKED, CANCELLED);
                case SUSPENDED -> List.of(VALID, REVOKED, CANCELLED);
                case EXPIRED -> List.of(CANCELLED);
                case REVOKED, CANCELLED -> List.of();
            };
        }
    }

    /// How it stands on a day: what has run out is expired, whatever else was not said.
    public State on(LocalDate day) {
        boolean over = validUntil != null && day.isAfter(validUntil);
        return over && state == State.VALID ? State.EXPIRED : state;
    }
}
