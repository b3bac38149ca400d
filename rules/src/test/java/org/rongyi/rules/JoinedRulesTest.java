package org.rongyi.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Rules put together are the rules of the text put together.
class JoinedRulesTest {
    @Test
    void rulesPutTogetherSayWhatTheirTextWouldSay() {
        RandomRules random = new RandomRules(23, false);
        for (int i = 0; i < 60; i++) {
            List<Rule> parts = new ArrayList<>();
            for (int part = 0; part < 1 + i % 4; part++) {
                parts.add(City.condition(random.condition(1 + part % 2)));
            }
            Rule all = Rule.all(parts);
            Rule allRead = City.condition(all.text());
            assertThat(all.elements()).isEqualTo(allRead.elements());
            for (int row = 0; row < 40; row++) {
                Row data = Row.of(random.row(0.3));
                assertThat(all.decide(data, City.AS_OF)).as(all.text()).isEqualTo(allRead.decide(data, City.AS_OF));
            }
        }
    }

    @Test
    void aClauseKeepsItsPlaceInTheText() {
        Rule all = Rule.all(List.of(City.condition("revenue > 5 // a remark"), City.condition("staff < 3")));
        for (Clause clause :
                all.explain(City.row("revenue=7; staff=9"), City.AS_OF).clauses()) {
            assertThat(all.text().substring(clause.start(), clause.end())).isEqualTo(clause.text());
        }
    }

    @Test
    void nothingIsNoRule() {
        assertThatThrownBy(() -> Rule.all(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
