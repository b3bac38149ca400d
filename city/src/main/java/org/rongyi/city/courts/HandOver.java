package org.rongyi.city.courts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;

/// What a firm hands over to the courts' platform, and where it stands there.
///
/// @param matter id of what it is about; step: of what is wanted there
/// @param amountYuan null: it is not about an amount
/// @param consentedBy name of who agreed to the hand-over; null: nobody yet
/// @param reference what the platform calls it
/// @param address of the case on the platform; empty: none was named
/// @param refused why the platform did not take it; empty: it did, or was not asked
/// @param stages the last one first
public record HandOver(
        long id,
        CreditCode firm,
        State state,
        String matter,
        String step,
        String opponent,
        String claim,
        @Nullable BigDecimal amountYuan,
        Instant createdAt,
        @Nullable String consentedBy,
        @Nullable Instant consentedAt,
        @Nullable Instant handedAt,
        @Nullable String reference,
        String address,
        String refused,
        List<File> files,
        List<Stage> stages) {
    public enum State {
        DRAFT("还没交", "Not handed over"),
        SENDING("正在交给法院平台", "On its way to the courts' platform"),
        HANDED("已交给法院平台", "Handed over"),
        REFUSED("法院平台没有收", "Not taken by the platform"),
        ENDED("法院那边已经结束", "Ended at the court");

        private final Words words;

        State(String zh, String en) {
            words = new Words(zh, en);
        }

        public Words words() {
            return words;
        }
    }

    public boolean draft() {
        return state == State.DRAFT || state == State.REFUSED;
    }

    /// @param paper id of the paper that it is
    /// @param sha256 of its content; the content itself is gone once it was handed over
    public record File(long id, String paper, String name, String type, int size, String sha256) {}

    public record Stage(
            Words name, LocalDate since, @Nullable Instant meetsAt, String place, Instant seenAt) {}
}
