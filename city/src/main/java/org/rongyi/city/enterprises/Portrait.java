package org.rongyi.city.enterprises;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.rules.Row;

/// What is known of a firm on a day: for each element the latest fact that was valid then.
///
/// A contested fact stays, marked: a rule that reads it sees it as missing, so it never counts against the firm.
public record Portrait(CreditCode firm, LocalDate asOf, Map<String, Fact> facts) implements Row {
    /// One value with where it comes from.
    public record Fact(
            Object value,
            String source,
            FactReport.Origin origin,
            LocalDate asOf,
            Instant recordedAt,
            boolean contested) {}

    @Override
    public @Nullable Object value(String elementId) {
        Fact fact = facts.get(elementId);
        return fact == null || fact.contested() ? null : fact.value();
    }
}
