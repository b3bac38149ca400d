package org.rongyi.city.meetings;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.appeals.Seats;
import org.springframework.stereotype.Component;

@Component
class KeptMeetings implements Meetings {
    private final MeetingPlan plan;
    private final MeetingTable sessions;
    private final IssueTable issues;
    private final Appeals appeals;
    private final Seats seats;
    private final Clock clock;

    KeptMeetings(
            MeetingPlan plan, MeetingTable sessions, IssueTable issues, Appeals appeals, Seats seats, Clock clock) {
        this.plan = plan;
        this.sessions = sessions;
        this.issues = issues;
        this.appeals = appeals;
        this.seats = seats;
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
    public Outcome outcome(long session) {
        List<Issue> all = issues.issues(session);
        List<String> numbers =
                all.stream().map(Issue::appeal).filter(Objects::nonNull).toList();
        List<Appeal> become =
                numbers.stream().flatMap(number -> seats.find(number).stream()).toList();
        long done = appeals.lines(become).stream()
                .filter(line -> line.waits() == Appeals.Waits.NOBODY)
                .count();
        List<Integer> stars = issues.stars(session);
        OptionalDouble mean = stars.stream().mapToInt(Integer::intValue).average();
        return new Outcome(
                (int) sessions.signUps(session).stream().filter(SignUp::came).count(),
                all.size(),
                (int) all.stream()
                        .filter(issue -> issue.answer() != null && issue.appeal() == null)
                        .count(),
                numbers.size(),
                (int) done,
                stars.size(),
                stars.size() < Outcome.FEWEST_RATINGS ? null : mean.orElseThrow());
    }
}
