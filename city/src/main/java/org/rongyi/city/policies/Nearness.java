package org.rongyi.city.policies;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Clause;
import org.rongyi.rules.Element;
import org.rongyi.rules.Margin;
import org.rongyi.rules.Outcome;
import org.rongyi.rules.Part;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How far is *nearly*: what a failing number or date may lack to count as one step away.
///
/// A gap is within reach when it is at most `share` of the threshold, or, counted in people, at most `people`, or, for
/// dates, at most `days`. What is no number and no date is never near: a firm cannot come closer to another industry.
///
/// A step leads forward. A firm over a limit of staff, revenue or assets is not asked to shrink, and nobody gets
/// younger: only a share, such as debt by assets, may come down.
///
/// This is the one place that says so. [#step] judges a firm, [NearlyFirms] finds all such firms of a city.
///
/// @param share of the threshold, e.g. 0.2
/// @param people persons, for elements whose unit is 人
/// @param days calendar days
@ConfigurationProperties("rongyi.nearly")
record Nearness(
        @DefaultValue("0.2") BigDecimal share,
        @DefaultValue("2") int people,
        @DefaultValue("90") int days) {
    private static final String PERSONS = "人";
    private static final String PERCENT = "%";

    /// The comparison that keeps a failed clause from holding, when one step would do: of conditions joined by
    /// `and` the only one that fails, of alternatives the closest.
    Optional<Margin> step(Clause clause) {
        if (!(clause.outcome() instanceof Outcome.Fails)) {
            return Optional.empty();
        }
        return switch (clause.kind()) {
            case ATOM -> Optional.ofNullable(clause.margin()).filter(this::withinReach);
            case ALL -> onlyFailing(clause.parts()).flatMap(this::step);
            case ANY -> closest(clause.parts());
            case NOT -> Optional.empty();
        };
    }

    private static Optional<Clause> onlyFailing(List<Clause> parts) {
        List<Clause> failing = parts.stream()
                .filter(part -> part.outcome() instanceof Outcome.Fails)
                .toList();
        return failing.size() == 1 ? Optional.of(failing.getFirst()) : Optional.empty();
    }

    private Optional<Margin> closest(List<Clause> parts) {
        return parts.stream().flatMap(part -> step(part).stream()).min(Comparator.comparing(Nearness::relative));
    }

    private boolean withinReach(Margin margin) {
        Part.Leeway leeway = leeway(margin.comparison(), margin.element(), margin.unit());
        return leeway != null
                && margin.distance().signum() <= 0
                && leeway.covers(margin.distance().abs(), margin.threshold());
    }

    /// How much a step may bring; null where no step leads forward. A day that must not lie after the line comes nearer
    /// to it by waiting, one that must not lie before it never.
    Part.@Nullable Leeway leeway(Margin.Comparison comparison, @Nullable Element element, Margin.Unit unit) {
        boolean ofDays = unit == Margin.Unit.DAYS;
        boolean forward = switch (comparison) {
            case AT_LEAST, MORE_THAN -> !ofDays;
            case AT_MOST, LESS_THAN -> ofDays || hasUnit(element, PERCENT);
            case EQUAL_TO -> false;
        };
        if (!forward) {
            return null;
        }
        if (ofDays) {
            return new Part.Leeway(null, BigDecimal.valueOf(days));
        }
        return new Part.Leeway(share, hasUnit(element, PERSONS) ? BigDecimal.valueOf(people) : null);
    }

    private static boolean hasUnit(@Nullable Element element, String unit) {
        return element != null && unit.equals(element.unit());
    }

    /// The gap as a share of what is within reach, so that days and numbers compare.
    static double relative(Margin margin) {
        double gap = margin.distance().abs().doubleValue();
        double whole = margin.unit() == Margin.Unit.NUMBER && margin.threshold() instanceof BigDecimal number
                ? Math.max(1, number.abs().doubleValue())
                : 365;
        return gap / whole;
    }
}
