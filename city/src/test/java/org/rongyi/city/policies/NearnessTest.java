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
    void nobodyIsAskedToShrinkOrToGrowYounger() {
        assertThat(step("从业人数季度平均 <= 300", Map.of("avgStaff", 312))).isEmpty();
        assertThat(step("营业收入 <= 20000", Map.of("annualRevenue", 20500))).isEmpty();
        assertThat(step("成立日期 > asOf - duration(\"P3Y\")", Map.of("establishedOn", LocalDate.of(2023, 11, 1))))
                .isEmpty();
        assertThat(step("成立日期 <= asOf - duration(\"P1Y\")", Map.of("establishedOn", LocalDate.of(2025, 12, 1))))
                .as("waiting is a step")
                .isPresent();
        assertThat(step("裁员率 <= 5.5", Map.of("layoffRate", 6)))
                .as("a share may come down")
                .isPresent();
    }

    @Test
    void anotherIndustryIsNeverNear() {
        assertThat(step("行业代码 = \"C3525\"", Map.of("industryCode", "H6210"))).isEmpty();
    }
}
