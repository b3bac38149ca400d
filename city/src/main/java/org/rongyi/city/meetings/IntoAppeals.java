package org.rongyi.city.meetings;

import java.time.Clock;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.appeals.NewAppeal;
import org.rongyi.city.appeals.Receiving;
import org.rongyi.city.meetings.IssueTable.Brought;
import org.springframework.stereotype.Component;

/// What a meeting could not settle goes on as an appeal, in the transaction of whoever calls.
@Component
class IntoAppeals {
    private static final String HOUSE = "系统";

    private final Appeals appeals;
    private final IssueTable issues;
    private final MeetingTable sessions;
    private final Clock clock;

    IntoAppeals(Appeals appeals, IssueTable issues, MeetingTable sessions, Clock clock) {
        this.appeals = appeals;
        this.issues = issues;
        this.sessions = sessions;
        this.clock = clock;
    }

    /// What the law sends elsewhere is answered with where to turn.
    void pass(Brought brought, boolean insists) {
        Issue issue = brought.issue();
        MeetingSession session = sessions.session(brought.session()).orElseThrow();
        String contact = sessions.contact(session.id(), issue.firm()).orElse("");
        Appeal.Reporter reporter = new Appeal.Reporter(contact, issue.firm(), brought.account(), false);
        NewAppeal what = new NewAppeal(
                "meeting-issue-" + issue.id(),
                Appeal.Channel.MEETING,
                issue.words(),
                session.place(),
                null,
                reporter,
                null,
                insists);
        switch (appeals.receive(what)) {
            case Receiving.Accepted(Appeal appeal, boolean _) -> issues.became(issue.id(), appeal.number());
            case Receiving.Elsewhere(var route) ->
                issues.answer(session.id(), issue.id(), route.tell().zh(), HOUSE, clock.instant());
        }
    }
}
