package org.rongyi.city.appeals.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.appeals.Seats;
import org.rongyi.city.cases.CaseFile;
import org.rongyi.city.cases.CaseFiles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The invented past of a demo is lived through the doors, at its own days, and says that it is invented.
@CityTest
class DemoAppealsTest {
    private static final Path FILE = Path.of("..", "cities", "chengdu", "appeals", "demo.csv");

    @Autowired
    private DemoAppeals demo;

    @Autowired
    private Appeals appeals;

    @Autowired
    private Seats seats;

    @Autowired
    private CaseFiles files;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient database;

    @Autowired
    private PlatformTransactionManager transactions;

    /// All of it is taken back: nobody else's lists have it.
    @Test
    void eachIsMarkedHasItsOwnDaysAndAWholeTimeline() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            int lived = demo.live(FILE);
            List<Appeal> all = database
                    .sql("select number from appeals.appeal where who like '来信人 %（演示）' order by id")
                    .query((row, _) -> row.getString(1))
                    .list()
                    .stream()
                    .map(number -> seats.find(number).orElseThrow())
                    .toList();
            assertThat(all).hasSize(lived).hasSizeGreaterThan(150);
            assertThat(all).allSatisfy(appeal -> assertThat(appeal.title()).contains("（演示）"));
            Instant monthAgo = clock.instant().minus(Duration.ofDays(31));
            assertThat(all)
                    .extracting(Appeal::at)
                    .allSatisfy(at -> assertThat(at).isBetween(monthAgo, clock.instant()));
            List<CaseFile> records = all.stream().map(appeals::record).toList();
            assertThat(records)
                    .extracting(file -> file.now().state().id())
                    .contains("solved", "handling", "dispatched", "replied");
            assertThat(records).anyMatch(file -> file.now().reopened() > 0);
            assertThat(records)
                    .allSatisfy(file ->
                            assertThat(files.verify(file.now().id())).isInstanceOf(CaseFiles.Verification.Intact.class))
                    .allSatisfy(
                            file -> assertThat(file.timeline().getLast().at()).isBeforeOrEqualTo(clock.instant()));
            status.setRollbackOnly();
        });
    }
}
