package org.rongyi.city.policies;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.rules.Explanation;
import org.rongyi.rules.Outcome;

/// One policy judged for one firm on one day.
///
/// @param amountYuan what the firm may expect, in yuan; null when not computable
/// @param nearly a failed match one step away: exactly one condition fails, by a number or date within reach
public record Match(
        PolicyDefinition policy,
        PolicyDefinition.Version version,
        LocalDate asOf,
        Outcome outcome,
        List<Judged> conditions,
        SortedSet<String> missing,
        boolean nearly,
        @Nullable BigDecimal amountYuan) {
    /// One condition with its reasons.
    public record Judged(PolicyDefinition.Condition condition, Explanation explanation) {}
}
