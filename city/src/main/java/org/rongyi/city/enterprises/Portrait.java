package org.rongyi.city.enterprises;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.rules.Row;

/// What is known of a firm on a day: for each stored element the latest fact that was valid then.
///
/// What a department says overrules what the firm declared, and that overrules what was inferred, however old: a
/// declaration or an inference only fills a gap. A contested fact stays, marked: a rule that reads it sees it as
/// missing, so it never counts against the firm. The same holds for a value inferred with too little confidence.
public record Portrait(CreditCode firm, LocalDate asOf, Map<String, Fact> facts) implements Row {
    /// From here on an inferred value counts as known for rules.
    public static final BigDecimal ENOUGH_CONFIDENCE = new BigDecimal("0.7");

    /// One value with where it comes from.
    public record Fact(
            Object value,
            String source,
            FactReport.Origin origin,
            LocalDate asOf,
            Instant recordedAt,
            boolean contested,
            @Nullable FactNote note) {
        public Fact(
                Object value,
                String source,
                FactReport.Origin origin,
                LocalDate asOf,
                Instant recordedAt,
                boolean contested) {
            this(value, source, origin, asOf, recordedAt, contested, null);
        }

        public boolean selfDeclared() {
            return origin == FactReport.Origin.SELF_DECLARED;
        }

        /// How sure an inferred value is, from 0 to 1; null when the source knows the value.
        public @Nullable BigDecimal confidence() {
            return note == null ? null : note.confidence();
        }

        public boolean sureEnough() {
            return FactNote.sureEnough(note);
        }

        /// Whether rules may rely on the value.
        public boolean countsForRules() {
            return !contested && sureEnough();
        }
    }

    public Optional<Fact> fact(String elementId) {
        return Optional.ofNullable(facts.get(elementId));
    }

    @Override
    public @Nullable Object value(String elementId) {
        Fact fact = facts.get(elementId);
        return fact == null || !fact.countsForRules() ? null : fact.value();
    }
}
