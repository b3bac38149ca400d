package org.rongyi.city.policies.web;

import org.jspecify.annotations.Nullable;
import org.rongyi.city.ui.OutcomeWord;

/// One change of one policy's verdict, in the language of the page.
///
/// @param id number of the record
/// @param was null when the policy was judged for the first time, or begins again
/// @param now null when the policy has ended
/// @param note what else changed, or why it ended
public record HistoryLine(
        long id,
        String title,
        @Nullable OutcomeWord was,
        @Nullable OutcomeWord now,
        @Nullable String note) {}
