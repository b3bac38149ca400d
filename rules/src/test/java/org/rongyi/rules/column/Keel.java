package org.rongyi.rules.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;
import org.rongyi.rules.City;
import org.rongyi.rules.Outcome;
import org.rongyi.rules.RandomRules;
import org.rongyi.rules.Row;
import org.rongyi.rules.Rule;
import org.rongyi.rules.plan.Node;
import org.rongyi.rules.row.Judge;
import org.rongyi.rules.row.Verdict;

/// Holds the engines together: on any rule and any row, columns give what the row engine gives, whichever kernel
/// runs.
final class Keel {

    static final List<Kernel> KERNELS = List.of(new PlainKernel(), new VectorKernel());

    private static final List<String> OUTCOMES = List.of("Holds", "Unknown", "Fails");

    private Keel() {}

    static List<Rule> rules(RandomRules random, int count) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rules.add(City.condition(random.condition(i % 4)));
        }
        return rules;
    }

    /// Rows drawn from a few different ones, so that asking the row engine stays affordable.
    static List<Map<String, Object>> rows(RandomRules random, int different, double gaps) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < different; i++) {
            rows.add(random.row(gaps));
        }
        return rows;
    }

    /// Matches with every kernel and compares each row of the table with the row engine.
    ///
    /// @param content what the rows of the table hold, in its order
    static void holds(RuleSet set, Table table, List<Map<String, Object>> content, String what) {
        assertThat(table.rows()).isEqualTo(content.size());
        Map<Map<String, Object>, RoaringBitmap> alike = new HashMap<>();
        for (int i = 0; i < content.size(); i++) {
            alike.computeIfAbsent(content.get(i), _ -> new RoaringBitmap()).add(i);
        }
        Map<String, List<RoaringBitmap>> expected = new HashMap<>();
        for (String outcome : OUTCOMES) {
            expected.put(
                    outcome, set.rules().stream().map(_ -> new RoaringBitmap()).toList());
        }
        alike.forEach((row, places) -> {
            List<String> outcomes = outcomes(set.rules(), Row.of(row));
            for (int r = 0; r < outcomes.size(); r++) {
                of(expected, outcomes.get(r)).get(r).or(places);
            }
        });
        for (Kernel kernel : KERNELS) {
            List<Matched> matched = set.match(table, City.AS_OF, 1, kernel);
            Counts counts = set.count(table, City.AS_OF, 2, kernel);
            for (int r = 0; r < matched.size(); r++) {
                RoaringBitmap holds = matched.get(r).holds();
                RoaringBitmap unknown = matched.get(r).unknown();
                assertThat(RoaringBitmap.intersects(holds, unknown)).isFalse();
                String rule = "%s, kernel %s, rule %d (%s)".formatted(what, kernel.name(), r, text(set, r));
                same(holds, of(expected, "Holds").get(r), content, rule + " holds");
                same(unknown, of(expected, "Unknown").get(r), content, rule + " is unknown");
                assertThat(counts.holds(r)).as(text(set, r)).isEqualTo(holds.getLongCardinality());
                assertThat(counts.unknown(r)).as(text(set, r)).isEqualTo(unknown.getLongCardinality());
                assertThat(counts.fails(r)).isEqualTo(content.size() - counts.holds(r) - counts.unknown(r));
            }
        }
    }

    private static List<RoaringBitmap> of(Map<String, List<RoaringBitmap>> expected, String outcome) {
        return Objects.requireNonNull(expected.get(outcome), outcome);
    }

    /// Set beside set; which row differs is looked for only when one does.
    private static void same(
            RoaringBitmap actual, RoaringBitmap expected, List<Map<String, Object>> content, String what) {
        RoaringBitmap different = RoaringBitmap.xor(actual, expected);
        if (!different.isEmpty()) {
            int row = different.first();
            assertThat(actual.contains(row))
                    .as("%s for row %d %s", what, row, row < content.size() ? content.get(row) : "that is not there")
                    .isEqualTo(expected.contains(row));
        }
    }

    /// Judges each different row by all rules at once and compares with the row engine.
    static void decides(RuleSet set, List<Map<String, Object>> content, String what) {
        for (Map<String, Object> row : content) {
            Decisions decisions = set.decide(Row.of(row), City.AS_OF);
            assertThat(decisions.judged().cardinality()).isEqualTo(set.rules().size());
            List<String> expected = outcomes(set.rules(), Row.of(row));
            for (int r = 0; r < expected.size(); r++) {
                String actual =
                        decisions.holds().get(r) ? "Holds" : decisions.unknown().get(r) ? "Unknown" : "Fails";
                assertThat(actual)
                        .as("%s, rule %d (%s), row %s".formatted(what, r, text(set, r), row))
                        .isEqualTo(expected.get(r));
                assertThat(decisions.nearly().get(r))
                        .isEqualTo(failsOnce(set.rules().get(r), Row.of(row)));
            }
        }
    }

    /// Of the parts joined by `and` only one fails.
    private static boolean failsOnce(Rule rule, Row row) {
        Set<Atom.Question> parts = new HashSet<>();
        parts(rule.plan().node(), true, parts);
        Judge judge = new Judge(row, City.AS_OF);
        return parts.stream()
                        .filter(part -> judge.ask(part.node(), part.wanted()) == Verdict.NO)
                        .count()
                == 1;
    }

    private static void parts(Node node, boolean wanted, Set<Atom.Question> into) {
        switch (node) {
            case Node.All a when wanted -> a.parts().forEach(part -> parts(part, true, into));
            case Node.Any a when !wanted -> a.parts().forEach(part -> parts(part, false, into));
            case Node.Not n -> parts(n.operand(), !wanted, into);
            case Node.Derived d -> parts(d.formula(), wanted, into);
            default -> into.add(new Atom.Question(node, wanted));
        }
    }

    private static String text(RuleSet set, int rule) {
        return set.rules().get(rule).text();
    }

    private static List<String> outcomes(List<Rule> rules, Row row) {
        List<String> outcomes = new ArrayList<>();
        for (Rule rule : rules) {
            Outcome outcome = rule.decide(row, City.AS_OF);
            outcomes.add(outcome.getClass().getSimpleName());
        }
        return outcomes;
    }

    static Table table(List<Map<String, Object>> content, List<String> orderedBy) {
        Table.Builder builder = Table.builder(City.DICTIONARY).orderedBy(orderedBy);
        content.forEach(row -> builder.append(Row.of(row)));
        return builder.build();
    }

    /// What the rows of a table hold, in its order, which may not be the one they came in.
    static List<Map<String, Object>> inOrder(Table table, List<Map<String, Object>> content) {
        List<Map<String, Object>> inOrder = new ArrayList<>();
        for (int row = 0; row < content.size(); row++) {
            inOrder.add(content.get(table.appendedAs(row)));
        }
        return inOrder;
    }
}
