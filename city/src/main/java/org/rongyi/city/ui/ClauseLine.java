package org.rongyi.city.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One judged clause of a list, in the language of the page.
///
/// @param id anchor within the page
/// @param title what must be so
/// @param quote words of the source, shown in its own type; null when none
/// @param facts what is known: label, value, source
/// @param contestHref where a wrong value can be contested; null when nothing is known to contest
public record ClauseLine(
        String id,
        OutcomeWord word,
        String title,
        @Nullable String quote,
        @Nullable Gauge gauge,
        List<SummaryRow> facts,
        @Nullable String contestHref) {}
