package org.rongyi.city.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
}
