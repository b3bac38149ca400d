package org.rongyi.city.policies;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;
import org.rongyi.city.policies.PolicyLab.Curve;
import org.rongyi.city.policies.PolicyLab.Point;
import org.rongyi.rules.Rule;
import org.rongyi.rules.column.Amounts;
import org.rongyi.rules.column.Matched;
import org.rongyi.rules.column.RuleSet;

/// What comes of a draft while one of its numbers is turned.
final class LabCurve {
    private final DraftReader reader;
    private final KnownReach.OfCity city;

    LabCurve(DraftReader reader, KnownReach.OfCity city) {
        this.reader = reader;
        this.city = city;
    }

    /// Why so many rows would be read one by one at each point; empty where they are not, or are fewer.
    List<String> slow(Draft.Sound draft, Draft.Dial dial, int most) {
        List<String> reasons = oneByOne(draft, dial);
        if (reasons.isEmpty()) {
            return reasons;
        }
        Together together = city.together(draft.conditions());
        Matched read = dial.part() == Draft.AMOUNT ? together.all() : together.without(dial.part());
        long rows = read.holding() + (dial.part() == Draft.AMOUNT ? 0 : read.open());
        return rows > most ? reasons : List.of();
    }

    private static List<String> oneByOne(Draft.Sound draft, Draft.Dial dial) {
        Rule amount = draft.amount();
        if (dial.part() != Draft.AMOUNT) {
            return RuleSet.of(List.of(draft.conditions().get(dial.part()))).slow().stream()
                    .map(RuleSet.Slow::reason)
                    .distinct()
                    .toList();
        }
        return amount != null && Amounts.slow(amount)
                ? List.of("amount over (%s) is not computed on columns".formatted(String.join(", ", amount.elements())))
                : List.of();
    }

    Curve of(Draft.Sound draft, Draft.Dial dial, int points) {
        List<BigDecimal> values = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            BigDecimal value = DraftReader.at(dial, i, points);
            if (values.isEmpty() || value.compareTo(values.getLast()) > 0) {
                values.add(value);
            }
        }
        return new Curve(
                dial, dial.part() == Draft.AMOUNT ? amount(draft, dial, values) : condition(draft, dial, values));
    }

    private List<Point> condition(Draft.Sound draft, Draft.Dial dial, List<BigDecimal> values) {
        List<Rule> rules = new ArrayList<>();
        List<BigDecimal> sound = new ArrayList<>();
        for (BigDecimal value : values) {
            Draft turned = reader.turned(draft.draft(), dial.part(), dial.number(), value);
            reader.condition(turned.part(dial.part())).ifPresent(condition -> {
                rules.add(condition);
                sound.add(value);
            });
        }
        Matched others = city.together(draft.conditions()).without(dial.part());
        RoaringBitmap open = RoaringBitmap.or(others.holds(), others.unknown());
        List<Matched> matched = RuleSet.of(rules).match(city.table(), city.day(), CityColumns.threads(), open);
        List<RoaringBitmap> holds = matched.stream()
                .map(each -> RoaringBitmap.and(others.holds(), each.holds()))
                .toList();
        List<BigDecimal> spent = spent(draft, holds);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < sound.size(); i++) {
            points.add(new Point(
                    sound.get(i),
                    holds.get(i).getLongCardinality(),
                    matched.get(i).holding()
                            + matched.get(i).open()
                            - holds.get(i).getLongCardinality(),
                    spent.isEmpty() ? null : spent.get(i)));
        }
        return points;
    }

    /// From one point to the next few firms come and go: only these are added up.
    private List<BigDecimal> spent(Draft.Sound draft, List<RoaringBitmap> holds) {
        Rule amount = draft.amount();
        if (amount == null) {
            return List.of();
        }
        List<RoaringBitmap> steps = new ArrayList<>();
        RoaringBitmap before = new RoaringBitmap();
        for (RoaringBitmap now : holds) {
            steps.add(RoaringBitmap.andNot(now, before));
            steps.add(RoaringBitmap.andNot(before, now));
            before = now;
        }
        List<Amounts.Sum> sums =
                Amounts.of(city.table(), amount, city.day(), draft.draft().capYuan(), steps, CityColumns.threads());
        List<BigDecimal> spent = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < sums.size(); i += 2) {
            sum = sum.add(sums.get(i).capped()).subtract(sums.get(i + 1).capped());
            spent.add(sum);
        }
        return spent;
    }

    private List<Point> amount(Draft.Sound draft, Draft.Dial dial, List<BigDecimal> values) {
        Matched matched = city.together(draft.conditions()).all();
        long holds = matched.holds().getLongCardinality();
        long unknown = matched.unknown().getLongCardinality();
        List<Rule> amounts = new ArrayList<>();
        List<BigDecimal> sound = new ArrayList<>();
        for (BigDecimal value : values) {
            Draft turned = reader.turned(draft.draft(), dial.part(), dial.number(), value);
            reader.value(turned.amount()).ifPresent(amount -> {
                amounts.add(amount);
                sound.add(value);
            });
        }
        List<Amounts.Sum> sums = Amounts.ofMany(
                city.table(), amounts, city.day(), draft.draft().capYuan(), matched.holds(), CityColumns.threads());
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < sound.size(); i++) {
            points.add(new Point(sound.get(i), holds, unknown, sums.get(i).capped()));
        }
        return points;
    }
}
