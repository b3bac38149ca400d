package org.rongyi.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What an author is told about a broken rule. `broken-rules.txt` holds blocks `=== rule`, then the expected text;
/// line breaks in the rule are written `⏎`.
class BrokenRulesTest {

    record Broken(String rule, String expected) {
        @Override
        public String toString() {
            return rule;
        }
    }

    static List<Broken> corpus() throws IOException {
        try (InputStream in = BrokenRulesTest.class.getResourceAsStream("broken-rules.txt")) {
            assertThat(in).isNotNull();
            List<Broken> corpus = new ArrayList<>();
            for (String block : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^=== ")) {
                int end = block.indexOf('\n');
                if (!block.startsWith("#")) {
                    corpus.add(new Broken(
                            block.substring(0, end).replace("⏎", "\n"),
                            block.substring(end + 1).stripTrailing()));
                }
            }
            return corpus;
        }
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("corpus")
    void tellsWhatIsWrongWhereAndWhatMayBeMeant(Broken broken) {
        check(broken.rule, broken.expected);
    }

    @Test
    void theCorpusIsLargeEnoughToMean() throws IOException {
        assertThat(corpus()).hasSizeGreaterThanOrEqualTo(40);
    }

    private static void check(String rule, String expected) {
        assertThat(reported(rule)).isEqualTo(expected);
    }

    static String reported(String rule) {
        return switch (City.COMPILER.condition(rule)) {
            case Compilation.Rejected r -> City.rendered(rule, r).stripTrailing();
            case Compilation.Compiled c -> "compiles";
        };
    }

    @Test
    void charactersThatCannotBeSeenAreNamedByNumber() {
        assertThat(reported("staff\u200B > 1")).contains("(U+200B) is not of the rule language.");
        assertThat(reported("\u202Estaff > 1")).contains("(U+202E) is not of the rule language.");
        assertThat(reported("staff\u0301 > 1")).contains("(U+0301) is not of the rule language.");
    }

    @Test
    void foreignCharactersInARowAreOneFault() {
        assertThat(reported("staff \uD83D\uDC68\u200D\uD83D\uDC69 > 1"))
                .contains("(U+1F468 U+200D U+1F469) is not of the rule language.")
                .containsOnlyOnce("is not of the rule language");
        assertThat(reported("staff " + "\u0301".repeat(9000) + " > 1"))
                .contains("(U+0301 U+0301 U+0301 U+0301 U+0301 …) is not of the rule language.")
                .containsOnlyOnce("is not of the rule language");
    }

    @Test
    void aRuleFullOfFaultsTellsTheFirstTwenty() {
        assertThat(reported("staff # ".repeat(1000)).lines().filter(line -> line.contains("is not of the rule")))
                .hasSize(20);
    }

    @Test
    void aVeryLongNameIsNotRepeatedWhole() {
        assertThat(reported("n".repeat(9000) + " > 1").lines().findFirst())
                .hasValue("line 1, column 1: There is no element (" + "n".repeat(39) + "…).");
    }

    @Test
    void refusesTooLongATextBeforeReadingIt() {
        String rule = "staff > 1 and ".repeat(1000) + "true";
        assertThat(reported(rule))
                .startsWith("line 1, column 10001: The rule is longer than 10000 characters (14004).");
    }

    @Test
    void refusesTooDeepNestingWithoutOverflowingTheStack() {
        for (String[] pair : List.of(
                new String[] {"(", ")"}, new String[] {"not(", ")"}, new String[] {"abs(", ")"}, new String[] {"[", "]"
                })) {
            String rule = pair[0].repeat(1200) + "staff" + pair[1].repeat(1200);
            assertThat(reported(rule)).contains("nested deeper than 64 levels");
        }
        assertThat(reported("- ".repeat(2000) + "staff > 0")).contains("nested deeper than 64 levels");
        assertThat(reported("if ".repeat(2000) + "exporter")).contains("nested deeper than 64 levels");
        assertThat(reported("some x in permits satisfies ".repeat(200) + "exporter"))
                .contains("nested deeper than 64 levels");
        assertThat(reported("exporter in ".repeat(200) + "[true]")).contains("nested deeper than 64 levels");
        assertThat(reported("exporter in (true) = ".repeat(200) + "true")).contains("nested deeper than 64 levels");
        assertThat(reported("if exporter then true else ".repeat(200) + "true"))
                .contains("nested deeper than 64 levels");
    }

    @Test
    void takesRulesUpToTheLimits() {
        assertThat(reported("(".repeat(60) + "exporter" + ")".repeat(60))).isEqualTo("compiles");
        assertThat(reported("exporter" + " or exporter".repeat(800))).isEqualTo("compiles");
        assertThat(reported("if exporter then true else ".repeat(60) + "true")).isEqualTo("compiles");
        assertThat(reported("some x in permits satisfies ".repeat(60) + "exporter"))
                .isEqualTo("compiles");
        assertThat(reported("- ".repeat(60) + "staff > 0")).isEqualTo("compiles");
        assertThat(reported("exporter" + " and staff in (1, 2)".repeat(120))).isEqualTo("compiles");
        assertThat(reported("staff > 1" + " + 1".repeat(199))).isEqualTo("compiles");
        assertThat(reported("staff in (1" + ", 2".repeat(3000) + ")")).isEqualTo("compiles");
    }

    @Test
    @Timeout(30)
    void longConjunctionsOfTestsAreReadInTime() {
        assertThat(reported("\"a\" in permits and ".repeat(60) + "exporter")).isEqualTo("compiles");
        assertThat(reported("staff in [1..2] and ".repeat(60) + "exporter")).isEqualTo("compiles");
    }

    @Test
    void refusesTooManyOperators() {
        assertThat(reported("1=1" + "+1".repeat(1001))).contains("more than 200 arithmetic operators");
        assertThat(reported("exporter" + " or true".repeat(1001))).contains("more than 1000 operators");
    }

    @Test
    void reportsEveryUnknownNameInOneRun() {
        assertThat(City.COMPILER.condition("营业收人 > 1 and staf > 2 and industry = 3"))
                .isInstanceOfSatisfying(
                        Compilation.Rejected.class, r -> assertThat(r.faults()).hasSize(3));
    }

    @Test
    void aConditionMustBeTrueOrFalseButAValueNeedNot() {
        assertThat(City.COMPILER.value("staff * 2")).isInstanceOf(Compilation.Compiled.class);
        assertThat(City.COMPILER.condition("staff * 2")).isInstanceOf(Compilation.Rejected.class);
        assertThat(City.COMPILER.value("establishedOn - asOf")).isInstanceOf(Compilation.Rejected.class);
    }
}
