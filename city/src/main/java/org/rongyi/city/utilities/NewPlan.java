package org.rongyi.city.utilities;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an operator wants to offer; null where nothing, or no number, was given.
///
/// @param permits ids of the permits that the works need
public record NewPlan(
        String words,
        @Nullable Integer metres,
        @Nullable Integer kilovolts,
        @Nullable BigDecimal quoteYuan,
        @Nullable LocalDate validUntil,
        @Nullable Integer worksDays,
        Set<String> permits) {
    public static final int LONGEST_WORDS = 1000;
    public static final int MOST_METRES = 20_000;
    public static final int MOST_KILOVOLTS = 1000;

    /// Of a line for which the city has no rule of voltage.
    NewPlan withoutVoltage() {
        return new NewPlan(words, metres, 0, quoteYuan, validUntil, worksDays, permits);
    }
}
