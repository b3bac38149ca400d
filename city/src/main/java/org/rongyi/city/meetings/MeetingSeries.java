package org.rongyi.city.meetings;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.definitions.Words;

/// Meetings that departments owe: each of them sits down with firms at least once in so many months.
///
/// @param since the first period begins here
/// @param everyMonths 1 to 24
/// @param units departments that owe one
public record MeetingSeries(String id, Words name, Words about, LocalDate since, int everyMonths, List<String> units) {
    public MeetingSeries {
        units = List.copyOf(units);
    }
}
