package org.rongyi.city.invoices;

import java.time.Duration;
import org.rongyi.city.vocabulary.Watch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Reads what was sent, at once, and now and then what another process was killed over.
@Component
@ConditionalOnWebApplication
class ReadingThread implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(ReadingThread.class);

    private final KeptUploads uploads;
    private final DropFolder folder;
    private final Watch watch = new Watch("invoices", this::readOn, AFTER_FAILURE);

    ReadingThread(KeptUploads uploads, DropFolder folder) {
        this.uploads = uploads;
        this.folder = folder;
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() {
        watch.open();
    }

    @EventListener
    void look(KeptUploads.FilesWait newFiles) {
        watch.news();
    }

    private Duration readOn() {
        try {
            lookIntoFolder();
            while (!watch.closed() && uploads.readSome()) {
                // the next ones
            }
            return LOOK_EVERY;
        } catch (DataAccessException | TransactionException outage) {
            if (!watch.closed()) {
                LOG.warn("Invoices are not read; the next attempt is in {}", AFTER_FAILURE, outage);
            }
            return AFTER_FAILURE;
        }
    }

    /// Whatever is wrong there, what was sent by the page is read.
    private void lookIntoFolder() {
        try {
            folder.look();
        } catch (DataAccessException | TransactionException outage) {
            throw outage;
        } catch (RuntimeException | OutOfMemoryError broken) {
            LOG.error("The folder of invoices is not looked into; the next attempt is in {}", LOOK_EVERY, broken);
        }
    }

    @Override
    public void close() {
        watch.close();
    }
}
