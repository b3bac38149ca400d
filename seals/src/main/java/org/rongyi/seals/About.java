package org.rongyi.seals;

import java.time.Instant;

/// What a document says of itself.
///
/// @param id    unique; a document is revoked by it
/// @param title for people
public record About(String id, String title, String author, Instant writtenAt) {}
