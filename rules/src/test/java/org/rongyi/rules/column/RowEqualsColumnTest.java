package org.rongyi.rules.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.rules.City;
import org.rongyi.rules.RandomRules;
import org.rongyi.rules.Row;

/// The keel: on any rule and any row, both engines agree, on every path that columns may take.
class RowEqualsColumnTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void bothEnginesGiveTheSameOutcomeForEveryRuleAndRow(long seed) {
        RandomRules random = new RandomRules(seed, false);
        RuleSet set = RuleSet.of(Keel.rules(random, 300));
        List<Map<String, Object>> content = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            content.add(random.row(i % 5 * 0.2));
        }
        Keel.decides(set, content, "before any table, seed " + seed);
        Keel.holds(set, Keel.table(content, List.of()), content, "seed " + seed);
        Keel.decides(set, content, "seed " + seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23})
    void blocksDecidedByTheirStatisticsAgree(long seed) {
        RandomRules random = new RandomRules(seed, false);
        SplittableRandom draw = new SplittableRandom(seed);
        RuleSet set = RuleSet.of(Keel.rules(random, 120));
        List<Map<String, Object>> different = Keel.rows(random, 40, 0.3);
        List<Map<String, Object>> content = new ArrayList<>();
        for (int i = 0; i < 5 * Block.ROWS - 77; i++) {
            content.add(different.get(draw.nextInt(different.size())));
        }
        Table table = Keel.table(content, List.of("industry", "staff", "establishedOn"));
        Keel.holds(set, table, Keel.inOrder(table, content), "seed " + seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32})
    void blocksWithoutGapsAgree(long seed) {
        RandomRules random = new RandomRules(seed, false);
        RuleSet set = RuleSet.of(Keel.rules(random, 150));
        List<Map<String, Object>> different = Keel.rows(random, 60, 0);
        List<Map<String, Object>> content = new ArrayList<>();
        for (int i = 0; i < 2 * Block.ROWS + 300; i++) {
            content.add(different.get(i % different.size()));
        }
        Keel.holds(set, Keel.table(content, List.of()), content, "seed " + seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {41, 42, 43})
    void rowsReplacedAndAddedAgree(long seed) {
        RandomRules random = new RandomRules(seed, false);
        SplittableRandom draw = new SplittableRandom(seed);
        RuleSet set = RuleSet.of(Keel.rules(random, 100));
        List<Map<String, Object>> different = Keel.rows(random, 50, 0.4);
        List<Map<String, Object>> content = new ArrayList<>();
        for (int i = 0; i < Block.ROWS - 5; i++) {
            content.add(new HashMap<>(different.get(i % 10)));
        }
        Table table = Keel.table(content, List.of());
        Keel.holds(set, table, content, "as built, seed " + seed);
        for (int i = 0; i < 400; i++) {
            Map<String, Object> row = new HashMap<>(different.get(draw.nextInt(50)));
            unusual(row, i, draw);
            if (i % 4 == 0) {
                assertThat(table.append(Row.of(row))).isEqualTo(content.size());
                content.add(row);
            } else {
                int at = draw.nextInt(content.size());
                table.set(at, Row.of(row));
                content.set(at, row);
            }
            if (i % 133 == 0) {
                Keel.holds(set, table, content, "after %d changes, seed %d".formatted(i + 1, seed));
            }
        }
        Keel.holds(set, table, content, "at the end, seed " + seed);
    }

    /// Values that the columns did not know when they were built.
    private static void unusual(Map<String, Object> row, int i, SplittableRandom draw) {
        switch (i % 7) {
            case 0 -> row.put("revenue", BigDecimal.valueOf(draw.nextInt(5_000_000), 3));
            case 1 -> row.put("staff", BigDecimal.valueOf(draw.nextInt(400)));
            case 2 -> row.put("industry", "C" + draw.nextInt(3900, 4000));
            case 3 -> row.put("permits", Set.of("a", "x" + draw.nextInt(300)));
            case 4 -> row.put("establishedOn", LocalDate.of(2027, 1, 1).plusDays(draw.nextInt(3000)));
            case 5 -> row.put("capital", i < 300 ? BigDecimal.ONE : new BigDecimal("12345678901234567890.5"));
            default -> row.put("licensedOn", LocalDate.of(1900, 1, 1).plusDays(draw.nextInt(30)));
        }
    }

    @Test
    void valuesInAColumnOfMoreThanCodesCanTellAgree() {
        SplittableRandom draw = new SplittableRandom(5);
        List<Map<String, Object>> content = new ArrayList<>();
        List<BigDecimal> revenues = new ArrayList<>();
        for (int i = 0; i < 70_000; i++) {
            int cents = draw.nextInt(4) == 0 ? 100 * draw.nextInt(300) : draw.nextInt(9_000_000);
            revenues.add(BigDecimal.valueOf(cents, 2));
            content.add(Map.of("revenue", revenues.get(i), "staff", BigDecimal.valueOf(draw.nextInt(500))));
        }
        Table table = Keel.table(content, List.of("staff"));
        List<Map<String, Object>> inOrder = Keel.inOrder(table, content);
        for (int i = 0; i < 40; i++) {
            BigDecimal bound = BigDecimal.valueOf(draw.nextInt(9_000_000), 2);
            BigDecimal exact = revenues.get(i);
            for (String text : List.of(
                    "revenue >= " + bound,
                    "revenue < " + exact,
                    "revenue = " + exact,
                    "revenue in (%s, %s)".formatted(bound, exact),
                    "revenue != " + exact,
                    "revenue * 3 > " + exact.multiply(BigDecimal.valueOf(3)),
                    "revenue / staff >= " + bound.movePointLeft(2))) {
                RuleSet set = RuleSet.of(List.of(City.condition(text)));
                BitSet expected = new BitSet();
                for (int row = i; row < inOrder.size(); row += 37) {
                    expected.set(
                            row,
                            set.rules().getFirst().decide(Row.of(inOrder.get(row)), City.AS_OF)
                                    instanceof org.rongyi.rules.Outcome.Holds);
                }
                for (Kernel kernel : Keel.KERNELS) {
                    var matched =
                            set.match(table, City.AS_OF, 2, kernel).getFirst().holds();
                    for (int row = i; row < inOrder.size(); row += 37) {
                        if (matched.contains(row) != expected.get(row)) {
                            assertThat(matched.contains(row))
                                    .as("%s, row %s, %s".formatted(text, inOrder.get(row), kernel.name()))
                                    .isEqualTo(expected.get(row));
                        }
                    }
                }
            }
        }
    }
}
