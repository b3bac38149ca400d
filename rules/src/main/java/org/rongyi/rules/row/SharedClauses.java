package org.rongyi.rules.row;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Clause;
import org.rongyi.rules.Explanation;
import org.rongyi.rules.Row;
import org.rongyi.rules.plan.Node;
import org.rongyi.rules.plan.Outline;
import org.rongyi.rules.plan.Plan;

/// Explains several rules over one row. What clauses say that several rules share, wherever they stand in a text, is
/// found out once. Immutable and safe for many threads.
public final class SharedClauses {
    private static final Form[] NO_PARTS = {};

    private final Form[] roots;
    private final int different;

    /// What a clause says hangs on.
    private record Content(
            Clause.Kind kind, Node node, List<Node> reads, List<Outline.Bound> bounds, List<Integer> parts) {}

    /// A clause but for what it says of a row: all in one object, because there are too many to lie in the cache.
    ///
    /// @param number of what it says
    private record Form(
            Clause.Kind kind, String text, int start, int end, int number, Form[] parts, Plan plan, Outline outline) {}

    /// @param plans of conditions
    public SharedClauses(List<Plan> plans) {
        Map<Content, Integer> known = new HashMap<>();
        this.roots = plans.stream()
                .map(plan -> {
                    Outline outline = plan.outline();
                    if (outline == null) {
                        throw new IllegalArgumentException("rule (%s) is no condition".formatted(plan.text()));
                    }
                    return form(plan, outline, known);
                })
                .toArray(Form[]::new);
        this.different = known.size();
    }

    private static Form form(Plan plan, Outline outline, Map<Content, Integer> known) {
        List<Form> parts = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (Outline part : outline.parts()) {
            parts.add(form(plan, part, known));
            numbers.add(parts.getLast().number());
        }
        Content content = new Content(outline.kind(), outline.node(), outline.reads(), outline.bounds(), numbers);
        Integer before = known.putIfAbsent(content, known.size());
        return new Form(
                outline.kind(),
                plan.text().substring(outline.start(), outline.end()),
                outline.start(),
                outline.end(),
                before == null ? known.size() - 1 : before,
                parts.isEmpty() ? NO_PARTS : parts.toArray(NO_PARTS),
                plan,
                outline);
    }

    /// The explanations of some of the rules, in the order of their numbers: the same as each alone gives.
    public List<Explanation> explain(Row row, LocalDate asOf, BitSet some) {
        Explaining explaining = new Explaining(new Judge(row, asOf));
        List<Explanation> explanations = new ArrayList<>(some.cardinality());
        for (int rule = some.nextSetBit(0); rule >= 0; rule = some.nextSetBit(rule + 1)) {
            Clause root = explaining.clause(roots[rule]);
            explanations.add(new Explanation(root.outcome(), root));
        }
        return explanations;
    }

    private final class Explaining {
        private final Judge judge;
        private final Decision.@Nullable Said[] said = new Decision.Said[different];

        Explaining(Judge judge) {
            this.judge = judge;
        }

        Clause clause(Form form) {
            List<Clause> parts = List.of();
            if (form.parts.length > 0) {
                Clause[] made = new Clause[form.parts.length];
                for (int i = 0; i < made.length; i++) {
                    made[i] = clause(form.parts[i]);
                }
                parts = List.of(made);
            }
            Decision.Said known = said[form.number];
            if (known == null) {
                known = new Decision(form.plan, judge).said(form.outline, parts);
                said[form.number] = known;
            }
            return new Clause(
                    form.kind, form.text, form.start, form.end, known.outcome(), known.values(), known.margin(), parts);
        }
    }
}
