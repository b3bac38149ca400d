package org.rongyi.city.enterprises;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Folds a firm's reports, given in the order of as-of date, recorded time and id, into its portrait.
///
/// A report that withdraws a fact leaves a gap, it does not bring back an older value: the source said that it does not
/// know better.
final class Fold {
    private final Map<String, Heard> heard = new HashMap<>();

    /// The latest that each kind of voice says; a higher one is heard whenever it has a value, however old.
    private static final class Heard {
        private Portrait.@Nullable Fact department;
        private Portrait.@Nullable Fact firm;
        private Portrait.@Nullable Fact inference;

        private Portrait.@Nullable Fact best() {
            if (department != null) {
                return department;
            }
            return firm != null ? firm : inference;
        }
    }

    void add(
            String source,
            FactReport.Origin origin,
            LocalDate asOf,
            Instant recordedAt,
            Map<String, ? extends @Nullable Object> facts,
            Map<String, FactNote> notes) {
        facts.forEach((element, value) -> {
            FactNote note = notes.get(element);
            Portrait.Fact fact =
                    value == null ? null : new Portrait.Fact(value, source, origin, asOf, recordedAt, false, note);
            Heard voices = heard.computeIfAbsent(element, _ -> new Heard());
            if (origin == FactReport.Origin.SELF_DECLARED) {
                voices.firm = fact;
            } else if (source.equals(FactReport.INFERRED)) {
                voices.inference = fact;
            } else {
                voices.department = fact;
            }
        });
    }

    Map<String, Portrait.Fact> facts(Set<String> contested) {
        Map<String, Portrait.Fact> facts = new TreeMap<>();
        heard.forEach((element, voices) -> {
            Portrait.Fact fact = voices.best();
            if (fact != null) {
                facts.put(element, contested.contains(element) ? contested(fact) : fact);
            }
        });
        return facts;
    }

    private static Portrait.Fact contested(Portrait.Fact fact) {
        return new Portrait.Fact(
                fact.value(), fact.source(), fact.origin(), fact.asOf(), fact.recordedAt(), true, fact.note());
    }
}
