package org.rongyi.city.meetings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;

/// What a firm brings to a meeting.
///
/// @param answer what it was told there; null: nothing yet
/// @param appeal number of the appeal that it became; null: it is none
public record Issue(
        long id,
        CreditCode firm,
        String words,
        Instant at,
        @Nullable String answer,
        @Nullable String appeal) {
    public static final int LONGEST_WORDS = 1000;
}
