package org.rongyi.rules;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
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
