package org.rongyi.city.enterprises;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What a source adds about one of its facts.
///
/// @param confidence from 0 to 1 when the value was inferred, null when the source knows it. An inferred value only
/// fills a gap, and below [Portrait#ENOUGH_CONFIDENCE] no rule reads it
public record FactNote(
        @Nullable BigDecimal confidence, @Nullable Remark remark) {
    public enum Remark {
        /// The source's text ends before its end.
        CUT,
        /// The place was read out of the address.
        FROM_ADDRESS,
        /// The place is that of the authority which gave the credit code.
        FROM_CREDIT_CODE
    }

    /// Whether rules may rely on a value with this note, or with none.
    public static boolean sureEnough(@Nullable FactNote note) {
        BigDecimal confidence = note == null ? null : note.confidence();
        return confidence == null || confidence.compareTo(Portrait.ENOUGH_CONFIDENCE) >= 0;
    }

    public static FactNote inferred(BigDecimal confidence) {
        return new FactNote(confidence, null);
    }

    public static FactNote of(Remark remark) {
        return new FactNote(null, remark);
    }
}
