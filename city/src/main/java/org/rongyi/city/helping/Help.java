package org.rongyi.city.helping;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;

/// Somebody asked for help, and who gives it.
///
/// @param account who asked
/// @param firm for which; null: for oneself
/// @param aboutId of the item or journey; empty for anything else
/// @param draft the application that it is about
/// @param helper account of the one who helps now
/// @param unit of the helper
/// @param closedAt null while it goes on
public record Help(
        long id,
        String account,
        String name,
        @Nullable CreditCode firm,
        About about,
        String aboutId,
        @Nullable Long draft,
        String words,
        Instant askedAt,
        String helper,
        String helperName,
        String unit,
        @Nullable Instant closedAt) {
    public static final int LONGEST_WORDS = 1000;

    public enum About {
        ITEM,
        JOURNEY,
        OTHER
    }

    public boolean open() {
        return closedAt == null;
    }

    /// A line of the talk.
    ///
    /// @param words of the house in both languages; what people wrote is the same in both
    public record Message(long id, Instant at, Side side, String account, String name, Words words) {}

    public enum Side {
        ASKER,
        HELPER,
        /// What happened: somebody was named, let in, or ended it.
        HOUSE
    }

    /// @param unread lines of the others that the reader has not had before them
    public record Line(Help help, int unread) {}

    /// What whoever was helped says of it.
    ///
    /// @param stars 1 to 5
    public record Rating(int stars, String words) {
        public static final int LONGEST = 500;
    }

    /// A helper opened it.
    public record Look(Instant at, String name, String department) {}
}
