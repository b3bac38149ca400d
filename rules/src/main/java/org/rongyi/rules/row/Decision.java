package org.rongyi.rules.row;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Answer;
import org.rongyi.rules.Clause;
import org.rongyi.rules.Element;
import org.rongyi.rules.Explanation;
import org.rongyi.rules.Margin;
import org.rongyi.rules.Outcome;
import org.rongyi.rules.Row;
import org.rongyi.rules.Used;
import org.rongyi.rules.plan.Node;
import org.rongyi.rules.plan.Numbers;
import org.rongyi.rules.plan.Outline;
import org.rongyi.rules.plan.Plan;

/// What a plan says about one row: outcome, answer, explanation.
public final class Decision {

    private static final Outcome HOLDS = new Outcome.Holds();
    private static final Outcome FAILS = new Outcome.Fails();

    private final Plan plan;
    private final Judge judge;

    public Decision(Plan plan, Row row, LocalDate asOf) {
        this(plan, new Judge(row, asOf));
    }

    Decision(Plan plan, Judge judge) {
        this.plan = plan;
        this.judge = judge;
    }

    /// What a clause says of a row, wherever it stands in a text.
    record Said(
            Outcome outcome, List<Used> values, @Nullable Margin margin) {
        Said {
            values = List.copyOf(values);
        }
    }

    /// The outcome of a condition.
    public Outcome outcome() {
        return outcome(plan.node());
    }

    private Outcome outcome(Node condition) {
        return switch (judge.ask(condition, true)) {
            case YES -> HOLDS;
            case NO -> FAILS;
            case UNKNOWN -> {
                TreeSet<String> missing = new TreeSet<>();
                judge.missing(condition, true, missing);
                yield new Outcome.Unknown(missing);
            }
        };
    }

    /// The value of a rule.
    public Answer answer() {
        Object value = judge.value(plan.node());
        if (value == Judge.UNKNOWN) {
            TreeSet<String> missing = new TreeSet<>();
            judge.missingValue(plan.node(), missing);
            return new Answer.Unknown(missing);
        }
        return new Answer.Known(shown(value));
    }

    /// The outcome of a condition with its reasons.
    public Explanation explanation(Outline outline) {
        Clause root = clause(outline);
        return new Explanation(root.outcome(), root);
    }

    private Clause clause(Outline outline) {
        List<Clause> parts = new ArrayList<>(outline.parts().size());
        for (Outline part : outline.parts()) {
            parts.add(clause(part));
        }
        Said said = said(outline, parts);
        return new Clause(
                outline.kind(),
                plan.text().substring(outline.start(), outline.end()),
                outline.start(),
                outline.end(),
                said.outcome(),
                said.values(),
                said.margin(),
                parts);
    }

    Said said(Outline outline, List<Clause> parts) {
        List<Used> values = new ArrayList<>(outline.reads().size());
        for (Node read : outline.reads()) {
            values.add(used(read));
        }
        return new Said(outcome(outline, parts), values, margin(outline.bounds()));
    }

    /// What `and` and `or` come to follows from their parts; anything else is asked.
    private Outcome outcome(Outline outline, List<Clause> parts) {
        return switch (outline.kind()) {
            case ALL -> together(parts, FAILS, HOLDS);
            case ANY -> together(parts, HOLDS, FAILS);
            case ATOM, NOT -> outcome(outline.node());
        };
    }

    /// One part with the deciding outcome decides, whatever else is missing.
    private static Outcome together(List<Clause> parts, Outcome deciding, Outcome otherwise) {
        TreeSet<String> missing = new TreeSet<>();
        for (Clause part : parts) {
            switch (part.outcome()) {
                case Outcome.Unknown(var ids) -> missing.addAll(ids);
                case Outcome.Holds h
                when h.equals(deciding) -> {
                    return deciding;
                }
                case Outcome.Fails f
                when f.equals(deciding) -> {
                    return deciding;
                }
                case Outcome.Holds h -> {}
                case Outcome.Fails f -> {}
            }
        }
        return missing.isEmpty() ? otherwise : new Outcome.Unknown(missing);
    }

    private Used used(Node read) {
        Object value = judge.value(read);
        return new Used(element(read), value == Judge.UNKNOWN ? null : shown(value));
    }

    private static Element element(Node read) {
        return switch (read) {
            case Node.Stored s -> s.element();
            case Node.Derived d -> d.element();
            default -> throw new IllegalStateException("no element is read by (%s)".formatted(read));
        };
    }

    /// The margin of the bound that binds: the one with the least slack.
    private @Nullable Margin margin(List<Outline.Bound> bounds) {
        Margin least = null;
        for (Outline.Bound bound : bounds) {
            Margin margin = margin(bound);
            if (margin != null && (least == null || margin.distance().compareTo(least.distance()) < 0)) {
                least = margin;
            }
        }
        return least;
    }

    private @Nullable Margin margin(Outline.Bound bound) {
        Object value = judge.value(bound.value());
        Object threshold = judge.value(bound.threshold());
        BigDecimal excess = excess(value, threshold);
        if (excess == null || value == null || threshold == null) {
            return null;
        }
        BigDecimal distance = switch (bound.comparison()) {
            case AT_LEAST, MORE_THAN -> excess;
            case AT_MOST, LESS_THAN -> excess.negate();
            case EQUAL_TO -> excess.abs().negate();
        };
        boolean direct = bound.value() instanceof Node.Stored || bound.value() instanceof Node.Derived;
        return new Margin(
                direct ? element(bound.value()) : null,
                bound.comparison(),
                shownKnown(value),
                shownKnown(threshold),
                Numbers.canonical(distance),
                value instanceof BigDecimal ? Margin.Unit.NUMBER : Margin.Unit.DAYS);
    }

    /// Value less threshold, in numbers or days; null where one of them is not known.
    private static @Nullable BigDecimal excess(@Nullable Object value, @Nullable Object threshold) {
        if (value instanceof BigDecimal a && threshold instanceof BigDecimal b) {
            return a.subtract(b, Numbers.PRECISION);
        }
        if (value instanceof LocalDate a && threshold instanceof LocalDate b) {
            return BigDecimal.valueOf(a.toEpochDay() - b.toEpochDay());
        }
        if (value instanceof Duration a && threshold instanceof Duration b) {
            return BigDecimal.valueOf(a.minus(b).toSeconds()).divide(BigDecimal.valueOf(86_400), Numbers.PRECISION);
        }
        return null;
    }

    private static @Nullable Object shown(@Nullable Object value) {
        return value == null ? null : shownKnown(value);
    }

    /// Values as the door promises them: numbers in their one form, lists as sets of texts.
    private static Object shownKnown(Object value) {
        return switch (value) {
            case BigDecimal n -> Numbers.canonical(n);
            case Collection<?> list -> {
                List<String> texts = new ArrayList<>();
                list.forEach(item -> texts.add(String.valueOf(item)));
                yield Collections.unmodifiableSortedSet(new TreeSet<>(texts));
            }
            default -> value;
        };
    }
}
