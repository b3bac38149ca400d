package org.rongyi.rules;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// How far a comparison is from its threshold.
///
/// @param element    the element compared, or null where an expression is (`a / b >= 0.03`)
/// @param comparison how the value must stand to the threshold (`1000 <= x` reads: x AT_LEAST 1000)
/// @param value      `BigDecimal`, `LocalDate` or `Duration` on the element's side
/// @param threshold  of the same class as the value; for a range the bound that binds
/// @param distance   ≥ 0 slack, < 0 gap; in the element's unit, or in days. 0 under MORE_THAN and LESS_THAN just fails
public record Margin(
        @Nullable Element element,
        Comparison comparison,
        Object value,
        Object threshold,
        BigDecimal distance,
        Unit unit) {

    /// How the value must stand to the threshold.
    public enum Comparison {
        AT_LEAST,
        MORE_THAN,
        AT_MOST,
        LESS_THAN,
        EQUAL_TO
    }

    /// What the distance counts.
    public enum Unit {
        NUMBER,
        DAYS
    }
}
