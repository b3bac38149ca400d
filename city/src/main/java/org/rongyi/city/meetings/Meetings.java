package org.rongyi.city.meetings;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Meetings, for everybody.
public interface Meetings {
    List<MeetingSeries> series();

    /// Planned and not over, the next one first.
    List<MeetingSession> ahead(int limit);

    /// Held, the last one first.
    List<MeetingSession> held(int offset, int limit);

    long heldCount();

    Optional<MeetingSession> find(long id);

    /// How it had been planned before, the last one first.
    List<Move> moves(long session);

    /// What came of it.
    Outcome outcome(long session);

    /// @param issues that were brought up
    /// @param answered there
    /// @param appeals that they became
    /// @param done of these
    /// @param stars the mean, 1 to 5; null when fewer than [#FEWEST_RATINGS] rated it
    record Outcome(
            int firms,
            int issues,
            int answered,
            int appeals,
            int done,
            int ratings,
            @Nullable Double stars) {
        public static final int FEWEST_RATINGS = 5;
    }
}
