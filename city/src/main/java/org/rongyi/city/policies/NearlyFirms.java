package org.rongyi.city.policies;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.rongyi.rules.Part;
import org.rongyi.rules.Rule;
import org.rongyi.rules.column.Matched;
import org.springframework.stereotype.Component;

/// Who is nearly eligible, on columns: exactly those of whom [Judge] would say so one by one. All conditions but one
/// hold, or hang on missing data, and of that one [Nearness] allows what is lacking.
@Component
class NearlyFirms {
    private final Nearness nearness;

    NearlyFirms(Nearness nearness) {
        this.nearness = nearness;
    }

    /// Matches rules, each among some rows; of other rows it may say anything.
    interface Matching {
        List<Matched> among(List<Rule> rules, List<RoaringBitmap> rows);
    }

    RoaringBitmap of(List<Rule> conditions, Together together, Matching matching) {
        Questions questions = new Questions();
        List<Near> ways = new ArrayList<>();
        List<RoaringBitmap> failing = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            RoaringBitmap rows = together.onlyShortOf(i);
            Near way = rows.isEmpty() ? null : near(conditions.get(i).part(), rows, questions);
            if (way != null) {
                ways.add(way);
                failing.add(rows);
            }
        }
        List<Matched> answers = matching.among(questions.rules, questions.rows);
        RoaringBitmap nearly = new RoaringBitmap();
        for (int i = 0; i < ways.size(); i++) {
            nearly.or(RoaringBitmap.and(ways.get(i).among(answers), failing.get(i)));
        }
        return nearly;
    }

    /// What has to be matched, all in one go.
    private static final class Questions {
        private final List<Rule> rules = new ArrayList<>();
        private final List<RoaringBitmap> rows = new ArrayList<>();

        /// Its number among the answers.
        int ask(Rule rule, RoaringBitmap among) {
            rules.add(rule);
            rows.add(among);
            return rules.size() - 1;
        }
    }

    /// Of rows in which a part fails those that are one step away.
    private interface Near {
        RoaringBitmap among(List<Matched> answers);
    }

    /// Null where no step can help.
    private @Nullable Near near(Part part, RoaringBitmap rows, Questions questions) {
        return switch (part.kind()) {
            case ATOM -> {
                Rule just = part.within(nearness::leeway).orElse(null);
                if (just == null) {
                    yield null;
                }
                int number = questions.ask(just, rows);
                yield answers -> answers.get(number).holds();
            }
            case ANY -> {
                List<Near> ways = new ArrayList<>();
                for (Part alternative : part.parts()) {
                    Near way = near(alternative, rows, questions);
                    if (way != null) {
                        ways.add(way);
                    }
                }
                yield ways.isEmpty() ? null : answers -> any(ways, answers);
            }
            case ALL -> nearAll(part.parts(), rows, questions);
            case NOT -> null;
        };
    }

    private static RoaringBitmap any(List<Near> ways, List<Matched> answers) {
        RoaringBitmap any = new RoaringBitmap();
        ways.forEach(way -> any.or(way.among(answers)));
        return any;
    }

    /// One part alone fails, and it is that one which is near.
    private @Nullable Near nearAll(List<Part> parts, RoaringBitmap rows, Questions questions) {
        List<@Nullable Near> ways = new ArrayList<>();
        boolean any = false;
        for (Part part : parts) {
            Near way = near(part, rows, questions);
            ways.add(way);
            any |= way != null;
        }
        if (!any) {
            return null;
        }
        int[] numbers = parts.stream()
                .mapToInt(part -> questions.ask(part.rule(), rows))
                .toArray();
        return answers -> {
            List<Matched> matched = new ArrayList<>();
            for (int number : numbers) {
                matched.add(answers.get(number));
            }
            Together together = new Together(matched, rows);
            RoaringBitmap near = new RoaringBitmap();
            for (int i = 0; i < numbers.length; i++) {
                Near way = ways.get(i);
                if (way != null) {
                    near.or(RoaringBitmap.and(way.among(answers), together.onlyShortOf(i)));
                }
            }
            return near;
        };
    }
}
