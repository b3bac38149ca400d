package org.rongyi.city.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.identity.Acting;
import org.rongyi.texts.pages.Reading;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The queue of papers to be read, seen within a transaction that is taken back: nobody else reads them meanwhile.
@CityTest
class ReadingTableTest {
    @Autowired
    private Story story;

    @Autowired
    private Drafts drafts;

    @Autowired
    private ReadingTable table;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    private List<Long> waiting(Acting founder) {
        database.sql("delete from applications.reading where state = 'WAITING'").update();
        long id = drafts.begin(
                        founder,
                        new Drafts.Beginning(
                                "start-company",
                                Map.of("firmStaff", BigDecimal.ZERO),
                                Set.of("needsInvoices"),
                                Set.of()))
                .id();
        byte[] content = ("%PDF-1.7" + " ".repeat(500) + "%%EOF").getBytes(StandardCharsets.US_ASCII);
        for (String paper : List.of("articles", "appointment")) {
            assertThat(drafts.attach(id, founder, paper, paper + ".pdf", content))
                    .isEqualTo(Drafts.Attaching.KEPT);
        }
        return List.copyOf(table.waiting(id));
    }

    private Optional<Long> take() {
        return table.take().map(ReadingTable.Waiting::file);
    }

    private void sixMinutesLater() {
        database.sql("update applications.reading set taken_at = taken_at - interval '6 minutes' where attempts > 0")
                .update();
    }

    private String state(long file) {
        return database.sql("select state from applications.reading where file_id = ?")
                .param(file)
                .query(String.class)
                .single();
    }

    @Test
    void aFileThatEndsItsReadersIsTriedTwiceAndTheOthersAreRead() {
        Acting founder = story.person("创业者（测试）");
        new TransactionTemplate(transactions).executeWithoutResult(taken -> {
            taken.setRollbackOnly();
            List<Long> files = waiting(founder);
            long fatal = files.getFirst();
            long other = files.getLast();
            assertThat(take()).hasValue(fatal);
            assertThat(take()).as("another process takes the next").hasValue(other);
            table.save(other, new Reading(Reading.State.TEXT, "任职决定"), clock.instant());
            assertThat(take()).isEmpty();
            sixMinutesLater();
            assertThat(take()).as("its process ended").hasValue(fatal);
            assertThat(state(fatal)).isEqualTo("WAITING");
            sixMinutesLater();
            assertThat(take()).isEmpty();
            assertThat(state(fatal)).isEqualTo("SKIPPED");
            assertThat(table.find(fatal)).isEmpty();
            assertThat(table.find(other)).hasValue(new Reading(Reading.State.TEXT, "任职决定"));
        });
    }

    @Test
    void whereNobodyReadsNothingIsWaitedFor() {
        Acting founder = story.person("创业者（测试）");
        new TransactionTemplate(transactions).executeWithoutResult(taken -> {
            taken.setRollbackOnly();
            assertThat(waiting(founder)).hasSize(2);
            long id = database.sql("select max(id) from applications.application")
                    .query(Long.class)
                    .single();
            assertThat(new ReadingTable(database, false).waiting(id)).isEmpty();
        });
    }
}
