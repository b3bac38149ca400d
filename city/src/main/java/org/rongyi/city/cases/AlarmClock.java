package org.rongyi.city.cases;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Rings the alarms that are due, some at a time. Any number of processes may do so on one database: each takes what
/// no other has locked, and what a killed one had in its hands is free at once and rings again.
///
/// It starts once the city is open, and not at all in a command such as an import.
@Component
class AlarmClock implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmClock.class);

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(2);
    private static final Duration OWNERS_EVERY = Duration.ofHours(1);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);
    private static final int THREADS = 2;

    private final Alarms alarms;
    private final boolean command;
    /// When somebody last began to look for owners that are gone, on the machine's own clock.
    private final AtomicLong looked = new AtomicLong(System.nanoTime() - OWNERS_EVERY.toNanos());

    private @Nullable ScheduledExecutorService turns;
    private @Nullable ThreadPoolExecutor ringers;
    private volatile boolean stopping;

    AlarmClock(Alarms alarms, @Value("${rongyi.command:}") String command) {
        this.alarms = alarms;
        this.command = !command.isEmpty();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (!command) {
            open();
        }
    }

    /// Rings from now on; measurements do it in a command.
    void open() {
        int left = alarms.dateTheUndated();
        if (left > 0) {
            LOG.warn(
                    "{} cases have a clock that waits for a year that the city's calendar.yaml does not have yet",
                    left);
        }
        ThreadFactory named = Thread.ofPlatform()
                .name("case-clock-", 1)
                .uncaughtExceptionHandler((_, failed) -> LOG.error("An alarm could not ring", failed))
                .factory();
        // Who rings goes on until nothing is due: a turn for which nobody is free is not needed.
        ringers = new ThreadPoolExecutor(
                0,
                THREADS,
                1,
                TimeUnit.MINUTES,
                new SynchronousQueue<>(),
                named,
                new ThreadPoolExecutor.DiscardPolicy());
        turns = Executors.newSingleThreadScheduledExecutor(named);
        var _ = turns.scheduleWithFixedDelay(this::look, 0, LOOKS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Looks at once, not at the next turn.
    void look() {
        ThreadPoolExecutor started = ringers;
        for (int i = 0; started != null && i < THREADS; i++) {
            started.execute(this::ring);
        }
    }

    /// What fails ends this turn, in the log: the next one goes on.
    private void ring() {
        try {
            alarms.ringSuspects();
        } finally {
            ringAll();
        }
        long now = System.nanoTime();
        long last = looked.get();
        if (now - last >= OWNERS_EVERY.toNanos() && looked.compareAndSet(last, now)) {
            alarms.replaceTheGone();
        }
    }

    private void ringAll() {
        while (!stopping && alarms.ringSome() > 0) {
            // on, until nothing is due
        }
    }

    @Override
    public void destroy() {
        stopping = true;
        if (turns != null) {
            turns.shutdownNow();
        }
        if (ringers != null) {
            ringers.shutdown();
            try {
                if (!ringers.awaitTermination(STOPS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    ringers.shutdownNow();
                }
            } catch (InterruptedException hurry) {
                ringers.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }
}
