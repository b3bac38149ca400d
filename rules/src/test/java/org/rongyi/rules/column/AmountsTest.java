package org.rongyi.rules.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roaringbitmap.RoaringBitmap;
import org.rongyi.rules.Answer;
import org.rongyi.rules.City;
import org.rongyi.rules.RandomRules;
import org.rongyi.rules.Row;
import org.rongyi.rules.Rule;

/// What columns add up is what the rows give one by one.
class AmountsTest {
    private static final int ROWS = 70_000;

    private final List<Row> different = new ArrayList<>();
    private final Table table;

    AmountsTest() {
        RandomRules random = new RandomRules(11, false);
        for (int i = 0; i < 300; i++) {
            different.add(Row.of(random.row(0.2)));
        }
        Table.Builder builder = Table.builder(City.DICTIONARY);
        for (int i = 0; i < ROWS; i++) {
            builder.append(row(i));
        }
        table = builder.build();
    }

    private Row row(int number) {
        return different.get(number * 7 % different.size());
    }

    private static RoaringBitmap some(int seed, int oneOf) {
        Random random = new Random(seed);
        RoaringBitmap rows = new RoaringBitmap();
        for (int row = 0; row < ROWS; row++) {
            if (random.nextInt(oneOf) == 0) {
                rows.add(row);
            }
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "revenue * 0.1",
                "24000",
                "if staff > 10 then 5000 else revenue * 10",
                "if entityType = \"公司\" and not(失信) then 20 else staff * 3.5",
                "revenue - rdExpense",
                "min(revenue, 100) * 2",
                "revenue / staff"
            })
    void theSumIsThatOfTheRows(String text) {
        Rule amount = City.value(text);
        List<RoaringBitmap> sets = List.of(some(1, 2), some(2, 9), new RoaringBitmap());
        for (@Nullable BigDecimal cap : new BigDecimal[] {null, new BigDecimal("150.5")}) {
            List<Amounts.Sum> sums = Amounts.of(table, amount, City.AS_OF, cap, sets, 2);
            for (int i = 0; i < sets.size(); i++) {
                Amounts.Sum expected = rowByRow(amount, sets.get(i), cap);
                Amounts.Sum actual = sums.get(i);
                assertThat(actual.known()).as(text).isEqualTo(expected.known());
                assertThat(actual.beyond()).as(text).isEqualTo(expected.beyond());
                assertThat(actual.sum()).as(text).isCloseTo(expected.sum(), near(expected.sum()));
                assertThat(actual.capped()).as(text).isCloseTo(expected.capped(), near(expected.capped()));
            }
        }
    }

    @Test
    void severalAmountsOfTheSameRowsAreThoseOfEach() {
        List<Rule> amounts = List.of(
                City.value("revenue * 0.1"),
                City.value("revenue * 0.2 + 3"),
                City.value("24000"),
                City.value("if entityType = \"公司\" then staff else revenue"),
                City.value("min(revenue, 100) * 2"),
                City.value("revenue / staff"));
        RoaringBitmap set = some(4, 3);
        for (@Nullable BigDecimal cap : new BigDecimal[] {null, new BigDecimal("150.5")}) {
            List<Amounts.Sum> sums = new ArrayList<>(Amounts.ofMany(table, amounts, City.AS_OF, cap, set, 2));
            // As where no two rows are alike; without the least of two, which only the row engine knows, too.
            sums.addAll(Amounts.together(table, amounts, City.AS_OF, cap, List.of(set), 2));
            sums.addAll(Amounts.together(table, amounts.subList(0, 4), City.AS_OF, cap, List.of(set), 2));
            for (int i = 0; i < sums.size(); i++) {
                Amounts.Sum expected = rowByRow(amounts.get(i % amounts.size()), set, cap);
                assertThat(sums.get(i).known()).isEqualTo(expected.known());
                assertThat(sums.get(i).beyond()).isEqualTo(expected.beyond());
                assertThat(sums.get(i).sum()).isCloseTo(expected.sum(), near(expected.sum()));
                assertThat(sums.get(i).capped()).isCloseTo(expected.capped(), near(expected.capped()));
            }
        }
        assertThat(Amounts.ofMany(table, List.of(City.value("7")), City.AS_OF, null, set, 2))
                .containsExactly(new Amounts.Sum(
                        set.getCardinality(),
                        BigDecimal.valueOf(7L * set.getCardinality()),
                        BigDecimal.valueOf(7L * set.getCardinality()),
                        0));
    }

    /// Some of the random values are so large that no long holds them: those are added nearly.
    private static Offset<BigDecimal> near(BigDecimal sum) {
        return within(sum.multiply(new BigDecimal("1e-12")).max(new BigDecimal("0.000001")));
    }

    private Amounts.Sum rowByRow(Rule amount, RoaringBitmap rows, @Nullable BigDecimal cap) {
        long known = 0;
        long beyond = 0;
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal capped = BigDecimal.ZERO;
        for (int row : rows) {
            if (amount.evaluate(row(row), City.AS_OF) instanceof Answer.Known(BigDecimal value)
                    && value.signum() >= 0) {
                known++;
                sum = sum.add(value);
                boolean over = cap != null && value.compareTo(cap) > 0;
                beyond += over ? 1 : 0;
                capped = capped.add(over && cap != null ? cap : value);
            }
        }
        return new Amounts.Sum(known, sum, capped, beyond);
    }

    @Test
    void onlyNumbersAddUp() {
        Rule text = City.value("entityType");
        assertThatThrownBy(() -> Amounts.of(table, text, City.AS_OF, null, List.of(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gives no number");
    }
}
