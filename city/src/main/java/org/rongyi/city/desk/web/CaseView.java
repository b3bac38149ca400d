package org.rongyi.city.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A case on its page, in the language of the page.
///
/// @param creditCode of the firm; null where none stands behind the applicant
/// @param handler null while nobody handles it
/// @param says what stands in the way or what is to be done now
/// @param timeline newest first
/// @param first the act that is most likely what the reader came for; null: nothing to do
public record CaseView(
        String number,
        String title,
        String kind,
        String applicant,
        @Nullable String creditCode,
        String state,
        boolean open,
        String unit,
        @Nullable String handler,
        String owner,
        String opened,
        @Nullable String closed,
        @Nullable String says,
        List<ClockView> clocks,
        List<EntryView> timeline,
        @Nullable ActLink first,
        List<ActLink> others,
        List<ActLink> doubtful) {

    public record ActLink(String name, String href) {}

    /// @param cells one a working day: done, wait; fix where it stands still
    /// @param asked an extension that waits for its answer
    public record ClockView(
            String name,
            @Nullable String basis,
            List<String> verify,
            String says,
            boolean late,
            boolean over,
            String length,
            List<String> cells,
            List<PauseView> pauses,
            @Nullable String asked) {}

    public record PauseView(
            String reason,
            @Nullable String basis,
            @Nullable String verify,
            String proof,
            String begun,
            String begunBy,
            @Nullable String ended) {}

    /// @param lines of the reason: several where several things have to be corrected
    public record EntryView(
            String when,
            String what,
            String who,
            List<String> lines,
            @Nullable String basis,
            @Nullable String proof,
            boolean turn) {}

    /// Where a cell of a clock begins and how wide it is, in per cent.
    public static double start(int cell, int of) {
        return Math.round(cell * 1000.0 / of) / 10.0;
    }

    public static double width(int of) {
        return Math.round(1000.0 / of - 4) / 10.0;
    }
}
