package org.rongyi.rules.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.rules.City;
import org.rongyi.rules.Outcome;
import org.rongyi.rules.RandomRules;
import org.rongyi.rules.Row;
import org.rongyi.rules.Rule;

/// The keel: on any rule and any row, both engines agree.
class RowEqualsColumnTest {

    private static final int RULES = 300;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void bothEnginesGiveTheSameOutcomeForEveryRuleAndRow(long seed) {
        RandomRules random = new RandomRules(seed, false);
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < RULES; i++) {
            rules.add(City.condition(random.condition(i % 4)));
        }
        List<Row> rows = new ArrayList<>();
        Table.Builder table = Table.builder(City.DICTIONARY, 16);
        for (int i = 0; i < 120; i++) {
            Map<String, Object> values = random.row(i % 5 * 0.2);
            rows.add(Row.of(values));
            table.append(Row.of(values));
        }
        List<Matched> matched = RuleSet.of(rules).match(table.build(), City.AS_OF);
        for (int r = 0; r < RULES; r++) {
            Rule rule = rules.get(r);
            for (int i = 0; i < rows.size(); i++) {
                Outcome outcome = rule.decide(rows.get(i), City.AS_OF);
                assertThat(outcome(matched.get(r), i))
                        .as("seed %d, rule %d (%s), row %d", seed, r, rule.text(), i)
                        .isEqualTo(outcome.getClass().getSimpleName());
            }
        }
    }

    private static String outcome(Matched matched, int row) {
        boolean holds = matched.holds().contains(row);
        boolean unknown = matched.unknown().contains(row);
        assertThat(holds && unknown).isFalse();
        return holds ? "Holds" : unknown ? "Unknown" : "Fails";
    }
}
