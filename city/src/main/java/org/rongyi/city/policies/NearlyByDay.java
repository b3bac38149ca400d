package org.rongyi.city.policies;

import java.time.LocalDate;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.rules.Rule;
import org.rongyi.rules.column.Matched;
import org.rongyi.rules.column.RuleSet;
import org.rongyi.rules.column.Table;
import org.springframework.stereotype.Component;

/// Which rows are nearly eligible on one of two days and not on the other.
@Component
class NearlyByDay {
    private final NearlyFirms nearly;

    NearlyByDay(NearlyFirms nearly) {
        this.nearly = nearly;
    }

    RoaringBitmap changed(Table table, InForce was, LocalDate before, InForce text, LocalDate now) {
        return RoaringBitmap.xor(on(table, was, before), on(table, text, now));
    }

    private RoaringBitmap on(Table table, InForce text, LocalDate day) {
        List<Rule> conditions = Coherence.conditions(text);
        RoaringBitmap everybody = RoaringBitmap.bitmapOfRange(0, table.rows());
        Together together = new Together(matched(table, conditions, day, everybody), everybody);
        return nearly.of(conditions, together, (rules, rows) -> {
            RoaringBitmap any = new RoaringBitmap();
            rows.forEach(any::or);
            return matched(table, rules, day, any);
        });
    }

    private static List<Matched> matched(Table table, List<Rule> rules, LocalDate day, RoaringBitmap among) {
        return rules.isEmpty() ? List.of() : RuleSet.of(rules).match(table, day, CityColumns.threads(), among);
    }
}
