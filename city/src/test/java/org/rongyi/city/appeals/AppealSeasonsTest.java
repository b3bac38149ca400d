package org.rongyi.city.appeals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.ui.CityWords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What came in the same weeks of former years is told some weeks before.
@CityTest
class AppealSeasonsTest {
    private static final String INSERT = """
            insert into appeals.appeal (case_id, number, code, key, channel, title, words, place, who, confidential,
                                        category, type, at, state, unit, closed_at)
            values (?, ?, 'SEASON23', ?, 'CALL', '往年的一件', '往年的一件', '', '某某（测试）', false, ?, 'HELP', ?,
                    'settled', '供气', ?)""";
    /// Cases of former years that this database does not have.
    private static final AtomicLong CASES = new AtomicLong(-900_000_000);

    private final JdbcClient database;
    private final CityWords city;
    private final TestClock clock;
    private final TransactionTemplate transaction;

    @Autowired
    AppealSeasonsTest(JdbcClient database, CityWords city, TestClock clock, PlatformTransactionManager transactions) {
        this.database = database;
        this.city = city;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    private void came(String category, String day, int times) {
        for (int i = 0; i < times; i++) {
            String key = "season-" + UUID.randomUUID();
            var at = AppealTable.stamp(LocalDate.parse(day)
                    .atTime(10, 0)
                    .atZone(TestClock.SHANGHAI)
                    .toInstant());
            database.sql(INSERT)
                    .params(CASES.decrementAndGet(), key, key, category, at, at)
                    .update();
        }
    }

    private List<AppealSeasons.Season> ahead() {
        return new CountedSeasons(database, city, clock).ahead();
    }

    /// Taken back: nobody else's counts have years before this one.
    @Test
    void whatFormerYearsHadInTheWeeksAheadIsToldWithItsCounts() {
        transaction.executeWithoutResult(status -> {
            came("E0301", "2023-01-10", 1); // so far back everything is known
            came("E0603", "2025-12-10", 12);
            came("E0603", "2025-07-01", 5);
            came("E0603", "2024-12-20", 9);
            came("E0603", "2024-06-20", 2);
            came("E0602", "2025-12-12", 8); // as many as in every month
            for (int month = 1; month <= 11; month++) {
                came("E0602", "2025-%02d-05".formatted(month), 8);
            }
            came("E0501", "2025-12-15", 20); // only once, and not the year before
            came("E0501", "2024-07-15", 20);
            came("E0404", "2025-12-15", 4); // too few
            assertThat(ahead())
                    .filteredOn(season ->
                            List.of("E0603", "E0602", "E0501", "E0404").contains(season.category()))
                    .singleElement()
                    .satisfies(season -> {
                        assertThat(season.category()).isEqualTo("E0603");
                        assertThat(season.from()).isEqualTo(LocalDate.of(2026, 11, 30));
                        assertThat(season.years())
                                .extracting(AppealSeasons.Year::year, AppealSeasons.Year::count)
                                .startsWith(tuple(2025, 12), tuple(2024, 9));
                        assertThat(season.years().getFirst().usual()).isLessThan(1);
                        assertThat(season.numbers()).hasSize(5);
                    });
            status.setRollbackOnly();
        });
    }

    @Test
    void oneYearThatIsNotKnownWholeTellsNothing() {
        transaction.executeWithoutResult(status -> {
            came("E0603", "2025-12-10", 12);
            CountedSeasons seasons = new CountedSeasons(database, city, clock);
            assertThat(seasons.count(clock.today(), LocalDate.of(2025, 9, 1))).isEmpty();
            assertThat(seasons.count(clock.today(), LocalDate.of(2025, 6, 1))).isNotEmpty();
            status.setRollbackOnly();
        });
    }
}
