package org.rongyi.city.names;

import java.time.Duration;
import org.rongyi.city.enterprises.FactsRecorded;
import org.rongyi.city.enterprises.Following;
import org.rongyi.city.enterprises.RegisterFilled;
import org.rongyi.city.vocabulary.Watch;
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
    private static final Logger LOG = LoggerFactory.getLogger(NamesThread.class);

    private final NamesFollow names;
    private final ObjectProvider<Following> others;
    private final Watch watch = new Watch("names", this::readOn);

    NamesThread(NamesFollow names, ObjectProvider<Following> others) {
        this.names = names;
        this.others = others;
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() {
        watch.open();
    }

    @TransactionalEventListener
    void look(FactsRecorded newFacts) {
        watch.news();
    }

    @TransactionalEventListener
    void look(RegisterFilled filled) {
        watch.news();
    }

    private Duration readOn() {
        if (othersRead()) {
            return AFTER_OTHERS;
        }
        try {
            names.readOn(watch::closed);
            return LOOK_EVERY;
        } catch (DataAccessException | TransactionException outage) {
            if (!watch.closed()) {
                LOG.warn("The names do not follow the register; the next attempt is in {}", AFTER_FAILURE, outage);
            }
            return AFTER_FAILURE;
        }
    }

    /// Whom each page asks for is read first: two who read a large register at once take twice as long.
    private boolean othersRead() {
        return others.stream().anyMatch(each -> each.state() instanceof Following.State.Preparing);
    }

    @Override
    public void close() {
        watch.close();
    }
}
