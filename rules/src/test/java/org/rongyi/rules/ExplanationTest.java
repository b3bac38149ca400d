package org.rongyi.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Why a condition came out as it did.
class ExplanationTest {

    private static Explanation explain(String rule, String row) {
        Explanation explanation = City.condition(rule).explain(City.row(row), City.AS_OF);
        assertThat(explanation.outcome()).isEqualTo(City.condition(rule).decide(City.row(row), City.AS_OF));
        return explanation;
    }

    /// `comparison value threshold distance unit`, with the element's id or `-` in front.
    private static String margin(String rule, String row) {
        Margin margin = explain(rule, row).root().margin();
        if (margin == null) {
            return "none";
        }
        Element element = margin.element();
        return "%s %s %s %s %s %s"
                .formatted(
                        element == null ? "-" : element.id(),
                        margin.comparison(),
                        margin.value(),
                        margin.threshold(),
                        margin.distance().toPlainString(),
                        margin.unit());
    }

    @Test
    void followsTheTextClauseByClause() {
        String rule = "从业人员 <= 30 and (行业代码 = \"C39\" or not(出口企业)) and 营业收入 > 0";
        Explanation explanation = explain(rule, "staff=20; industry=I65; exporter=true");
        assertThat(explanation.outcome()).isEqualTo(new Outcome.Fails());
        assertThat(explanation.clauses())
                .extracting(Clause::text)
                .containsExactly("从业人员 <= 30", "行业代码 = \"C39\" or not(出口企业)", "营业收入 > 0");
        assertThat(explanation.clauses())
                .extracting(clause -> clause.outcome().getClass().getSimpleName())
                .containsExactly("Holds", "Fails", "Unknown");
        Clause either = explanation.clauses().get(1);
        assertThat(either.kind()).isEqualTo(Clause.Kind.ANY);
        assertThat(either.parts()).extracting(Clause::kind).containsExactly(Clause.Kind.ATOM, Clause.Kind.NOT);
        assertThat(either.parts().get(1).parts().getFirst().outcome()).isEqualTo(new Outcome.Holds());
        for (Clause clause : explanation.clauses()) {
            assertThat(rule.substring(clause.start(), clause.end())).isEqualTo(clause.text());
        }
    }

    @Test
    void namesTheValuesUsedAndNullWhereOneIsMissing() {
        Clause clause = explain("研发费用 / 营业收入 >= 0.03", "revenue=100").root();
        assertThat(clause.values())
                .containsExactly(
                        new Used(City.DICTIONARY.get("rdExpense"), null),
                        new Used(City.DICTIONARY.get("revenue"), new BigDecimal("100")));
        assertThat(clause.margin()).isNull();
    }

    @Test
    void computesDerivedElementsForTheReader() {
        Clause clause = explain("研发强度 >= 0.03", "revenue=100; rdExpense=2").root();
        assertThat(clause.values()).containsExactly(new Used(City.DICTIONARY.get("rdShare"), new BigDecimal("0.02")));
    }

    @Test
    void measuresTheDistanceToTheThreshold() {
        assertThat(margin("revenue >= 1000", "revenue=1200")).isEqualTo("revenue AT_LEAST 1200 1000 200 NUMBER");
        assertThat(margin("revenue >= 1000", "revenue=900")).isEqualTo("revenue AT_LEAST 900 1000 -100 NUMBER");
        assertThat(margin("1000 <= revenue", "revenue=900")).isEqualTo("revenue AT_LEAST 900 1000 -100 NUMBER");
        assertThat(margin("staff < 300", "staff=300")).isEqualTo("staff LESS_THAN 300 300 0 NUMBER");
        assertThat(margin("staff > 300", "staff=301")).isEqualTo("staff MORE_THAN 301 300 1 NUMBER");
        assertThat(margin("staff = 300", "staff=298")).isEqualTo("staff EQUAL_TO 298 300 -2 NUMBER");
        assertThat(margin("staff <= capital", "staff=3; capital=10")).isEqualTo("staff AT_MOST 3 10 7 NUMBER");
    }

