package org.rongyi.city.enterprises.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.ui.SummaryRow;

/// One value of a firm with everything that is known about it.
///
/// @param value in words; null when it is unknown
/// @param shortValue whether it is short enough to stand large
/// @param lacks of a derived value that cannot be computed: what is missing
/// @param standsOn of a derived value: what it is computed from
/// @param over the derived values that are computed from it
/// @param contests about it, newest first
/// @param refusal why the person may do nothing about it although something could be done; null otherwise
public record ElementView(
        String id,
        String name,
        @Nullable String value,
        boolean shortValue,
        List<Tag> tags,
        List<SummaryRow> rows,
        @Nullable String note,
        String lacks,
        List<Other> standsOn,
        List<Other> over,
        List<Saying> history,
        List<ContestRow> contests,
        boolean mayContest,
        boolean mayDeclare,
        boolean mayWithdraw,
        @Nullable String refusal) {
    /// Another value that this one has to do with; null where it is unknown.
    public record Other(String id, String name, @Nullable String value) {}

    /// @param value null when it was withdrawn
    public record Saying(@Nullable String value, String source, String asOf, String recorded, List<Tag> tags) {}
}
