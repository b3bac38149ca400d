package org.rongyi.city.appeals.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An appeal as its reporter reads it, in the language of the page.
///
/// @param turn what waits for the reporter
/// @param owner who answers for it now
/// @param helpers departments that were asked for their part
/// @param contact until when somebody speaks to the firm; null: nothing was promised
/// @param clock null while none runs
/// @param tries to reach the reporter
/// @param mergedInto number of the appeal that goes on in its place
/// @param lead how that one stands
public record TicketView(
        String number,
        String code,
        String title,
        String at,
        String category,
        String state,
        String tag,
        Turn turn,
        boolean open,
        boolean mayAct,
        boolean withdrawable,
        List<Talk> talk,
        @Nullable String owner,
        @Nullable String unit,
        List<String> helpers,
        @Nullable Contact contact,
        @Nullable ClockLine clock,
        List<String> tries,
        List<Step> ladder,
        List<String> looks,
        List<FileLine> files,
        @Nullable String mergedInto,
        @Nullable Lead lead) {
    /// What the reporter is asked.
    public enum Turn {
        NONE,
        SOLVED,
        STILL
    }

    /// @param side whose line: mine, owner, house
    public record Talk(Side side, String who, String role, String when, String words) {
        public enum Side {
            MINE,
            OWNER,
            HOUSE
        }

        Talk by(String other) {
            return new Talk(side, other, role, when, words);
        }

        /// The class that draws it; null: plain.
        public @Nullable String look() {
            return switch (side) {
                case MINE -> "is-mine";
                case OWNER -> "is-owner";
                case HOUSE -> null;
            };
        }
    }

    /// @param answer null while there is none, and where that one was brought up in confidence or is handled again
    public record Lead(String state, String unit, @Nullable String answer) {}

    public record Contact(String says, boolean late) {}

    /// @param cells of working days: used, and all
    public record ClockLine(String says, boolean late, int used, int all) {
        private static final int MOST_DRAWN = 31;

        public boolean drawn() {
            return all > 0 && all <= MOST_DRAWN;
        }

        public double start(int cell) {
            return Math.round(cell * 1000.0 / all) / 10.0;
        }

        public double middle(int cell) {
            return Math.round((cell + 0.5) * 1000.0 / all) / 10.0;
        }

        public double width() {
            return Math.round(1000.0 / all - 4) / 10.0;
        }
    }

    public record Step(int number, String name, String when, boolean here) {}

    public record FileLine(long id, String name, String size) {}

    /// One line of a list.
    public record Row(String number, String title, String state, String tag, String at) {}
}
