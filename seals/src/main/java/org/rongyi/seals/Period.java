package org.rongyi.seals;

import java.time.Instant;

/// From a moment to a moment, both count.
public record Period(Instant from, Instant to) {
    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a period from (" + from + ") does not end at (" + to + ")");
        }
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(from) && !moment.isAfter(to);
    }
}
