package org.rongyi.city.appeals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.AreaCode;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;

/// An appeal as it was accepted. How it stands is told by its case.
///
/// @param code with the number it opens the appeal to whoever sent it, without an account
/// @param title the beginning of what was said
/// @param category code of a leaf; null while nobody is sure
/// @param type how many working days it has
/// @param mergedInto number of the appeal that goes on in its place
public record Appeal(
        long id,
        long caseId,
        String number,
        String code,
        Channel channel,
        String title,
        String words,
        String place,
        @Nullable AreaCode area,
        Reporter reporter,
        @Nullable String category,
        String type,
        Instant at,
        @Nullable String mergedInto) {
    public enum Channel {
        WEB("网页", "Web page"),
        CALL("电话", "Call"),
        OPEN311("Open311", "Open311"),
        MAIL("电子邮件", "E-mail"),
        MEETING("见面", "Meeting"),
        INSPECTION("走访、检查", "Visit or inspection"),
        GRID("网格", "Grid");

        private final Words words;

        Channel(String zh, String en) {
            words = new Words(zh, en);
        }

        public Words words() {
            return words;
        }

        /// Somebody else took it down: number and code passed through other hands before the reporter had them.
        public boolean takenDown() {
            return this == CALL || this == GRID || this == INSPECTION;
        }
    }

    /// Who said it. Nothing of it stands in the case: those who handle it ask for it, and that is on record.
    ///
    /// @param who as the reporter wrote it: name and how to be reached
    /// @param firm for which the reporter acted
    /// @param account of whoever was signed in
    /// @param confidential the department does not learn who it was
    public record Reporter(
            String who, @Nullable CreditCode firm, @Nullable String account, boolean confidential) {}
}
