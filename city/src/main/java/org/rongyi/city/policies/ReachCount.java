package org.rongyi.city.policies;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.FactsRecorded;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.enterprises.RegisterFilled;
import org.rongyi.city.policies.CityReach.BeingPrepared;
import org.rongyi.city.policies.CityReach.Counted;
import org.rongyi.city.policies.CityReach.Reach;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.rules.column.Matched;
import org.rongyi.rules.column.RuleSet;
import org.rongyi.rules.column.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Counts in the background, one count at a time, how many entities each policy in force reaches. The figures live in
/// memory: the register can be counted again at any time.
///
/// Only a city that serves pages counts; a command that fills the register leaves it to the next start.
@Component
@ConditionalOnWebApplication
class ReachCount implements AutoCloseable {
    /// Rows that are matched together; memory stays the same for any size of the register.
    private static final int ROWS = 1 << 16;
    private static final int TOLD_EVERY = 5_000;

    /// Facts that keep coming must not keep the machine counting: it rests this many times longer than it counts.
    private static final int REST = 9;
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(5);
    private static final int PATIENCE_SECONDS = 10;
    private static final Logger LOG = LoggerFactory.getLogger(ReachCount.class);

    private final FilePolicies policies;
    private final Enterprises enterprises;
    private final Elements elements;
    private final Clock clock;
    private final Duration pause;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("reach").daemon().factory());

    private volatile CityReach reach;
    private volatile Duration lastCount = Duration.ZERO;
    private volatile boolean closed;
    private boolean open;
    private @Nullable ScheduledFuture<?> next;

    /// @param pause how long after a new fact the register is counted again
    ReachCount(
            FilePolicies policies,
            Enterprises enterprises,
            Elements elements,
            Clock clock,
            @Value("${rongyi.reach.pause:30s}") Duration pause) {
        this.policies = policies;
        this.enterprises = enterprises;
        this.elements = elements;
        this.clock = clock;
        this.pause = pause;
        this.reach = new BeingPrepared(0, 0, clock.instant());
    }

    /// What is known now; figures of another day are on their way to be replaced.
    CityReach current() {
        CityReach known = reach;
        if (known instanceof Counted counted && !counted.asOf().equals(policies.today())) {
            countIn(Duration.ZERO);
        }
        return known;
    }

    /// Counting waits until the pages are open.
    @EventListener(ApplicationReadyEvent.class)
    synchronized void open() {
        open = true;
        countIn(Duration.ZERO);
    }

    @TransactionalEventListener
    void countAgain(RegisterFilled news) {
        countIn(Duration.ZERO);
    }

    @EventListener
    void countSoon(FactsRecorded news) {
        Duration rest = lastCount.multipliedBy(REST);
        countIn(rest.compareTo(pause) > 0 ? rest : pause);
    }

    /// Many wishes become one count.
    private synchronized void countIn(Duration delay) {
        if (!open || closed) {
            return;
        }
        if (next != null && !next.isDone()) {
            if (next.getDelay(TimeUnit.MILLISECONDS) <= delay.toMillis()) {
                return;
            }
            next.cancel(false);
        }
        next = worker.schedule(this::count, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void count() {
        started();
        long begun = System.nanoTime();
        try {
            reach = counted();
            lastCount = Duration.ofNanos(System.nanoTime() - begun);
        } catch (Closing stop) {
            LOG.debug("The reach of the policies was not counted to the end: the city closes.");
        } catch (RuntimeException failure) {
            if (!closed) {
                LOG.error("The reach of the policies cannot be counted; trying again in {}.", AFTER_FAILURE, failure);
                countIn(AFTER_FAILURE);
            }
        }
    }

    /// From here on a new fact may come too late for this count: it asks for another one.
    private synchronized void started() {
        next = null;
    }

    Counted counted() {
        LocalDate today = policies.today();
        Tally tally = new Tally(policies.texts(today), today, enterprises.count(), clock.instant());
        enterprises.forEachPortrait(tally::add);
        return tally.total();
    }

    /// Takes the running count with it, before the database goes.
    @Override
    public void close() {
        closed = true;
        worker.shutdownNow();
        try {
            if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The count of the policies' reach does not end.");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Closing extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// A count under way.
    private final class Tally {
        private final List<InForce> texts;
        private final RuleSet rules;
        private final LocalDate today;
        private final long expected;
        private final Instant since;
        private final long[] holds;
        private final long[] unknown;
        private Table.Builder table = newTable();
        private int rows;
        private long read;

        Tally(List<InForce> texts, LocalDate today, long expected, Instant since) {
            this.texts = texts;
            this.rules =
                    RuleSet.of(texts.stream().map(text -> text.version().rule()).toList());
            this.today = today;
            this.expected = expected;
            this.since = since;
            this.holds = new long[texts.size()];
            this.unknown = new long[texts.size()];
            tell();
        }

        private Table.Builder newTable() {
            return Table.builder(elements.dictionary(), ROWS);
        }

        void add(Portrait portrait) {
            if (closed) {
                throw new Closing();
            }
            table.append(portrait);
            rows++;
            read++;
            if (rows == ROWS) {
                match();
            }
            if (read % TOLD_EVERY == 0) {
                tell();
            }
        }

        private void tell() {
            if (reach instanceof BeingPrepared) {
                reach = new BeingPrepared(read, Math.max(read, expected), since);
            }
        }

        private void match() {
            List<Matched> matched = rules.match(table.build(), today);
            for (int i = 0; i < matched.size(); i++) {
                holds[i] += matched.get(i).holds().getLongCardinality();
                unknown[i] += matched.get(i).unknown().getLongCardinality();
            }
            table = newTable();
            rows = 0;
        }

        Counted total() {
            match();
            List<Reach> policies = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                String id = texts.get(i).policy().id();
                policies.add(new Reach(id, holds[i], unknown[i], read - holds[i] - unknown[i]));
            }
            return new Counted(clock.instant(), today, read, policies);
        }
    }
}
