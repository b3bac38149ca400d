package org.rongyi.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Which missing element to ask for next, so that an answer decides most.
public final class NextQuestion {

    private NextQuestion() {}

    /// An element worth asking for.
    ///
    /// @param elementId    stored element, one of those that may be asked
    /// @param decides      undetermined rules that hang on this element alone: an answer decides them
    /// @param fewestOthers the smallest number of other elements that a rule naming this one still misses
    /// @param rules        undetermined rules that name this element
    public record Asked(String elementId, int decides, int fewestOthers, int rules) {}

    /// The askable elements that undetermined rules hang on, best question first: the one that decides most rules
    /// alone; then the one that comes nearest to deciding one; then the one that most rules name; then by id.
    public static List<Asked> rank(List<Rule> rules, Row row, LocalDate asOf, Set<String> askable) {
        Map<String, Asked> asked = new TreeMap<>();
        for (Rule rule : rules) {
            if (rule.decide(row, asOf) instanceof Outcome.Unknown(var missing)) {
                int others = missing.size() - 1;
                for (String id : missing) {
                    if (askable.contains(id)) {
                        asked.merge(id, new Asked(id, others == 0 ? 1 : 0, others, 1), NextQuestion::both);
                    }
                }
            }
        }
        List<Asked> ranked = new ArrayList<>(asked.values());
        ranked.sort(Comparator.comparingInt(Asked::decides)
                .reversed()
                .thenComparingInt(Asked::fewestOthers)
                .thenComparing(Comparator.comparingInt(Asked::rules).reversed())
                .thenComparing(Asked::elementId));
        return List.copyOf(ranked);
    }

    private static Asked both(Asked a, Asked b) {
        return new Asked(
                a.elementId, a.decides + b.decides, Math.min(a.fewestOthers, b.fewestOthers), a.rules + b.rules);
    }
}
