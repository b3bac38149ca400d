package org.rongyi.city.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WatchTest {
    private final AtomicInteger looks = new AtomicInteger();

    private Duration fallsAtFirst() {
        if (looks.incrementAndGet() == 1) {
            throw new IllegalStateException("the first look falls");
        }
        return Duration.ofHours(1);
    }

    @Test
    void oneThatMayBeginAgainDoesSoAfterAFault() {
        try (Watch watch = new Watch("test", this::fallsAtFirst, Duration.ofMillis(1))) {
            watch.open();
            await().untilAsserted(() -> assertThat(looks).hasValue(2));
            assertThat(watch.ended()).isFalse();
            watch.news();
            await().untilAsserted(() -> assertThat(looks).hasValue(3));
        }
    }

    @Test
    void anyOtherEndsAndSaysSo() {
        try (Watch watch = new Watch("test", this::fallsAtFirst)) {
            watch.open();
            await().until(watch::ended);
            watch.news();
            assertThat(looks).hasValue(1);
        }
    }
}
