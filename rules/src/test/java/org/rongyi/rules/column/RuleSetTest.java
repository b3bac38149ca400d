package org.rongyi.rules.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;
import org.rongyi.rules.City;
import org.rongyi.rules.Explanation;
import org.rongyi.rules.Outcome;
import org.rongyi.rules.RandomRules;
import org.rongyi.rules.Row;
import org.rongyi.rules.Rule;

/// Tables and sets of rules.
class RuleSetTest {

    @Test
    void aRowComesBackAsItWentIn() {
        RandomRules random = new RandomRules(5, false);
        Table.Builder builder = Table.builder(City.DICTIONARY);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            rows.add(random.row(0.3));
            builder.append(Row.of(rows.getLast()));
        }
        Table table = builder.build();
        assertThat(table.rows()).isEqualTo(500);
        for (int i = 0; i < 500; i++) {
            for (var element : City.ELEMENTS) {
                Object expected = rows.get(i).get(element.id());
                Object actual = table.row(i).value(element.id());
                if (expected instanceof BigDecimal n) {
                    assertThat((BigDecimal) actual).isEqualByComparingTo(n);
                } else {
                    assertThat(actual).isEqualTo(expected);
                }
            }
        }
        assertThatThrownBy(() -> table.row(500)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void amongSomeRowsTheSameIsFoundAsAmongAllAndNothingElse() {
        RandomRules random = new RandomRules(8, false);
        RuleSet set = RuleSet.of(Keel.rules(random, 60));
        List<Map<String, Object>> different = Keel.rows(random, 40, 0.3);
        List<Map<String, Object>> content = new ArrayList<>();
        for (int i = 0; i < 3 * Block.ROWS + 11; i++) {
            content.add(different.get(i * 7 % 40));
        }
        Table table = Keel.table(content, List.of());
        RoaringBitmap some = new RoaringBitmap();
        some.add(100L, 900L);
        for (int row = 2 * Block.ROWS; row < content.size() + 500; row += 3) {
            some.add(row);
        }
        List<Matched> all = set.match(table, City.AS_OF);
        for (Kernel kernel : Keel.KERNELS) {
            for (RoaringBitmap among : List.of(some, new RoaringBitmap(), RoaringBitmap.bitmapOf(3))) {
                List<Matched> found = set.match(table, City.AS_OF, 2, kernel, among);
                for (int rule = 0; rule < found.size(); rule++) {
                    Matched whole = all.get(rule);
                    assertThat(found.get(rule))
                            .as("%s, %s", kernel.name(), set.rules().get(rule).text())
                            .isEqualTo(Matched.of(
                                    RoaringBitmap.and(whole.holds(), among),
                                    RoaringBitmap.and(whole.unknown(), among)));
                }
            }
        }
    }

    @Test
    void numbersThatFitNoLongStayExact() {
        List<String> numbers =
                List.of("0.000000000000000001", "999999999999999999", "12345678901234567890.5", "-0.1", "7");
        Table.Builder builder = Table.builder(City.DICTIONARY);
        numbers.forEach(n -> builder.append(Row.of(Map.of("revenue", new BigDecimal(n), "staff", 1))));
        Table table = builder.build();
        for (String number : numbers) {
            Rule rule = City.condition("revenue = " + number + " * staff");
            assertThat(RuleSet.of(List.of(rule))
                            .match(table, City.AS_OF)
                            .getFirst()
                            .holds()
                            .toArray())
                    .containsExactly(numbers.indexOf(number));
        }
    }

    @Test
    void overflowingProductsStayExact() {
        Table table = Table.builder(City.DICTIONARY)
                .append(Row.of(Map.of("revenue", new BigDecimal("999999999999999999"), "capital", 999999999999L)))
                .build();
        Rule rule = City.condition("revenue * capital = 999999999998999999000000000001");
        assertThat(RuleSet.of(List.of(rule))
                        .match(table, City.AS_OF)
                        .getFirst()
                        .holds()
                        .contains(0))
                .isTrue();
    }

    @Test
    void anyNumberOfThreadsGivesTheSame() {
        RandomRules random = new RandomRules(6, false);
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rules.add(City.condition(random.condition(1)));
        }
        List<Row> pattern = new ArrayList<>();
        for (int i = 0; i < 97; i++) {
            pattern.add(Row.of(random.row(0.2)));
        }
        Table.Builder builder = Table.builder(City.DICTIONARY);
        for (int i = 0; i < 140_000; i++) {
            builder.append(pattern.get(i % 97));
        }
        Table table = builder.build();
        RuleSet set = RuleSet.of(rules);
        List<Matched> one = set.match(table, City.AS_OF);
        assertThat(set.match(table, City.AS_OF, 3)).isEqualTo(one);
        for (int row : new int[] {0, 8191, 8192, 65_535, 65_536, 131_072, 139_999}) {
            for (int rule = 0; rule < rules.size(); rule++) {
                boolean holds = rules.get(rule).decide(pattern.get(row % 97), City.AS_OF) instanceof Outcome.Holds;
                assertThat(one.get(rule).holds().contains(row)).isEqualTo(holds);
            }
        }
        assertThatThrownBy(() -> set.match(table, City.AS_OF, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void equalAtomsAreSharedAmongRules() {
        RuleSet set = RuleSet.of(List.of(
                City.condition("staff > 5 and revenue > 3"),
                City.condition("5 < 从业人员 or 小微企业"),
                City.condition("not(staff > 5.0)"),
                City.condition("mature and staff < 300")));
        // staff > 5 (asked both ways), revenue > 3, the three of the small firm, the age of the mature one
        assertThat(set.atoms()).isEqualTo(7);
    }

    @Test
    void aTextThatHangsOnConditionsGoesByColumns() {
        String size = "(if revenue >= 2000 then \"large\" else if staff > 20 then \"small\" else industry)";
        List<Rule> rules = List.of(
                City.condition(size + " in (\"small\", \"micro\")"),
                City.condition("not(" + size + " = \"small\")"),
                City.condition("starts with(" + size + ", \"C3\")"));
        RuleSet set = RuleSet.of(rules);
        assertThat(set.slow()).isEmpty();
        List<Row> rows = List.of(
                City.row("revenue=3000"),
                City.row("revenue=100; staff=30"),
                City.row("revenue=100; staff=3; industry=C39"),
                City.row("revenue=100; staff=3; industry=micro"),
                City.row("revenue=100; staff=3"),
                City.row("staff=30"));
        Table.Builder builder = Table.builder(City.DICTIONARY);
        rows.forEach(builder::append);
        List<Matched> matched = set.match(builder.build(), City.AS_OF);
        for (int rule = 0; rule < rules.size(); rule++) {
            for (int row = 0; row < rows.size(); row++) {
                Outcome outcome = rules.get(rule).decide(rows.get(row), City.AS_OF);
                assertThat(matched.get(rule).holds().contains(row)).isEqualTo(outcome instanceof Outcome.Holds);
                assertThat(matched.get(rule).unknown().contains(row)).isEqualTo(outcome instanceof Outcome.Unknown);
            }
        }
    }

    @Test
    void saysWhichRulesGoRowByRowAndWhy() {
        RuleSet set = RuleSet.of(List.of(
                City.condition("rdExpense / revenue >= 0.03 and starts with(industry, \"C39\") and count(permits) > 1"),
                City.condition("industry = district"),
                City.condition("ageYears >= 3 and establishedOn <= licensedOn and rdShare * 2 > 0.1")));
        assertThat(set.slow()).singleElement().satisfies(slow -> {
            assertThat(slow.rule()).isEqualTo(1);
            assertThat(slow.reason()).isEqualTo("operation EQ over (district, industry) is not computed on columns");
        });
    }

    @Test
    void aRowIsJudgedAgainOnlyByTheRulesThatReadWhatChanged() {
        RuleSet set = RuleSet.of(List.of(
                City.condition("staff > 5 and revenue > 3"),
                City.condition("小微企业"),
                City.condition("district = \"a\""),
                City.condition("rdShare > 0.1 or district = \"b\"")));
        Row row = City.row("staff=7; revenue=100; district=b; defaulter=false");
        Decisions all = set.decide(row, City.AS_OF);
        assertThat(set.reading(List.of("district")).stream()).containsExactly(2, 3);
        assertThat(set.reading(List.of("revenue", "permits")).stream()).containsExactly(0, 1, 3);
        Decisions some = set.decide(row, City.AS_OF, List.of("staff"));
        assertThat(some.judged().stream()).containsExactly(0, 1);
        assertThat(some.holds().stream()).containsExactly(0, 1);
        assertThat(all.holds().stream()).containsExactly(0, 1, 3);
        assertThat(all.nearly().stream()).containsExactly(2);
        assertThat(set.decide(City.row("staff=7"), City.AS_OF).unknown().stream())
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void manyThreadsChangeAndMatchAndNobodySeesHalfARow() throws InterruptedException {
        RuleSet set = RuleSet.of(List.of(
                City.condition(
                        "staff = revenue and revenue = capital and industry = \"odd\" and staff in (1, 3, 5, 7)"),
                City.condition(
                        "staff = revenue and revenue = capital and industry = \"even\" and modulo(staff, 2) = 0"),
                City.condition("staff != revenue or revenue != capital or staff / capital != 1")));
        List<Row> kinds = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            kinds.add(City.row("staff=%d; revenue=%d; capital=%d; industry=%s"
                    .formatted(i + 1, i + 1, i + 1, i % 2 == 0 ? "odd" : "even")));
        }
        Table.Builder builder = Table.builder(City.DICTIONARY);
        for (int i = 0; i < 5000; i++) {
            builder.append(kinds.get(i % 8));
        }
        Table table = builder.build();
        Thread writer = new Thread(() -> {
            for (int i = 0; i < 60_000; i++) {
                table.set(i * 31 % 5000, kinds.get(i * 7 % 8));
            }
            for (int i = 0; i < 3000; i++) {
                table.append(kinds.get(i % 8));
            }
        });
        writer.start();
        do {
            Counts counts = set.count(table, City.AS_OF, 2);
            assertThat(counts.holds(0) + counts.holds(1)).isEqualTo(counts.rows());
            assertThat(counts.holds(2) + counts.unknown(2)).isZero();
            Row seen = table.row((int) (counts.rows() - 1));
            assertThat(seen.value("staff")).isEqualTo(seen.value("capital"));
        } while (writer.isAlive());
        writer.join();
        assertThat(table.rows()).isEqualTo(8000);
        assertThat(set.count(table, City.AS_OF, 1).rows()).isEqualTo(8000);
    }

    @Test
    void rowsPutInOrderTellWhereTheyCameFrom() {
        Table table = Table.builder(City.DICTIONARY)
                .append(City.row("district=b; staff=2"))
                .append(City.row("district=a; staff=9"))
                .append(City.row("staff=5"))
                .append(City.row("district=a; staff=1"))
                .orderedBy(List.of("district", "staff"))
                .build();
        List<Integer> came = new ArrayList<>();
        for (int row = 0; row < 4; row++) {
            came.add(table.appendedAs(row));
        }
        assertThat(came).containsExactly(2, 3, 1, 0);
        assertThat(table.row(1).value("staff")).isEqualTo(BigDecimal.ONE);
        assertThat(table.append(City.row("district=a"))).isEqualTo(4);
        assertThat(table.appendedAs(4)).isEqualTo(4);
    }

    @Test
    void anEmptyTableMatchesNothing() {
        Table table = Table.builder(City.DICTIONARY).build();
        Matched matched = RuleSet.of(List.of(City.condition("staff > 5")))
                .match(table, City.AS_OF)
                .getFirst();
        assertThat(matched.holds().isEmpty() && matched.unknown().isEmpty()).isTrue();
    }

    @Test
    void rulesExplainedTogetherSayWhatEachSaysAlone() {
        RandomRules random = new RandomRules(17, false);
        List<Rule> rules = new ArrayList<>(Keel.rules(random, 80));
        for (int i = 0; i < 60; i++) {
            rules.add(Rule.all(List.of(rules.get(i), rules.get(i * 7 % 80))));
        }
        RuleSet set = RuleSet.of(rules);
        BitSet all = new BitSet();
        all.set(0, rules.size());
        for (int i = 0; i < 30; i++) {
            Row row = Row.of(random.row(0.3));
            List<Explanation> together = set.explain(row, City.AS_OF, all);
            for (int rule = 0; rule < rules.size(); rule++) {
                assertThat(together.get(rule)).isEqualTo(rules.get(rule).explain(row, City.AS_OF));
            }
        }
    }

    @Test
    void aColumnOfVeryManyTextsKnowsEachOfThemAndTakesMore() {
        Table.Builder builder = Table.builder(City.DICTIONARY);
        for (int i = 0; i < 70_000; i++) {
            builder.append(City.row("entityType=T%05d".formatted(i * 7_919 % 70_000)));
        }
        Table table = builder.build();
        assertThat(only(table, "T00000")).containsExactly(0);
        assertThat(only(table, "T07919")).containsExactly(1);
        assertThat(only(table, "T99999")).isEmpty();
        table.set(5, City.row("entityType=T99999"));
        table.set(6, City.row("entityType=T07919"));
        table.append(City.row("entityType=T99999"));
        assertThat(only(table, "T99999")).containsExactly(5, 70_000);
        assertThat(only(table, "T07919")).containsExactly(1, 6);
        assertThat(table.row(7).value("entityType")).isEqualTo("T55433");
    }

    @Test
    void textsThatComeAgainAndTextsOfTheSameHashAreKeptApartAmongVeryMany() {
        Table.Builder builder = Table.builder(City.DICTIONARY);
        for (int i = 0; i < 100_000; i++) {
            String hash = i % 2 == 0 ? "Aa" : "BB"; // which Java takes for the same
            builder.append(City.row("entityType=%s%d".formatted(hash, i < 90_000 ? i / 2 : i % 100)));
        }
        Table table = builder.build();
        assertThat(only(table, "Aa40000")).containsExactly(80_000);
        assertThat(only(table, "BB40000")).containsExactly(80_001);
        int[] again = only(table, "BB7");
        assertThat(again).hasSize(101).startsWith(15, 90_007).endsWith(99_907);
        assertThat(only(table, "Aa7")).containsExactly(14);
        table.set(3, City.row("entityType=BB7"));
        assertThat(only(table, "BB7")).hasSize(102).startsWith(3, 15);
        Rule some = City.condition("starts with(entityType, \"BB4000\")");
        assertThat(RuleSet.of(List.of(some))
                        .match(table, City.AS_OF)
                        .getFirst()
                        .holds()
                        .getCardinality())
                .isEqualTo(11);
    }

    private static int[] only(Table table, String type) {
        Rule rule = City.condition("entityType = \"" + type + "\"");
        return RuleSet.of(List.of(rule))
                .match(table, City.AS_OF)
                .getFirst()
                .holds()
                .toArray();
    }

    @Test
    void takesConditionsOnly() {
        Rule value = City.value("staff * 2");
        assertThatThrownBy(() -> RuleSet.of(List.of(value))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theDeepestRulesRunOnASmallStack() throws InterruptedException {
        List<String> texts = List.of(
                "staff" + " + revenue".repeat(199) + " > 1",
                "(".repeat(55) + "staff" + (" + revenue".repeat(3) + ")").repeat(55) + " > 1",
                "not(exporter and ".repeat(60) + "staff > 1" + ")".repeat(60),
                "staff in [1..2] and ".repeat(50) + "exporter",
                "some x in permits satisfies ".repeat(55) + "x = \"a\"",
                "if exporter then true else ".repeat(60) + "staff > 1",
                "exporter" + " or staff > 1".repeat(450));
        List<Throwable> thrown = new ArrayList<>();
        List<String> decided = new ArrayList<>();
        Runnable run = () -> texts.forEach(text -> {
            Rule rule = City.condition(text);
            Row row = City.row("staff=1; permits=a,b; exporter=false");
            assertThat(rule.explain(row, City.AS_OF).outcome()).isEqualTo(rule.decide(row, City.AS_OF));
            Table table = Table.builder(City.DICTIONARY).append(row).build();
            assertThat(RuleSet.of(List.of(rule)).match(table, City.AS_OF)).hasSize(1);
            decided.add(text);
        });
        Thread small = new Thread(null, run, "small stack", 1 << 20);
        small.setUncaughtExceptionHandler((thread, error) -> thrown.add(error));
        small.start();
        small.join();
        assertThat(thrown).isEmpty();
        assertThat(decided).hasSameSizeAs(texts);
    }
}
