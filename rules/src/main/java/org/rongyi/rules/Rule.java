package org.rongyi.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.rongyi.rules.plan.Node;
import org.rongyi.rules.plan.Nodes;
import org.rongyi.rules.plan.Outline;
import org.rongyi.rules.plan.Plan;
import org.rongyi.rules.row.Decision;

/// A compiled rule. Immutable and safe for many threads.
public final class Rule {

    private final Plan plan;
    private final SortedSet<String> elements;

    Rule(Plan plan) {
        this.plan = plan;
        this.elements = Collections.unmodifiableSortedSet(plan.stored());
    }

    /// Conditions that must all hold as one rule, without reading a text again.
    ///
    /// @throws IllegalArgumentException if there is none, or one is no condition
    public static Rule all(List<Rule> conditions) {
        if (conditions.isEmpty()) {
            throw new IllegalArgumentException("no condition");
        }
        StringBuilder text = new StringBuilder();
        List<Node> nodes = new ArrayList<>();
        List<Outline> parts = new ArrayList<>();
        SortedSet<String> stored = new TreeSet<>();
        for (Rule condition : conditions) {
            text.append(text.isEmpty() ? "(" : " and\n(");
            parts.add(condition.outline().movedBy(text.length()));
            text.append(condition.text()).append(condition.text().contains("//") ? "\n)" : ")");
            nodes.add(condition.plan.node());
            stored.addAll(condition.plan.stored());
        }
        if (conditions.size() == 1) {
            return conditions.getFirst();
        }
        Node node = new Node.All(nodes);
        Outline outline = new Outline(Clause.Kind.ALL, 0, text.length(), node, List.of(), List.of(), parts);
        return new Rule(new Plan(text.toString(), node, ValueType.BOOLEAN, outline, stored));
    }

    /// The condition, to be taken apart.
    ///
    /// @throws IllegalStateException if the rule is no condition (its type is not BOOLEAN)
    public Part part() {
        return new Part(text(), outline());
    }

    /// The text as written.
    public String text() {
        return plan.text();
    }

    /// What the rule gives.
    public ValueType type() {
        return plan.type();
    }

    /// Ids of the stored elements that the rule reads, those behind derived elements included.
    public SortedSet<String> elements() {
        return elements;
    }

    /// Whether the answer may change with the date alone: the rule reads `asOf`, directly or through a derived element.
    public boolean dependsOnDate() {
        boolean[] found = {false};
        Nodes.walk(plan.node(), node -> found[0] |= node instanceof Node.AsOf);
        return found[0];
    }

    /// Decides a condition for one row at a date.
    ///
    /// @throws IllegalStateException if the rule is no condition (its type is not BOOLEAN)
    public Outcome decide(Row row, LocalDate asOf) {
        outline();
        return new Decision(plan, row, asOf).outcome();
    }

    /// Decides and says why, clause by clause.
    ///
    /// @throws IllegalStateException if the rule is no condition (its type is not BOOLEAN)
    public Explanation explain(Row row, LocalDate asOf) {
        return new Decision(plan, row, asOf).explanation(outline());
    }

    /// The value that the rule gives for one row at a date. A set of codes is a `SortedSet<String>`.
    public Answer evaluate(Row row, LocalDate asOf) {
        return new Decision(plan, row, asOf).answer();
    }

    /// The plan, for engines.
    public Plan plan() {
        return plan;
    }

    private Outline outline() {
        Outline outline = plan.outline();
        if (outline == null) {
            throw new IllegalStateException("rule (%s) gives a (%s) and is no condition".formatted(text(), type()));
        }
        return outline;
    }
}
