package org.rongyi.city.enterprises;

import java.time.LocalDate;
import java.util.Map;
import org.rongyi.city.vocabulary.CreditCode;

/// What one source says about one firm as of one day: appended, never changed.
///
/// @param source source department, e.g. 税务; [#SELF_DECLARED] when the firm itself says it
/// @param facts element id → value as the dictionary types it (BigDecimal, String, Set, Boolean, LocalDate)
public record FactReport(
        CreditCode firm, String source, Origin origin, LocalDate asOf, Map<String, Object> facts, String recordedBy) {
    public static final String SELF_DECLARED = "企业自报";

    public enum Origin {
        GENERATED,
        IMPORTED,
        SELF_DECLARED,
        CORRECTED
    }
}
