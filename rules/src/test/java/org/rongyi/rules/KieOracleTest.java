package org.rongyi.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.dmn.feel.FEEL;
import org.kie.dmn.feel.lang.CompiledExpression;
import org.kie.dmn.feel.lang.CompilerContext;
import org.kie.dmn.feel.lang.impl.FEELBuilder;

/// Where nothing is missing, a rule means what FEEL says; Apache KIE's own evaluator is the witness. A condition that
/// FEEL makes null
/// does not hold.
class KieOracleTest {

    private static final FEEL KIE = FEELBuilder.builder().build();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void answersAsKieWhereNothingIsMissing(long seed) {
        RandomRules random = new RandomRules(seed, true);
        int held = 0;
        for (int i = 0; i < 300; i++) {
            String text = random.condition(i % 4);
            Rule rule = City.condition(text);
            List<Map<String, Object>> rows = List.of(random.row(0), random.row(0), random.row(0));
            CompiledExpression kie = compiled(text, rows.getFirst());
            for (Map<String, Object> row : rows) {
                Object expected = KIE.evaluate(kie, context(row));
                Outcome actual = rule.decide(Row.of(row), City.AS_OF);
                Outcome wanted = Boolean.TRUE.equals(expected) ? new Outcome.Holds() : new Outcome.Fails();
                assertThat(actual)
                        .as("seed %d, rule (%s), row %s", seed, text, row)
                        .isEqualTo(wanted);
                held += Boolean.TRUE.equals(expected) ? 1 : 0;
            }
        }
        assertThat(held).as("conditions that hold").isBetween(90, 810);
    }

    /// Once for all rows: to read a text takes KIE far longer than to evaluate it, and all have the same names.
    private static CompiledExpression compiled(String text, Map<String, Object> row) {
        CompilerContext names = KIE.newCompilerContext();
        context(row).forEach(names::addInputVariable);
        return KIE.compile(text, names);
    }

    private static Map<String, @Nullable Object> context(Map<String, Object> row) {
        Map<String, @Nullable Object> context = new HashMap<>(row);
        context.put("asOf", City.AS_OF);
        row.forEach((id, value) -> {
            if (value instanceof Set<?> set) {
                context.put(id, new ArrayList<>(set));
            }
        });
        return context;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 / 3",
                "2 / 3 * 3",
                "0.1 + 0.2",
                "1.10",
                "10 ** 30 * 10 ** 30",
                "1 / 0",
                "-2 ** 2",
                "2 ** -3",
                "7 - 3 - 2",
                "decimal(1/3, 2)",
                "floor(-1.5)",
                "modulo(10.1, -4.5)",
                "modulo(-12, 5)",
                "mean([1, 2, 4])",
                "sum([])",
                "round half up(-5.5, 0)",
                "round half down(1.125, 2)",
                "abs(-0.5)",
                "string length(\"𠮷野\")",
                "substring(\"foobar\", -2, 1)",
                "date(\"2024-02-29\") - duration(\"P1Y\")",
                "(date(\"2024-03-01\") - date(\"2024-02-01\")).days",
                "date(\"2024-02-29\") + duration(\"PT36H\")",
                "years and months duration(date(\"2011-12-22\"), date(\"2013-08-24\")).months",
                "max(1, 3, 2)",
                "min([\"b\", \"a\"])",
                "if null then 1 else 2",
                "count([1, null])",
                "date(2026, 1, 31).weekday"
            })
    void valuesAreKies(String text) {
        Object kie = KIE.evaluate(text);
        Answer answer = City.value(text).evaluate(id -> null, City.AS_OF);
        assertThat(answer).isInstanceOf(Answer.Known.class);
        Object ours = ((Answer.Known) answer).value();
        if (kie instanceof BigDecimal n) {
            assertThat((BigDecimal) ours).isEqualByComparingTo(n);
        } else {
            assertThat(ours).isEqualTo(kie);
        }
    }

    @org.junit.jupiter.api.Test
    void namesInsideTextsAndListsOfSeveralWordsMeanTheSame() {
        List<String> texts = List.of("\"and or not\" = \"and or not\"", "contains(\"x (y] z\", \"(y]\")");
        for (String text : texts) {
            assertThat(KIE.evaluate(text)).isEqualTo(true);
            assertThat(City.condition(text).decide(id -> null, City.AS_OF)).isEqualTo(new Outcome.Holds());
        }
    }
}
