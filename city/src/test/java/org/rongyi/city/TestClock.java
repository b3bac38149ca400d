package org.rongyi.city;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.rongyi.city.vocabulary.PastTime;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/// The clock of a [CityTest]: it stands still until a test moves it, and goes back after the test.
public final class TestClock extends Clock {
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /// Monday 23 November 2026, 10:00 in Shanghai.
    public static final Instant START =
            LocalDate.of(2026, 11, 23).atTime(10, 0).atZone(SHANGHAI).toInstant();

    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return PastTime.or(now);
    }

    @Override
    public ZoneId getZone() {
        return SHANGHAI;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        TestClock moved = this;
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return moved.withZone(other);
            }

            @Override
            public Instant instant() {
                return moved.instant();
            }
        };
    }

    public LocalDate today() {
        return LocalDate.now(this);
    }

    public void moveTo(Instant instant) {
        now = instant;
    }

    /// Ten in the morning of that day.
    public void moveTo(LocalDate day) {
        now = day.atTime(10, 0).atZone(SHANGHAI).toInstant();
    }

    public void pass(Duration duration) {
        now = now.plus(duration);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Wiring {
        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }

    static class Reset extends AbstractTestExecutionListener {
        @Override
        public void afterTestMethod(TestContext context) {
            context.getApplicationContext().getBean(TestClock.class).moveTo(START);
        }
    }
}
