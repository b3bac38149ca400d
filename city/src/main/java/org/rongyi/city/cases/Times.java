package org.rongyi.city.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.ui.CityWords;
import org.springframework.stereotype.Component;

/// Now, here.
@Component
class Times {
    private final Clock clock;
    private final ZoneId zone;

    Times(Clock clock, CityWords city) {
        this.clock = clock;
        this.zone = city.zone();
    }

    /// PostgreSQL keeps microseconds; what was hashed must equal what is read.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    ZoneId zone() {
        return zone;
    }

    static OffsetDateTime stamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime stampOrNull(@Nullable Instant instant) {
        return instant == null ? null : stamp(instant);
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime stored) {
        return stored == null ? null : stored.toInstant();
    }
}
