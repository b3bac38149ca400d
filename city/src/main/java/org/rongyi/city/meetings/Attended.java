package org.rongyi.city.meetings;

import java.time.Instant;
import java.util.Set;
import org.rongyi.city.vocabulary.CreditCode;

/// A meeting was held, and these firms were there; told within the transaction.
public record Attended(long session, String unit, String theme, Instant at, Set<CreditCode> firms) {
    public Attended {
        firms = Set.copyOf(firms);
    }
}
