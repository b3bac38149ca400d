package org.rongyi.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rongyi.rules.Part.Leeway;

/// A condition taken apart says what its explanation says.
class PartTest {
    private static final Leeway ROOM = new Leeway(new BigDecimal("0.3"), new BigDecimal("40"));

    private int near;
    private int far;

    @Test
    void eachPartSaysWhatItsClauseSays() {
        RandomRules random = new RandomRules(29, false);
        for (int i = 0; i < 400; i++) {
            Rule rule = City.condition(random.condition(1 + i % 4));
            for (int row = 0; row < 40; row++) {
                Row data = Row.of(random.row(0.2));
                Clause root = rule.explain(data, City.AS_OF).root();
                same(rule.part(), root, data);
            }
        }
        assertThat(near).as("gaps within the leeway").isGreaterThan(20);
        assertThat(far).as("gaps beyond it").isGreaterThan(20);
    }

    private void same(Part part, Clause clause, Row data) {
        assertThat(part.kind()).isEqualTo(clause.kind());
        Rule rule = part.rule();
        assertThat(rule.text()).isEqualTo(clause.text());
        assertThat(rule.decide(data, City.AS_OF)).isEqualTo(clause.outcome());
        List<Part> parts = part.parts();
        assertThat(parts).hasSameSizeAs(clause.parts());
        for (int i = 0; i < parts.size(); i++) {
            same(parts.get(i), clause.parts().get(i), data);
        }
        if (part.kind() == Clause.Kind.ATOM) {
            just(part, clause, data);
        }
    }

    /// A range without a place in it, which only one between expressions can be, has two gaps: its margin is the wider.
    private void just(Part part, Clause clause, Row data) {
        Margin margin = clause.margin();
        if (clause.text().contains("between")) {
            return;
        }
        boolean fails = margin != null
                && clause.outcome() instanceof Outcome.Fails
                && margin.comparison() != Margin.Comparison.EQUAL_TO
                && margin.distance().signum() <= 0;
        boolean covered =
                margin != null && fails && ROOM.covers(margin.distance().abs(), margin.threshold());
        Optional<Rule> within = part.within((comparison, element, unit) -> ROOM);
        boolean holds = within.isPresent() && within.get().decide(data, City.AS_OF) instanceof Outcome.Holds;
        assertThat(holds).as("%s of %s with %s", clause.text(), data, margin).isEqualTo(covered);
        near += covered ? 1 : 0;
        far += fails && !covered ? 1 : 0;
    }

    @Test
    void ofNoughtThereIsNoShare() {
        Leeway share = new Leeway(new BigDecimal("0.2"), null);
        assertThat(share.covers(BigDecimal.ZERO, BigDecimal.ZERO)).isFalse();
        assertThat(City.condition("revenue > 0").part().within((comparison, element, unit) -> share))
                .isEmpty();
    }

    @Test
    void whatIsNoComparisonLacksNothing() {
        for (String text :
                List.of("staff = 5", "not(revenue >= 5)", "staff in (1, 2)", "small", "district = \"510104\"")) {
            assertThat(City.condition(text).part().within((comparison, element, unit) -> ROOM))
                    .as(text)
                    .isEmpty();
        }
    }
}
