package org.rongyi.city.cases;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a case stands after a command, told once within its transaction, before the events that happened in it: for
/// rooms that repeat something of a case in rows of their own. Reading the case at each event would cost more than the
/// event.
///
/// @param due clock to when it runs out, of those that run and have a date
public record CaseSaved(Case now, Map<String, Instant> due) {
    /// When the first of the clocks runs out, this one aside.
    public @Nullable Instant dueWithout(String clock) {
        return due.entrySet().stream()
                .filter(each -> !each.getKey().equals(clock))
                .map(Map.Entry::getValue)
                .min(Instant::compareTo)
                .orElse(null);
    }
}
