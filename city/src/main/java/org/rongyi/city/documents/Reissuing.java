package org.rongyi.city.documents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.rongyi.city.documents.LicenceTypes.LicenceType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/// Issues all licences of a type anew, each in a transaction of its own: what was killed goes on with the
/// next start or minute, no licence is without its successor, and one that cannot be is passed over and
/// noted.
@Component
class Reissuing implements DisposableBean {
    private static final int BATCH = 20;
    private static final Duration TELL_EVERY = Duration.ofMinutes(1);
    private static final String ONE_MINUTE = "PT1M";
    private static final Logger LOG = LoggerFactory.getLogger(Reissuing.class);

    private final ReissueTable runs;
    private final LicenceTable licences;
    private final LicenceTypes types;
    private final Replacing replacing;
    private final TemplateTable templates;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("reissuing").factory());
    private final Clock clock;
    private Instant told;
    private volatile boolean stopped;

    Reissuing(
            ReissueTable runs,
            LicenceTable licences,
            LicenceTypes types,
            Replacing replacing,
            TemplateTable templates,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.runs = runs;
        this.licences = licences;
        this.types = types;
        this.replacing = replacing;
        this.templates = templates;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
        this.told = clock.instant();
    }

    record Begun() {}

    @TransactionalEventListener
    void begin(Begun begun) {
        worker.execute(this::work);
    }

    @EventListener
    void goOn(ApplicationReadyEvent ready) {
        worker.execute(this::work);
    }

    /// What another process began, or what the database did not let go on.
    @Scheduled(initialDelayString = ONE_MINUTE, fixedDelayString = ONE_MINUTE)
    void goOn() {
        if (!stopped) {
            worker.execute(this::work);
        }
    }

    @Override
    public void destroy() {
        stopped = true;
        worker.close();
    }

    private void work() {
        try {
            boolean more = true;
            while (more && !stopped) {
                more = batch();
            }
        } catch (DataAccessException | TransactionException later) {
            LOG.warn("Issuing anew stops for a minute.", later);
        }
    }

    /// @return whether there is more
    private boolean batch() {
        Optional<Batch> batch =
                Objects.requireNonNull(transaction.execute(_ -> runs.lock().map(this::due)));
        if (batch.isEmpty()) {
            return false;
        }
        List<String> documents = batch.get().documents();
        for (String document : documents) {
            if (stopped) {
                return false;
            }
            one(batch.get().run(), document);
        }
        transaction.executeWithoutResult(_ -> {
            if (!documents.isEmpty()) {
                runs.reach(batch.get().run(), documents.getLast());
            }
            tell(documents.isEmpty());
        });
        return true;
    }

    /// The lists for verifiers name everything that ever ended, so they are not made anew for each batch.
    private void tell(boolean atTheEnd) {
        Instant now = clock.instant();
        if (atTheEnd || !now.isBefore(told.plus(TELL_EVERY))) {
            told = now;
            events.publishEvent(new TrustFolder.Changed());
        }
    }

    private record Batch(ReissueTable.Open run, List<String> documents) {}

    private Batch due(ReissueTable.Open run) {
        List<String> due = types.find(run.type()).isEmpty() ? List.of() : runs.due(run, BATCH);
        if (due.isEmpty()) {
            runs.end(run);
        }
        return new Batch(run, due);
    }

    private void one(ReissueTable.Open run, String document) {
        try {
            transaction.executeWithoutResult(_ -> replace(run, document));
        } catch (DataAccessException | IllegalStateException | IllegalArgumentException failed) {
            LOG.warn("The licence ({}) cannot be issued anew.", document, failed);
            transaction.executeWithoutResult(_ -> runs.failed(run, document, String.valueOf(failed.getMessage())));
        }
    }

    /// Another process may have been faster.
    private void replace(ReissueTable.Open run, String document) {
        LicenceType type = templates.at(types.find(run.type()).orElseThrow(), run.template());
        licences.lock(document)
                .filter(old -> !old.state().next().isEmpty())
                .ifPresent(old -> runs.reissued(
                        run,
                        replacing
                                .replace(old, type, run.unit(), runs.caseOf(document), run.reason() + "，换发新证照")
                                .document()));
    }
}
