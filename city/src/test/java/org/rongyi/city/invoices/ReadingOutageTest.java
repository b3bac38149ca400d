package org.rongyi.city.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// What the database fails over is no file's fault, and costs none its bytes.
@CityTest
class ReadingOutageTest {
    private static final UploadTable.Waiting FILE =
            new UploadTable.Waiting(1, 1, "a.xml", new byte[] {'<'}, UploadTable.MOST_TRIES - 1);

    private final JdbcClient database;
    private final JdbcTemplate many;
    private final ArchiveTable archive;
    private final InvoiceArchive kept;
    private final TransactionTemplate transactions;
    private final CityWords city;
    private final List<String> blamed = new ArrayList<>();

    @Autowired
    ReadingOutageTest(
            JdbcClient database,
            JdbcTemplate many,
            ArchiveTable archive,
            InvoiceArchive kept,
            TransactionTemplate transactions,
            CityWords city) {
        this.database = database;
        this.many = many;
        this.archive = archive;
        this.kept = kept;
        this.transactions = transactions;
        this.city = city;
    }

    /// At the last try of one file.
    private KeptUploads reading(RuntimeException failure) {
        UploadTable table = new UploadTable(database, many) {
            @Override
            List<Waiting> next(int limit) {
                return List.of(FILE);
            }

            @Override
            CreditCode firmOf(long upload) {
                throw failure;
            }

            @Override
            void finish(long upload, Instant at) {
                blamed.add("finished");
            }
        };
        Judging judging =
                new Judging(new FileReader(), archive, table, _ -> Optional.empty(), city, Clock.systemUTC()) {
                    @Override
                    void giveUp(UploadTable.Waiting file) {
                        blamed.add(file.name());
                    }
                };
        return new KeptUploads(table, judging, kept, transactions, _ -> {}, city, Clock.systemUTC());
    }

    @Test
    void aDatabaseThatIsGoneOrFullIsThrownAndTheFileKeepsItsBytes() {
        for (RuntimeException outage : List.of(
                new DataAccessResourceFailureException("the disk is full"),
                new CannotCreateTransactionException("no connection"))) {
            assertThatThrownBy(reading(outage)::readSome).isSameAs(outage);
        }
        assertThat(blamed).isEmpty();
    }

    @Test
    void whatTheDatabaseCannotKeepOfAFileIsTheFilesFault() {
        assertThat(reading(new DataIntegrityViolationException("no such sign")).readSome())
                .isTrue();
        assertThat(blamed).containsExactly("a.xml", "finished");
    }
}
