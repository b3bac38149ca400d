package org.rongyi.city.applications.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Words;

/// An application that was handed in, in the language of the page.
///
/// @param assisted who typed it at a window, with whose consent; null where the applicant did it alone
/// @param may whether the reader may act in it
/// @param turns what waits for the applicant
/// @param clock the clock that ends last; null where none runs
public record TrackingView(
        long id,
        String number,
        Words journey,
        String applicant,
        String handedIn,
        @Nullable String assisted,
        boolean may,
        List<Turn> turns,
        @Nullable Clock clock,
        Axis axis,
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

    /// @param name of the item, and of its clock
    /// @param length working days in all
    /// @param says what was used, how long it stood still, what is left
    /// @param then the day by which it is decided
    public record Clock(String name, String length, String says, String then, List<Cell> cells) {}

    /// A day of a clock.
    ///
    /// @param look class of its rectangle
    /// @param day name of the day; empty where there is no room or none to name
    public record Cell(String look, String x, String width, String middle, String day) {}

    /// The working days along which the bars lie.
    ///
    /// @param now place of today
    /// @param lines between days
    public record Axis(List<Tick> ticks, List<String> lines, String now) {}

    public record Tick(String at, String name) {}

    /// @param look class of its rectangle
    public record Bar(String look, String x, String width) {}

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
            List<Bar> bars,
            List<Action> actions) {}

    public record Action(String says, String href) {}

    /// @param result what it is called; nothing is pretended to be a licence
    /// @param stated what the decision stated
    public record Granted(String name, String result, String when, List<String> stated) {}

    /// @param note the reason that was given
    /// @param ours the applicant did it
    /// @param turn the applicant had to act upon it
    public record Happened(
            String when, String says, @Nullable String note, boolean ours, boolean turn) {}
}
