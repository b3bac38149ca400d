package org.rongyi.city.portal.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.enterprises.Census;
import org.rongyi.city.enterprises.FactsRecorded;
import org.rongyi.city.enterprises.RegisterFilled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The counts of the register, kept between visits: counting millions of entities takes seconds, and a leader's wall
/// screen asks again and again. Counted anew when something was recorded or the count is old; says when it was made.
@Component
class HeadCount {
    private static final Duration OLD = Duration.ofMinutes(1);
    /// How long a visitor waits before seeing the old count, or that the first is being made.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Census census;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile boolean changed;
    private volatile @Nullable Made last;
    private @Nullable CompletableFuture<Made> counting;

    HeadCount(Census census, Clock clock) {
        this.census = census;
        this.clock = clock;
    }

    /// @param at when the counting began
    record Made(Census.Counts counts, Instant at) {}

    /// Empty while the first count is being made.
    Optional<Made> latest() {
        Made known = last;
        if (known != null && !changed && clock.instant().isBefore(known.at().plus(OLD))) {
            return Optional.of(known);
        }
        try {
            return Optional.of(begin().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException stillCounting) {
            return Optional.ofNullable(last);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.ofNullable(last);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the register cannot be counted", failed.getCause());
        }
    }

    @EventListener({FactsRecorded.class, RegisterFilled.class})
    void somethingWasRecorded() {
        changed = true;
    }

    private CompletableFuture<Made> begin() {
        turn.lock();
        try {
            CompletableFuture<Made> running = counting;
            if (running == null || running.isDone()) {
                running = new CompletableFuture<>();
                counting = running;
                CompletableFuture<Made> mine = running;
                Thread.ofVirtual().name("head-count").start(() -> count(mine));
            }
            return running;
        } finally {
            turn.unlock();
        }
    }

    private void count(CompletableFuture<Made> result) {
        try {
            changed = false;
            Instant at = clock.instant();
            Made made = new Made(census.counts(), at);
            last = made;
            result.complete(made);
        } catch (RuntimeException failed) {
            changed = true;
            result.completeExceptionally(failed);
        }
    }
}
