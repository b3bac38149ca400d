package org.rongyi.city.interactions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.interactions.Interaction.Kind;
import org.rongyi.city.vocabulary.CreditCode;

/// A visit that is ahead.
///
/// @param name of the official who planned it
/// @param words for what
/// @param trigger id of the lead or order for which it does not count; null: it counts
/// @param despite why it was planned although it is too often; null: it is not
public record Visit(
        long id,
        CreditCode firm,
        Kind kind,
        LocalDate day,
        String unit,
        String name,
        String words,
        @Nullable String trigger,
        @Nullable String despite) {}
