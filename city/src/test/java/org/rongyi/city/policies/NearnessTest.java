package org.rongyi.city.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rongyi.definitions.Definitions;
import org.rongyi.rules.Compilation;
import org.rongyi.rules.Margin;
import org.rongyi.rules.Row;
import org.rongyi.rules.RuleCompiler;

class NearnessTest {
    private static final RuleCompiler COMPILER =
            new RuleCompiler(Definitions.shipped().dictionary());
    private static final Nearness NEAR = new Nearness(new BigDecimal("0.2"), 2, 90);

    private static Optional<Margin> step(String rule, Map<String, ?> data) {
        Compilation compiled = COMPILER.condition(rule);
        assertThat(compiled).isInstanceOf(Compilation.Compiled.class);
        return NEAR.step(((Compilation.Compiled) compiled)
                .rule()
                .explain(Row.of(data), LocalDate.of(2026, 11, 23))
                .root());
    }

    @Test
    void twoPeopleShortIsNearAndThreeAreNot() {
        assertThat(step("参保人数 >= 5", Map.of("insuredStaff", 3))).isPresent();
        assertThat(step("参保人数 >= 5", Map.of("insuredStaff", 2))).isEmpty();
    }

    @Test
    void aFifthOfTheThresholdIsNear() {
        assertThat(step("营业收入 >= 5000", Map.of("annualRevenue", 4000))).isPresent();
        assertThat(step("营业收入 >= 5000", Map.of("annualRevenue", 3999))).isEmpty();
    }

    /// A noodle shop without research would otherwise be one step from every policy for research.
    @Test
    void whoHasNothingIsNotOneStepFromHavingSomething() {
        assertThat(step("研发费用 > 0", Map.of("rdExpense", 0))).isEmpty();
    }

    @Test
    void anotherIndustryIsNeverNear() {
        assertThat(step("行业代码 = \"C3525\"", Map.of("industryCode", "H6210"))).isEmpty();
    }
}
