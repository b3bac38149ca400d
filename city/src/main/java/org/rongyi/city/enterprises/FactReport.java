package org.rongyi.city.enterprises;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;

/// What one source says about one firm as of one day: appended, never changed.
///
/// @param source source department, e.g. 税务; [#SELF_DECLARED] when the firm itself says it, [#INFERRED] when it was
/// concluded from other data
/// @param facts element id → value as the dictionary types it (BigDecimal, String, Set, Boolean, LocalDate); null
/// withdraws what the source said before
/// @param notes element id → remark, for some of the facts
public record FactReport(
        CreditCode firm,
        String source,
        Origin origin,
        LocalDate asOf,
        Map<String, ? extends @Nullable Object> facts,
        Map<String, FactNote> notes,
        String recordedBy) {
    public static final String SELF_DECLARED = "企业自报";
    public static final String INFERRED = "推断";

    public enum Origin {
        GENERATED,
        IMPORTED,
        /// A department said it in a decision on an application.
        DECIDED,
        SELF_DECLARED,
        CORRECTED
    }

    public FactReport {
        if (source.equals(SELF_DECLARED) != (origin == Origin.SELF_DECLARED)) {
            throw new IllegalArgumentException("report of " + firm + " from source (" + source + ") has origin ("
                    + origin + "): what a firm declares has both, what a department says has neither");
        }
        if (facts.isEmpty()) {
            throw new IllegalArgumentException("report of " + firm + " from source (" + source + ") has no facts");
        }
    }

    public FactReport(
            CreditCode firm,
            String source,
            Origin origin,
            LocalDate asOf,
            Map<String, ? extends @Nullable Object> facts,
            String recordedBy) {
        this(firm, source, origin, asOf, facts, Map.of(), recordedBy);
    }
}
