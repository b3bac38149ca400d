package org.rongyi.city.vocabulary;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/// A moment other than now, for what is done within it on this thread: the invented past of a demo goes through the
/// same
/// doors as the present. Nothing else uses it.
public final class PastTime {
    private static final ScopedValue<Instant> AT = ScopedValue.newInstance();

    private PastTime() {}

    public static void at(Instant when, Runnable what) {
        ScopedValue.where(AT, when).run(what);
    }

    public static Instant or(Instant now) {
        return AT.isBound() ? AT.get() : now;
    }

    /// This clock, that tells the other moment within it.
    public static Clock over(Clock real) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return real.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return over(real.withZone(zone));
            }

            @Override
            public Instant instant() {
                return or(real.instant());
            }
        };
    }
}
