package org.rongyi.city.enterprises;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What a source adds about one of its facts.
///
/// @param confidence from 0 to 1 when the value was inferred, null when the source knows it. An inferred value only
/// fills a gap, and below [Portrait#ENOUGH_CONFIDENCE] no rule reads it
/// @param text a remark for people, such as that the source's text was cut
public record FactNote(
        @Nullable BigDecimal confidence, @Nullable String text) {
    public static FactNote inferred(BigDecimal confidence) {
        return new FactNote(confidence, null);
    }

    public static FactNote remark(String text) {
        return new FactNote(null, text);
    }
}
