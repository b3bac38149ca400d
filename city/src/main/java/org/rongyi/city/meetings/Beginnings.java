package org.rongyi.city.meetings;

import java.time.Clock;
import java.time.Instant;
import org.rongyi.city.meetings.MeetingSession.State;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Meetings that were planned before cases went with them get theirs when the city opens; of those that are over, what
/// was brought up and never answered goes on.
@Component
class Beginnings {
    private final MeetingTable sessions;
    private final IssueTable issues;
    private final IntoAppeals into;
    private final MeetingCourse course;
    private final Clock clock;
    private final boolean command;
    private final TransactionTemplate transaction;

    Beginnings(
            MeetingTable sessions,
            IssueTable issues,
            IntoAppeals into,
            MeetingCourse course,
            Clock clock,
            @Value("${rongyi.command:}") String command,
            PlatformTransactionManager transactions) {
        this.sessions = sessions;
        this.issues = issues;
        this.into = into;
        this.course = course;
        this.clock = clock;
        this.command = !command.isEmpty();
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (!command) {
            all();
        }
    }

    void all() {
        for (MeetingTable.Bare each : sessions.withoutCase()) {
            transaction.executeWithoutResult(_ -> sessions.locked(each.session())
                    .filter(found -> found.state() == State.PLANNED
                            && sessions.caseOf(found.id()).isEmpty())
                    .ifPresent(found -> goOn(found, each.planner())));
        }
    }

    private void goOn(MeetingSession session, String planner) {
        Instant now = clock.instant();
        if (session.endsAt().isAfter(now)) {
            course.begin(session, planner, now);
        } else {
            issues.unanswered(session.id()).forEach(brought -> into.pass(brought, false));
        }
    }
}
