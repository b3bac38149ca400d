package org.rongyi.city.appeals.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of a seat's list, in the language of the page.
///
/// @param count of all pages
/// @param next address of the page that follows; null at the end
/// @param start address of the first page; null when it is this one
public record SeatRows(
        List<SeatRow> rows,
        String count,
        @Nullable String next,
        @Nullable String start) {}
