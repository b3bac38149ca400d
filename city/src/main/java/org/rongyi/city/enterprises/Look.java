package org.rongyi.city.enterprises;

import java.time.Instant;

/// One look of an officer at a firm's data, shown to the firm.
public record Look(Instant at, String department, String purpose) {}
