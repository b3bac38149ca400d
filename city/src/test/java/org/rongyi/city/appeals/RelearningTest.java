package org.rongyi.city.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.rongyi.city.TestClock;

/// Corrections are learnt, but not one by one.
class RelearningTest {
    private final TestClock clock = new TestClock();
    private final AtomicInteger learnt = new AtomicInteger();
    private final Relearning relearning = new Relearning(clock, learnt::incrementAndGet);

    @Test
    void manyCorrectionsWithinAnHourAreLearntOnceWhenItIsOver() {
        relearning.learning();
        for (int i = 0; i < 20; i++) {
            relearning.corrected();
        }
        assertThat(learnt).hasValue(0);
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(59)));
        relearning.learnWhenDue();
        assertThat(learnt).hasValue(0);
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(1)));
        relearning.learnWhenDue();
        relearning.learnWhenDue();
        assertThat(learnt).as("once, though nobody corrected anything since").hasValue(1);
    }

    @Test
    void withoutACorrectionNothingIsLearntAgain() {
        relearning.learning();
        clock.moveTo(clock.instant().plus(Duration.ofDays(3)));
        relearning.learnWhenDue();
        assertThat(learnt).hasValue(0);
        relearning.corrected();
        assertThat(learnt).as("the last time is long ago").hasValue(1);
    }
}
