package org.rongyi.city.applications;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.Watch;
import org.rongyi.texts.pages.PageReader;
import org.rongyi.texts.pages.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Reads the papers that people bring, one after the other: a page takes a second or more of a processor. The queue is
/// a table, so a house that was killed reads on. Nobody waits for it: what is not read yet is not compared.
@Component
@ConditionalOnWebApplication
class PaperReading implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /// More hands that are stuck would take the processors and the memory from those who want pages.
    private static final int MOST_STUCK = 2;

    private static final Logger LOG = LoggerFactory.getLogger(PaperReading.class);

    private final ReadingTable table;
    private final Clock clock;
    private final boolean reads;
    private final Watch watch = new Watch("papers", this::readOn);
    private final List<Hand> stuck = new ArrayList<>();
    private @Nullable Hand hand;
    private boolean gaveUp;

    /// @param reads whether papers are read at all
    PaperReading(ReadingTable table, Clock clock, @Value("${rongyi.papers.read:true}") boolean reads) {
        this.table = table;
        this.clock = clock;
        this.reads = reads;
    }

    /// A file was kept, and is kept for good once its transaction ends.
    record Kept(long file) {}

    @EventListener
    void await(Kept kept) {
        if (!reads) {
            return;
        }
        table.await(kept.file());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                watch.news();
            }
        });
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() {
        if (reads) {
            watch.open();
        }
    }

    /// One who reads, who may get stuck in a file that was made for that.
    private record Hand(PageReader reader, ExecutorService thread) {
        static Hand fresh() {
            return new Hand(
                    new PageReader(),
                    Executors.newSingleThreadExecutor(Thread.ofPlatform()
                            .name("reads-paper")
                            .daemon()
                            .uncaughtExceptionHandler(
                                    (_, fault) -> LOG.warn("The models of a reader are not closed.", fault))
                            .factory()));
        }

        /// The models are closed by whoever uses them, once that is over.
        void rest() {
            thread.execute(reader::close);
            thread.shutdown();
        }
    }

    private Duration readOn() {
        try {
            boolean idle = true;
            for (var next = next(); next.isPresent(); next = next()) {
                table.save(next.get().file(), read(next.get()), clock.instant());
                idle = false;
            }
            if (idle) {
                rest();
            }
        } catch (DataAccessException outage) {
            if (!watch.closed()) {
                LOG.warn("Papers are not read; the next attempt is in {}", LOOK_EVERY, outage);
            }
        }
        return LOOK_EVERY;
    }

    private Optional<ReadingTable.Waiting> next() {
        stuck.removeIf(each -> each.thread().isTerminated());
        if (stuck.size() >= MOST_STUCK && !gaveUp) {
            gaveUp = true;
            table.stop();
            LOG.error("Papers are read again when the city is opened again: ({}) files cannot be let go.", MOST_STUCK);
        }
        return gaveUp || watch.closed() ? Optional.empty() : table.take();
    }

    private Reading read(ReadingTable.Waiting paper) {
        Hand reads = hand == null ? Hand.fresh() : hand;
        hand = reads;
        Future<Reading> reading = reads.thread().submit(() -> reads.reader().read(paper.content()));
        try {
            return reading.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            LOG.warn("The file ({}) takes too long to read.", paper.file());
            reading.cancel(true);
            reads.rest();
            stuck.add(reads);
            hand = null;
            return Reading.skipped();
        } catch (ExecutionException failed) {
            LOG.warn("The file ({}) is not read.", paper.file(), failed.getCause());
            return Reading.skipped();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return Reading.skipped();
        }
    }

    /// The models take memory that others can use while nobody brings anything.
    private void rest() {
        Hand idle = hand;
        if (idle != null) {
            idle.rest();
            hand = null;
        }
    }

    @Override
    public void close() {
        watch.close();
    }
}
