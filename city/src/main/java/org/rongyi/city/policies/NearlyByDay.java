package org.rongyi.city.policies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.rules.Rule;
import org.rongyi.rules.column.Matched;
import org.rongyi.rules.column.RuleSet;
import org.rongyi.rules.column.Table;
import org.springframework.stereotype.Component;

/// Which rows may be nearly eligible on one of two days and not on the other. A few more than are, because
/// months differ in length: they are judged again anyway.
@Component
class NearlyByDay {
    private static final int SLACK_DAYS = 5;

    private final NearlyRules rules;
    private final Nearness nearness;

    NearlyByDay(NearlyRules rules, Nearness nearness) {
        this.rules = rules;
        this.nearness = nearness;
    }

    RoaringBitmap changed(Table table, InForce was, LocalDate before, InForce text, LocalDate now) {
        int days = nearness.days();
        RoaringBitmap changed = RoaringBitmap.xor(byNumbers(table, was, before), byNumbers(table, text, now));
        changed.or(RoaringBitmap.xor(
                byDates(table, was, before, before.plusDays(days)), byDates(table, text, now, now.plusDays(days))));
        LocalDate from = before.plusDays(days - SLACK_DAYS);
        LocalDate to = now.plusDays(days + SLACK_DAYS);
        changed.or(RoaringBitmap.xor(byDates(table, text, now, from), byDates(table, text, now, to)));
        return changed;
    }

    private RoaringBitmap byNumbers(Table table, InForce text, LocalDate day) {
        RoaringBitmap nearly = new RoaringBitmap();
        matched(table, rules.of(text), day).forEach(matched -> nearly.or(matched.holds()));
        return nearly;
    }

    /// All conditions but one hold on the day, and that one will later.
    private static RoaringBitmap byDates(Table table, InForce text, LocalDate day, LocalDate later) {
        List<Rule> conditions = text.version().conditions().stream()
                .map(PolicyVersion.Condition::rule)
                .toList();
        List<Rule> ofDates = new ArrayList<>();
        List<Rule> alone = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            if (conditions.get(i).dependsOnDate()) {
                List<Rule> parts = new ArrayList<>(conditions);
                parts.set(i, conditions.get(i).opposite());
                alone.add(Rule.all(parts));
                ofDates.add(conditions.get(i));
            }
        }
        List<Matched> failing = matched(table, alone, day);
        List<Matched> holding = matched(table, ofDates, later);
        RoaringBitmap nearly = new RoaringBitmap();
        for (int i = 0; i < failing.size(); i++) {
            nearly.or(RoaringBitmap.and(failing.get(i).holds(), holding.get(i).holds()));
        }
        return nearly;
    }

    private static List<Matched> matched(Table table, List<Rule> some, LocalDate day) {
        return some.isEmpty() ? List.of() : RuleSet.of(some).match(table, day, CityColumns.threads());
    }
}