    @Test
    void measuresExpressionsAndDerivedElements() {
        assertThat(margin("研发费用 / 营业收入 >= 0.03", "revenue=100; rdExpense=5"))
                .isEqualTo("- AT_LEAST 0.05 0.03 0.02 NUMBER");
        assertThat(margin("研发强度 >= 0.03", "revenue=100; rdExpense=2"))
                .isEqualTo("rdShare AT_LEAST 0.02 0.03 -0.01 NUMBER");
        assertThat(margin("count(资质称号) >= 2", "qualifications=a")).isEqualTo("- AT_LEAST 1 2 -1 NUMBER");
        assertThat(margin("研发强度 >= 0.03", "revenue=0; rdExpense=2")).isEqualTo("none");
    }

    @Test
    void takesTheBoundThatBindsOfARange() {
        assertThat(margin("staff between 10 and 300", "staff=290")).isEqualTo("staff AT_MOST 290 300 10 NUMBER");
        assertThat(margin("staff between 10 and 300", "staff=4")).isEqualTo("staff AT_LEAST 4 10 -6 NUMBER");
        assertThat(margin("staff in (10..300]", "staff=11")).isEqualTo("staff MORE_THAN 11 10 1 NUMBER");
        assertThat(margin("staff in (>= 10)", "staff=11")).isEqualTo("staff AT_LEAST 11 10 1 NUMBER");
        assertThat(margin("staff in (1, 2)", "staff=2")).isEqualTo("none");
    }

    @Test
    void measuresDatesInDays() {
        assertThat(margin("establishedOn <= asOf - duration(\"P1Y\")", "establishedOn=2025-07-10"))
                .isEqualTo("establishedOn AT_MOST 2025-07-10 2025-06-30 -10 DAYS");
        assertThat(margin("asOf - establishedOn >= duration(\"P30D\")", "establishedOn=2026-06-20"))
                .isEqualTo("- AT_LEAST PT240H PT720H -20 DAYS");
        assertThat(margin("establishedOn + duration(\"P1M\") > asOf", "establishedOn=2026-06-01"))
                .isEqualTo("- MORE_THAN 2026-07-01 2026-06-30 1 DAYS");
    }

    @Test
    void aRuleThatIsNoConjunctionIsItsOwnOnlyClause() {
        assertThat(explain("出口企业", "exporter=true").clauses()).hasSize(1);
    }

    @Test
    void anInnerComparisonLendsNoMarginToTheClauseAroundIt() {
        assertThat(margin("not(staff > 5)", "staff=3")).isEqualTo("none");
        assertThat(margin("some x in [staff, capital] satisfies x > 5", "staff=3; capital=4"))
                .isEqualTo("none");
        assertThat(margin("if staff > 5 then exporter else defaulter", "staff=3; defaulter=true"))
                .isEqualTo("none");
    }

    @Test
    void valuesOfSetsComeAsSortedSets() {
        Clause clause =
                explain("list contains(资质称号, \"a\")", "qualifications=b,a").root();
        assertThat(clause.values().getFirst().value()).hasToString("[a, b]");
        Answer answer = City.value("资质称号").evaluate(City.row("qualifications=b,a"), LocalDate.EPOCH);
        assertThat(answer).isEqualTo(new Answer.Known(new java.util.TreeSet<>(List.of("a", "b"))));
    }

    @Test
    void rulesTellWhichStoredElementsTheyRead() {
        assertThat(City.condition("成熟小微 or 出口企业").elements().stream().collect(Collectors.joining(",")))
                .isEqualTo("defaulter,establishedOn,exporter,revenue,staff");
    }

    @Test
    void theReasonsComeToTheSameOutcomeAsTheDecision() {
        RandomRules random = new RandomRules(77, false);
        for (int i = 0; i < 600; i++) {
            Rule rule = City.condition(random.condition(i % 4));
            for (int j = 0; j < 4; j++) {
                Row row = Row.of(random.row(j * 0.25));
                assertThat(rule.explain(row, City.AS_OF).outcome())
                        .as(rule.text())
                        .isEqualTo(rule.decide(row, City.AS_OF));
            }
        }
    }
}
