package org.rongyi.city.interactions.web;

import org.jspecify.annotations.Nullable;

/// A line of the log, or a visit that is ahead.
///
/// @param who department, and the official where one did it
/// @param note for which lead it does not count, or why it was planned although it is too often; null: neither
public record ContactRow(
        long id,
        String day,
        String kind,
        String who,
        String words,
        @Nullable String note,
        String firm,
        String code) {}
