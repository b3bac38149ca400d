package org.rongyi.city.privatesector.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.ui.SummaryRow;

/// A project in the language of the page.
///
/// @param takes firms can still be interested
/// @param outcome what came of it; null while it is open
public record OpportunityView(
        long id,
        String title,
        String words,
        List<SummaryRow> rows,
        boolean takes,
        String state,
        @Nullable String outcome) {}
