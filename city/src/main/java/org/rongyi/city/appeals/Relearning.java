package org.rongyi.city.appeals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When it is learnt again: after a correction, at most once in a while. A seat who corrects one appeal after the other
/// would otherwise keep a processor busy with learning nearly the same.
final class Relearning {
    static final Duration WHILE = Duration.ofHours(1);

    private final Clock clock;
    private final Runnable learn;
    private @Nullable Instant learnt;
    private boolean waits;

    Relearning(Clock clock, Runnable learn) {
        this.clock = clock;
        this.learn = learn;
    }

    /// What is known now is being learnt: corrections up to here are among it.
    synchronized void learning() {
        learnt = clock.instant();
        waits = false;
    }

    synchronized void corrected() {
        waits = true;
        learnWhenDue();
    }

    /// Asked at every text, so that a correction does not wait for the next one.
    synchronized void learnWhenDue() {
        Instant last = learnt;
        Instant now = clock.instant();
        if (waits && (last == null || !now.isBefore(last.plus(WHILE)) || now.isBefore(last))) {
            learning();
            learn.run();
        }
    }
}
