package org.rongyi.city.names;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.enterprises.FactsRecorded;
import org.rongyi.city.enterprises.Following;
import org.rongyi.city.enterprises.RegisterFilled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/// Takes the names of the register in as soon as facts are recorded here, and now and then those of other processes. A
/// large register takes minutes to read for the first time: better before the first founder asks.
@Component
@ConditionalOnWebApplication
class NamesThread implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
    private static final Duration AFTER_OTHERS = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(NamesThread.class);

    private final NamesFollow names;
    private final ObjectProvider<Following> others;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean closed;
    private @Nullable Thread thread;

    NamesThread(NamesFollow names, ObjectProvider<Following> others) {
        this.names = names;
        this.others = others;
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void open() {
        if (thread == null && !closed) {
            thread = Thread.ofPlatform().name("names").daemon().start(this::run);
        }
    }

    @TransactionalEventListener
    void look(FactsRecorded newFacts) {
        news.release();
    }

    @TransactionalEventListener
    void look(RegisterFilled filled) {
        news.release();
    }

    private void run() {
        while (!closed) {
            Duration pause = LOOK_EVERY;
            if (othersRead()) {
                rest(AFTER_OTHERS);
                continue;
            }
            try {
                names.readOn();
            } catch (DataAccessException | TransactionException outage) {
                if (!closed) {
                    LOG.warn("The names do not follow the register; the next attempt is in {}", AFTER_FAILURE, outage);
                }
                pause = AFTER_FAILURE;
            }
            rest(pause);
        }
    }

    /// Whom each page asks for is read first: two who read a large register at once take twice as long.
    private boolean othersRead() {
        return others.stream().anyMatch(each -> each.state() instanceof Following.State.Preparing);
    }

    private void rest(Duration pause) {
        try {
            if (news.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                news.drainPermits();
            }
        } catch (InterruptedException hurry) {
            closed = true;
        }
    }

    /// Before the database goes.
    @Override
    public synchronized void close() {
        closed = true;
        news.release();
        try {
            if (thread != null && !thread.join(PATIENCE)) {
                LOG.warn("The names do not end.");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
