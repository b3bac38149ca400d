package org.rongyi.city.meetings;

import java.time.Instant;

/// A meeting was moved: how it had been planned, and why it could not stay so.
public record Move(Instant startedAt, String place, String reason) {}
