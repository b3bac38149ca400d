package org.rongyi.city.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rongyi.city.enterprises.TestFirms.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.enterprises.Changes;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.policies.CityColumns.Filled;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.rules.Rule;
import org.rongyi.rules.column.Amounts;
import org.springframework.beans.factory.annotation.Autowired;

/// The figures of a large city are kept for a minute in which firms go on changing.
@CityTest
class KnownReachTest {
    @Autowired
    private CityColumns columns;

    @Autowired
    private DraftReader reader;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private Changes changes;

    @Autowired
    private TestClock clock;

    private Filled city() {
        await().until(() -> columns.filled() != null);
        return Objects.requireNonNull(columns.filled());
    }

    @Test
    void whatAFirmHadBeforeItChangedStaysInNoSum() {
        CreditCode firm = TestFirms.newCode();
        earns(firm, 3);
        Filled city = city();
        KnownReach.OfCity known = new KnownReach().of(city, clock.today());
        Rule amount = reader.value("应纳税所得额 * 10000").orElseThrow();
        RoaringBitmap everybody = RoaringBitmap.bitmapOfRange(0, city.table().rows());
        known.sums(amount, null, List.of(everybody));
        assertThat(known.age()).isZero();
        earns(firm, 300);
        RoaringBitmap others = everybody.clone();
        others.remove(row(city, firm));
        Amounts.Sum told = known.sums(amount, null, List.of(others)).getFirst();
        Amounts.Sum counted = Amounts.of(city.table(), amount, clock.today(), null, List.of(others), 1)
                .getFirst();
        assertThat(told.known()).isEqualTo(counted.known()).isPositive();
        assertThat(told.sum()).isEqualByComparingTo(counted.sum());
        assertThat(known.age()).isPositive();
    }

    private void earns(CreditCode firm, int income) {
        BigDecimal tenThousands = BigDecimal.valueOf(income);
        Map<String, Object> head = Map.of("entityName", "合计面馆（测试）", "entityType", "个体工商户");
        enterprises.record(report(firm, "市监", "2024-01-01", head));
        enterprises.record(report(firm, "税务", "2026-11-20", Map.of("taxableIncome", tenThousands)));
        Filled city = city();
        await().untilAsserted(() -> assertThat(city.table().row(row(city, firm)).value("taxableIncome"))
                .isEqualTo(tenThousands));
    }

    private int row(Filled city, CreditCode firm) {
        long number = changes.firmsOf(List.of(firm)).getFirst().number();
        return IntStream.range(0, city.table().rows())
                .filter(row -> city.number(row) == number)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the columns do not have the firm yet"));
    }
}
