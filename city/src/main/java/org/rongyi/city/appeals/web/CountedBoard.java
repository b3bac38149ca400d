package org.rongyi.city.appeals.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.AppealBoard;
import org.springframework.stereotype.Component;

/// The counts of the public board, at most a minute old: anybody may ask for them as often as they like,
/// and counting a million appeals takes the database a while.
@Component
class CountedBoard {
    static final Duration FRESH = Duration.ofMinutes(1);

    private final AppealBoard board;
    private final Clock clock;
    private @Nullable Counted last;

    CountedBoard(AppealBoard board, Clock clock) {
        this.board = board;
        this.clock = clock;
    }

    /// @param districts how many came from each
    record Counted(Instant at, AppealBoard.Report report, Map<String, Integer> districts) {
        private boolean serves(LocalDate since, Instant now) {
            return report.since().equals(since) && !now.isBefore(at) && now.isBefore(at.plus(FRESH));
        }
    }

    /// One counts, whoever else asks meanwhile waits for it.
    synchronized Counted since(LocalDate since) {
        Instant now = clock.instant();
        Counted known = last;
        if (known == null || !known.serves(since, now)) {
            known = new Counted(now, board.report(since), board.districts(since));
            last = known;
        }
        return known;
    }
}
