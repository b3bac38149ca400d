package org.rongyi.seals;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a document says of itself.
///
/// @param id         unique; a document is revoked by it
/// @param title      for people
/// @param validUntil last day on which it counts; null: without end
public record About(
        String id,
        String title,
        String author,
        Instant writtenAt,
        @Nullable LocalDate validUntil) {
    public About(String id, String title, String author, Instant writtenAt) {
        this(id, title, author, writtenAt, null);
    }
}
