package org.rongyi.city.documents;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.rongyi.city.documents.LicenceTypes.LicenceType;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/// Issues all licences of a type anew, some at a time, each batch one transaction: what was killed goes on
/// with the next start, and no licence is without its successor.
@Component
class Reissuing implements DisposableBean {
    private static final int BATCH = 20;

    private final ReissueTable runs;
    private final LicenceTable licences;
    private final LicenceTypes types;
    private final Replacing replacing;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("reissuing").factory());
    private volatile boolean stopped;

    Reissuing(
            ReissueTable runs,
            LicenceTable licences,
            LicenceTypes types,
            Replacing replacing,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.runs = runs;
        this.licences = licences;
        this.types = types;
        this.replacing = replacing;
        this.transaction = transaction;
        this.events = events;
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

    @Override
    public void destroy() {
        stopped = true;
        worker.close();
    }

    private void work() {
        boolean more = true;
        while (more && !stopped) {
            more = Boolean.TRUE.equals(transaction.execute(_ -> batch()));
        }
    }

    /// @return whether there is more
    private boolean batch() {
        Optional<ReissueTable.Open> run = runs.lock();
        if (run.isEmpty()) {
            return false;
        }
        Optional<LicenceType> type = types.find(run.get().type());
        List<String> due = type.isEmpty() ? List.of() : runs.due(run.get(), BATCH);
        for (String document : due) {
            licences.lock(document)
                    .filter(old -> !old.state().next().isEmpty())
                    .ifPresent(old -> runs.reissued(
                            run.get(),
                            replacing
                                    .replace(
                                            old,
                                            type.orElseThrow(),
                                            run.get().unit(),
                                            runs.caseOf(document),
                                            run.get().reason() + "，换发新证照")
                                    .document()));
        }
        if (due.isEmpty()) {
            runs.end(run.get());
        }
        events.publishEvent(new TrustFolder.Changed());
        return true;
    }
}
