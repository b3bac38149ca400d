package org.rongyi.city.enterprises.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A theme of a portrait with its values, as a page shows them.
///
/// @param id of the theme, for anchors
public record PortraitSection(String id, String title, List<Line> lines) {
    /// @param element its id
    /// @param value in words; null when nothing was known on that day
    /// @param from who says it; for a derived one what it is computed from
    /// @param asOf the day of which it speaks; null for a derived value
    /// @param recorded when it was put on record; null for a derived value
    /// @param today the value of today where it differs; null where it does not
    public record Line(
            String element,
            String name,
            @Nullable String value,
            List<Tag> tags,
            @Nullable String from,
            @Nullable String asOf,
            @Nullable String recorded,
            @Nullable String today) {}
}
