package org.rongyi.city.meetings.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.ui.SummaryRow;

/// A meeting as a page reads it.
///
/// @param seats how many are left, or how many firms were there
/// @param signUp whether one can still sign up
/// @param issues whether one can still bring something up
/// @param summary of one that was held, reason of one that was cancelled
/// @param outcome empty unless it was held
public record MeetingView(
        long id,
        String theme,
        String state,
        String tag,
        boolean signUp,
        boolean issues,
        boolean planned,
        boolean held,
        List<SummaryRow> rows,
        String summary,
        List<SummaryRow> outcome) {
    /// In a list.
    public record Row(
            long id, String theme, String when, String place, String unit, String seats, String state, String tag) {}

    /// What a firm brought.
    ///
    /// @param appeal number of the appeal that it became
    /// @param mayInsist the answer did not solve it, it may become an appeal
    public record Brought(
            long id,
            String words,
            @Nullable String answer,
            @Nullable String appeal,
            boolean mayInsist) {}

    /// A firm that comes.
    public record Guest(String firm, String name, String contact, String people, String place, boolean seated) {}

    /// What a department owes.
    public record Owed(String series, String unit, String last, String next, String due, String standing, String tag) {}
}
