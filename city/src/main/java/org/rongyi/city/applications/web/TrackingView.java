package org.rongyi.city.applications.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Words;

/// An application that was handed in, in the language of the page.
///
/// @param may whether the reader may act in it
/// @param turns what waits for the applicant
public record TrackingView(
        long id,
        String number,
        Words journey,
        String applicant,
        String handedIn,
        boolean may,
        List<Turn> turns,
        List<Line> lines,
        List<Granted> granted,
        List<Happened> timeline) {

    /// A department asks for corrections.
    ///
    /// @param faults everything that is wrong, said at once
    /// @param until the last day, where there is one
    public record Turn(
            String name,
            String department,
            List<String> faults,
            @Nullable String until,
            String href) {}

    /// @param who who handles it, or why it has not started
    /// @param tag class of the word for its state
    /// @param when the day by which it is decided, or on which it was
    /// @param actions what the applicant can do about it
    public record Line(
            String department,
            String name,
            String href,
            String who,
            String state,
            String tag,
            String when,
            List<Action> actions) {}

    public record Action(String says, String href) {}

    /// @param result what it is called; nothing is pretended to be a licence
    /// @param stated what the decision stated
    public record Granted(String name, String result, String when, List<String> stated) {}

    /// @param note the reason that was given
    public record Happened(
            String when, String says, @Nullable String note, boolean ours) {}
}
