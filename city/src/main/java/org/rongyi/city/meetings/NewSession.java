package org.rongyi.city.meetings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A meeting that somebody wants to plan; null where no moment was told.
public record NewSession(
        String series,
        String theme,
        String host,
        String place,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Instant signUpUntil,
        int seats) {
    public static final int LONGEST_TEXT = 100;
    public static final int MOST_SEATS = 500;
}
