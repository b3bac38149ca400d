package org.rongyi.city.meetings;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.rongyi.city.appeals.Appeals;
import org.springframework.stereotype.Component;

@Component
class KeptMeetings implements Meetings {
    private final MeetingPlan plan;
    private final MeetingTable sessions;
    private final IssueTable issues;
    private final Appeals appeals;
    private final Clock clock;

    KeptMeetings(MeetingPlan plan, MeetingTable sessions, IssueTable issues, Appeals appeals, Clock clock) {
        this.plan = plan;
        this.sessions = sessions;
        this.issues = issues;
        this.appeals = appeals;
        this.clock = clock;
    }

    @Override
    public List<MeetingSeries> series() {
        return plan.series();
    }

    @Override
    public List<MeetingSession> ahead(int limit) {
        return sessions.ahead(clock.instant(), limit);
    }

    @Override
    public List<MeetingSession> held(int offset, int limit) {
        return sessions.held(offset, limit);
    }

    @Override
    public long heldCount() {
        return sessions.heldCount();
    }

    @Override
    public Optional<MeetingSession> find(long id) {
        return sessions.session(id);
    }

    @Override
    public List<Move> moves(long session) {
        return sessions.moves(session);
    }

    @Override
    public Outcome outcome(long session) {
        List<Issue> all = issues.issues(session);
        List<String> numbers =
                all.stream().map(Issue::appeal).filter(Objects::nonNull).toList();
        long done = appeals.linesOf(numbers).stream()
                .filter(line -> line.waits() == Appeals.Waits.NOBODY)
                .count();
        IssueTable.Stars stars = issues.stars(session);
        return new Outcome(
                sessions.came(session),
                all.size(),
                (int) all.stream()
                        .filter(issue -> issue.answer() != null && issue.appeal() == null)
                        .count(),
                numbers.size(),
                (int) done,
                stars.ratings(),
                stars.ratings() < Outcome.FEWEST_RATINGS ? null : stars.mean());
    }
}
