package org.rongyi.city.utilities;

import java.time.Instant;
import java.util.Map;

/// A time at which somebody of every operator asked can come.
///
/// @param crews utility to crew
public record Slot(Instant from, Instant to, Map<String, String> crews) {
    public Slot {
        crews = Map.copyOf(crews);
    }
}
