package org.rongyi.city.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Words;

/// One line of a timeline.
///
/// @param actor account of a person, or the name of a part of the software
/// @param actorName as it was then
/// @param subject the event, clock or level that it is about
/// @param target the account or department that it went to
/// @param from state before, where the state changed
/// @param to state after
/// @param proof the paper that shows it
public record Entry(
        int number,
        Instant at,
        String actor,
        String actorName,
        What what,
        @Nullable String subject,
        @Nullable String target,
        @Nullable String from,
        @Nullable String to,
        @Nullable String reason,
        @Nullable String basis,
        @Nullable String proof) {
    /// Between the Chinese and the English of a step's name.
    static final String OR = " / ";

    public enum What {
        OPENED,
        /// An event changed its state.
        MOVED,
        PAUSED,
        RESUMED,
        EXTENSION_ASKED,
        EXTENDED,
        EXTENSION_REFUSED,
        ASSIGNED,
        HANDED_OVER,
        RETURNED,
        DISPUTED,
        /// A clock will be so long.
        PROMISED,
        COMMENTED,
        /// A step inside was put before somebody; the subject is its name.
        STEP_ASKED,
        /// It was done; the target is the answer.
        STEP_ANSWERED,
        STEP_TAKEN_BACK,
        REMINDED,
        OVERDUE,
        /// A level was told.
        RAISED,
        /// Who answered or handled it is no longer there.
        VACATED,
        /// The calendar does not reach so far.
        UNDATED,
        DATED
    }

    /// Of a name that stands here in two languages, the one that is asked for.
    public static Words words(@Nullable String written) {
        String text = written == null ? "" : written;
        int at = text.indexOf(OR);
        return at < 0 ? Words.same(text) : new Words(text.substring(0, at), text.substring(at + OR.length()));
    }
}
