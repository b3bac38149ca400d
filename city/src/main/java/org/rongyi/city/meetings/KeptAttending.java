package org.rongyi.city.meetings;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.meetings.MeetingSession.State;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class KeptAttending implements Attending {
    private static final int MOST_LOOKS = 50;

    private final MeetingTable sessions;
    private final IssueTable issues;
    private final IntoAppeals into;
    private final Clock clock;

    KeptAttending(MeetingTable sessions, IssueTable issues, IntoAppeals into, Clock clock) {
        this.sessions = sessions;
        this.issues = issues;
        this.into = into;
        this.clock = clock;
    }

    @Override
    public Optional<SignUp> place(long session, Acting who) {
        return sessions.signUp(session, who.firmFor(Purpose.VIEW));
    }

    @Override
    @Transactional
    public Optional<SignUp> signUp(long session, String contact, int people, Acting who) {
        CreditCode firm = who.firmFor(Purpose.APPLY);
        if (people < 1 || people > SignUp.MOST_PEOPLE) {
            throw new IllegalArgumentException("(" + people + ") people come\nMaybe 1 to " + SignUp.MOST_PEOPLE + ".");
        }
        Instant now = clock.instant();
        if (sessions.locked(session).filter(found -> found.takesSignUps(now)).isEmpty()) {
            return Optional.empty();
        }
        sessions.signUp(session, firm, who.account(), contact.strip(), people, now);
        return sessions.signUp(session, firm);
    }

    @Override
    @Transactional
    public boolean withdraw(long session, Acting who) {
        CreditCode firm = who.firmFor(Purpose.APPLY);
        return sessions.locked(session)
                        .filter(found -> found.state() == State.PLANNED)
                        .isPresent()
                && sessions.withdraw(session, firm, clock.instant());
    }

    @Override
    @Transactional
    public boolean bring(long session, String words, Acting who) {
        CreditCode firm = who.firmFor(Purpose.APPLY);
        Instant now = clock.instant();
        boolean may =
                sessions.locked(session).filter(found -> found.takesIssues(now)).isPresent()
                        && sessions.signUp(session, firm).isPresent()
                        && issues.issues(session, firm).size() < MOST_ISSUES;
        if (may) {
            issues.bring(session, firm, who.account(), words.strip(), now);
        }
        return may;
    }

    @Override
    public List<Issue> issues(long session, Acting who) {
        return issues.issues(session, who.firmFor(Purpose.VIEW));
    }

    @Override
    @Transactional
    public Optional<Issue> notSolved(long issue, Acting who) {
        CreditCode firm = who.firmFor(Purpose.APPLY);
        Optional<IssueTable.Brought> found = issues.brought(issue)
                .filter(brought -> brought.issue().firm().equals(firm)
                        && brought.issue().answer() != null
                        && brought.issue().appeal() == null);
        found.ifPresent(brought -> into.pass(brought, true));
        return found.flatMap(brought -> issues.brought(issue)).map(IssueTable.Brought::issue);
    }

    @Override
    @Transactional
    public boolean rate(long session, int stars, String words, Acting who) {
        CreditCode firm = who.firmFor(Purpose.APPLY);
        boolean was = sessions.session(session)
                        .filter(found -> found.state() == State.HELD)
                        .isPresent()
                && sessions.signUp(session, firm).filter(SignUp::came).isPresent();
        return was && issues.rate(session, firm, who.account(), new Rating(stars, words.strip()), clock.instant());
    }

    @Override
    public Optional<Rating> rating(long session, Acting who) {
        return issues.rating(session, who.firmFor(Purpose.VIEW));
    }

    @Override
    public List<Look> looks(long session, Acting who) {
        return place(session, who).isEmpty() ? List.of() : issues.looks(session, MOST_LOOKS);
    }
}
