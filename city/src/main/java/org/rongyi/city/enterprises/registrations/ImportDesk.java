package org.rongyi.city.enterprises.registrations;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.rongyi.city.enterprises.registrations.RegistrationImport.Counts;
import org.rongyi.city.enterprises.registrations.RegistrationImport.Outcome;
import org.rongyi.city.enterprises.registrations.RegistrationImport.Progress;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;

/// Where files are taken one after the other, each on record from its first row to its last.
@Component
class ImportDesk {
    /// Each writing is one wait for the disk; a page that shows how far a file is, asks no more often.
    private static final long NANOS_BETWEEN = 500_000_000L;

    private static final int MOST_UNWRITTEN = 10_000;

    private final RegistrationImport registrations;
    private final ImportLog log;
    private final DataSource source;

    ImportDesk(RegistrationImport registrations, ImportLog log, DataSource source) {
        this.registrations = registrations;
        this.log = log;
        this.source = source;
    }

    /// Empty while somebody else takes files.
    Optional<Turn> turn() {
        return ImportLock.tryTake(source).map(Turn::new);
    }

    /// To be closed after the last file: then the other rooms hear of it, and the next may begin.
    final class Turn implements AutoCloseable {
        private final ImportLock lock;
        private Counts all = Counts.NONE;

        private Turn(ImportLock lock) {
            this.lock = lock;
        }

        long begin(String fileName, long bytes, LocalDate asOf, String account) {
            return log.begin(fileName, bytes, asOf, account);
        }

        /// @param problems is told each of them too
        Outcome take(
                long id, Path file, LocalDate asOf, String account, Consumer<Problem> problems, Progress progress) {
            Record record = new Record(id, problems, progress);
            try {
                Outcome outcome = registrations.take(file, asOf, account, record::add, record);
                record.flush();
                switch (outcome) {
                    case Outcome.Read(Counts counts, List<String> unused) -> log.read(id, counts, unused);
                    case Outcome.Unreadable(String zh, String en) -> log.unreadable(id, new Words(zh, en));
                }
                return outcome;
            } catch (RuntimeException broken) {
                log.brokenOff(id, record.counts);
                throw broken;
            } finally {
                all = all.plus(record.counts);
            }
        }

        @Override
        public void close() {
            try (lock) {
                registrations.finish(all);
            }
        }
    }

    /// Writes down how far the file has been read, and what could not be taken of it.
    private final class Record implements Progress {
        private final long id;
        private final Consumer<Problem> also;
        private final Progress alsoProgress;
        private final List<Problem> problems = new ArrayList<>();
        private int written;
        private long lastWritten = System.nanoTime();
        private Counts counts = Counts.NONE;

        Record(long id, Consumer<Problem> also, Progress alsoProgress) {
            this.id = id;
            this.also = also;
            this.alsoProgress = alsoProgress;
        }

        void add(Problem problem) {
            problems.add(problem);
            also.accept(problem);
        }

        @Override
        public void at(long bytesRead, long bytes, Counts soFar) {
            counts = soFar;
            if (System.nanoTime() - lastWritten > NANOS_BETWEEN || problems.size() >= MOST_UNWRITTEN) {
                flush();
                log.progress(id, bytesRead, soFar);
                lastWritten = System.nanoTime();
            }
            alsoProgress.at(bytesRead, bytes, soFar);
        }

        private void flush() {
            if (!problems.isEmpty()) {
                log.add(id, written, problems);
                written += problems.size();
                problems.clear();
            }
        }
    }
}
