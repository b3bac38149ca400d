package org.rongyi.city.interactions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;

/// Something that a department and a firm had to do with each other.
///
/// @param name of the official; empty where no single one did it
/// @param trigger id of the lead or order for which it does not count; null: it counts as its kind does
public record Interaction(
        long id,
        CreditCode firm,
        Kind kind,
        LocalDate day,
        String unit,
        String name,
        String words,
        @Nullable String trigger) {
    public static final int LONGEST_WORDS = 500;

    /// Which of them count as too often is the city's to say.
    public enum Kind {
        VISIT("走访", "Visit"),
        CALL("电话", "Call"),
        MEETING("见面会", "Meeting"),
        SURVEY("问卷调查", "Survey"),
        SITE_CHECK("现场核查", "Site check"),
        INSPECTION("检查", "Inspection");

        private final Words words;

        Kind(String zh, String en) {
            words = new Words(zh, en);
        }

        public Words words() {
            return words;
        }
    }
}
