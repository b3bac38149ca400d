package org.rongyi.city.services.web;

import org.jspecify.annotations.Nullable;

/// A situation of an item: what it needs besides, and how long it takes then.
public record SituationLine(
        String name,
        String more,
        @Nullable String days,
        @Nullable String note) {}
