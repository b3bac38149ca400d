package org.rongyi.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Elements, their names and formulas, and the next question.
class DictionaryTest {

    private static Element number(String id, @Nullable String formula) {
        return new Element(id, ValueType.NUMBER, "数" + id, "number " + id, null, formula);
    }

    private static List<String> faults(Element... elements) {
        return Dictionary.of(List.of(elements)).faults().stream()
                .map(RuleFault::message)
                .toList();
    }

    @Test
    void findsAnElementByIdAndBothNames() {
        for (String name : List.of("rdExpense", "研发费用", "R&D expense")) {
            assertThat(City.DICTIONARY.get(name).id()).isEqualTo("rdExpense");
        }
        assertThat(City.DICTIONARY.find("nothing")).isEmpty();
        assertThatThrownBy(() -> City.DICTIONARY.get("nothing"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("nothing");
        assertThat(City.DICTIONARY.faults()).isEmpty();
    }

    @Test
    void refusesCircles() {
        List<String> faults = faults(number("a", "b + 1"), number("b", "c + 1"), number("c", "a + 1"));
        assertThat(faults).anyMatch(message -> message.contains("circle (a → b → c → a)"));
        assertThat(faults(number("a", "a + 1")))
                .containsExactly("element (a): Derived elements form a circle (a → a).");
    }

    @Test
    void refusesTooLongAChainOfDerivedElements() {
        List<Element> chain = new ArrayList<>(List.of(number("n0", null)));
        for (int i = 1; i <= 40; i++) {
            chain.addFirst(number("n" + i, "n" + (i - 1) + " + 1"));
        }
        assertThat(faults(chain.toArray(Element[]::new))).anyMatch(m -> m.contains("More than 32 derived elements"));
    }

    @Test
    void refusesFaultyFormulasAndRulesOverThem() {
        Dictionary dictionary =
                Dictionary.of(List.of(number("a", null), number("b", "a > 1"), number("c", "nothing * 2")));
        assertThat(dictionary.faultsByElement().keySet()).containsExactly("b", "c");
        assertThat(dictionary.faults().getFirst().message()).contains("gives a truth value; the element is a number");
        Compilation compilation = new RuleCompiler(dictionary).condition("c > 1");
        assertThat(compilation)
                .isInstanceOfSatisfying(
                        Compilation.Rejected.class,
                        rejected -> assertThat(rejected.faults().getFirst().message())
                                .isEqualTo("The formula of element (c) has a fault."));
    }

    @Test
    void refusesNamesThatClashOrCannotBeUsed() {
        Element clash = new Element("x", ValueType.TEXT, "数a", "ex", null, null);
        assertThat(faults(number("a", null), clash))
                .containsExactly("element (x): the name (数a) already means element (a)");
        assertThat(faults(new Element("in", ValueType.TEXT, "内", "asOf", null, null)))
                .hasSize(2);
        assertThat(faults(new Element("1a", ValueType.TEXT, "一", " one", null, null)))
                .hasSize(2);
    }

    @Test
    void namesWithSignsAndBlanksAreTakenWhole() {
        Dictionary dictionary = Dictionary.of(List.of(
                new Element("a", ValueType.NUMBER, "利润总额（万元）", "profit and loss", null, null),
                new Element("b", ValueType.NUMBER, "占比%", "profit", null, null)));
        Rule rule = ((Compilation.Compiled)
                        new RuleCompiler(dictionary).condition("利润总额（万元） > 1 and profit and loss > profit and 占比%=2"))
                .rule();
        assertThat(rule.elements()).containsExactly("a", "b");
        Row row = Row.of(Map.of("a", 3, "b", 2));
        assertThat(rule.decide(row, LocalDate.EPOCH)).isEqualTo(new Outcome.Holds());
    }

    @Test
    void refusesRowsWithValuesOfAnotherClass() {
        assertThatThrownBy(() -> Row.of(Map.of("revenue", 0.1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("revenue");
        Rule rule = City.condition("revenue > 1");
        assertThatThrownBy(() -> rule.decide(id -> "text", City.AS_OF))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("revenue");
        assertThatThrownBy(() -> City.value("revenue").decide(id -> null, City.AS_OF))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void asksFirstForWhatDecidesMost() {
        List<Rule> rules = List.of(
                City.condition("staff > 1"),
                City.condition("staff < 9 or exporter"),
                City.condition("revenue > 1 and capital > 1"),
                City.condition("revenue > 1 and capital > 1 and rdExpense > 1"),
                City.condition("revenue > 5 and staff > 1"),
                City.condition("defaulter"));
        List<NextQuestion.Asked> asked = NextQuestion.rank(
                rules, City.row("exporter=false"), City.AS_OF, Set.of("staff", "revenue", "capital", "rdExpense"));
        assertThat(asked)
                .extracting(NextQuestion.Asked::elementId)
                .containsExactly("staff", "revenue", "capital", "rdExpense");
        assertThat(asked.getFirst()).isEqualTo(new NextQuestion.Asked("staff", 2, 0, 3));
        assertThat(NextQuestion.rank(rules, City.row("exporter=false"), City.AS_OF, Set.of("industry")))
                .isEmpty();
    }
}
