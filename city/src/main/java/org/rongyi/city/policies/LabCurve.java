package org.rongyi.city.policies;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;
import org.rongyi.city.policies.PolicyLab.Curve;
import org.rongyi.city.policies.PolicyLab.Point;
import org.rongyi.rules.Rule;
import org.rongyi.rules.column.Amounts;
import org.rongyi.rules.column.Matched;
import org.rongyi.rules.column.RuleSet;
import org.rongyi.rules.column.Table;

/// What comes of a draft while one of its numbers is turned.
final class LabCurve {
    private final DraftReader reader;
    private final Table table;
    private final LocalDate day;

    LabCurve(DraftReader reader, Table table, LocalDate day) {
        this.reader = reader;
        this.table = table;
        this.day = day;
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
                List<Rule> parts = new ArrayList<>(draft.conditions());
                parts.set(dial.part(), condition);
                rules.add(Rule.all(parts));
                sound.add(value);
            });
        }
        List<Matched> matched = RuleSet.of(rules).match(table, day, CityColumns.threads());
        List<RoaringBitmap> holds = matched.stream().map(Matched::holds).toList();
        List<BigDecimal> spent = spent(draft, holds);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < sound.size(); i++) {
            points.add(new Point(
                    sound.get(i),
                    holds.get(i).getLongCardinality(),
                    matched.get(i).unknown().getLongCardinality(),
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
        List<Amounts.Sum> sums = Amounts.of(table, amount, day, draft.draft().capYuan(), steps, CityColumns.threads());
        List<BigDecimal> spent = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < sums.size(); i += 2) {
            sum = sum.add(sums.get(i).capped()).subtract(sums.get(i + 1).capped());
            spent.add(sum);
        }
        return spent;
    }

    private List<Point> amount(Draft.Sound draft, Draft.Dial dial, List<BigDecimal> values) {
        Matched matched = RuleSet.of(List.of(draft.rule()))
                .match(table, day, CityColumns.threads())
                .getFirst();
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
        List<Amounts.Sum> sums =
                Amounts.ofMany(table, amounts, day, draft.draft().capYuan(), matched.holds(), CityColumns.threads());
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < sound.size(); i++) {
            points.add(new Point(sound.get(i), holds, unknown, sums.get(i).capped()));
        }
        return points;
    }
}
