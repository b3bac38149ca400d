package org.rongyi.city.utilities.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.ElementInput;
import org.rongyi.city.ui.SummaryRow;
import org.rongyi.definitions.Words;

/// An application for connections, in the language of the page.
///
/// @param toBook names of what waits for a time of the survey; empty: nothing does
/// @param overdue names of those whose survey was to be on a day that has passed
/// @param toChoose names of what has a plan to choose
/// @param expired names of those whose quote holds no longer
/// @param crewless names of those for which no crew can come
public record ConnectionView(
        long id,
        String title,
        String applied,
        List<SummaryRow> rows,
        List<Line> lines,
        List<VisitView> visits,
        String toBook,
        String overdue,
        String toChoose,
        String expired,
        String crewless,
        List<String> looks) {
    /// One connection.
    ///
    /// @param note the reason of a refusal, or what comes next
    /// @param due until when whoever has it is to act; null: no clock runs
    /// @param withdraws the firm may still say that it does not want it
    public record Line(
            String utility,
            String name,
            String operator,
            String wanted,
            String state,
            String tag,
            String note,
            @Nullable String due,
            String caseHref,
            boolean mine,
            boolean offers,
            boolean withdraws,
            @Nullable PlanView plan,
            List<PermitView> permits) {}

    /// @param choosable it can be accepted now
    public record PlanView(
            long id,
            String words,
            String works,
            String quote,
            String valid,
            String days,
            String permits,
            boolean choosable,
            boolean againPossible,
            String chosen) {}

    /// @param note why it is only filed, or since when it is decided
    public record PermitView(String name, String authority, String state, String tag, String note) {}

    /// @param canMove another time can be booked
    public record VisitView(
            long id,
            String when,
            String state,
            String tag,
            String note,
            List<CrewView> crews,
            boolean booked,
            boolean canMove,
            @Nullable RecordView record) {}

    public record CrewView(String utility, String crew, String says) {}

    /// @param fingerprint the first signs of the hash
    public record RecordView(List<SummaryRow> values, List<PhotoView> photos, String fingerprint) {}

    public record PhotoView(String href, String says) {}

    /// @param inputs what is asked where it is wanted
    public record Choice(String id, Words name, List<ElementInput> inputs) {}

    /// In a list.
    public record Row(String href, String title, String says, List<RowState> states) {}

    /// @param tag class of its colour
    public record RowState(String says, String tag) {}

    /// @param value as the form sends it
    public record SlotView(String value, String when) {}
}
