package org.rongyi.city.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.rongyi.city.calendar.CalendarYearMissing;
import org.rongyi.city.calendar.WorkingCalendar;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.CaseEvent;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.NewCase;
import org.rongyi.city.cases.Opening;
import org.rongyi.city.cases.Step;
import org.rongyi.city.ui.CityWords;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// A planned meeting is a case of its department: somebody answers for it, its clocks ring, and where nobody writes
/// down
/// what came of it, what firms brought up goes on all the same. Whoever changes a meeting locks its case first.
@Component
class MeetingCourse {
    private static final String KIND = "meeting";
    private static final String RESULT_CLOCK = "result";
    private static final String EVE_CLOCK = "eve";
    private static final String ABOUT = "meeting/";
    private static final Actor HOUSE = Actor.house("meetings");
    /// Working days after a meeting in which its result is written down.
    private static final int RESULT_DAYS = 2;

    private static final int DAYS_OF_A_WEEK = 7;
    private static final int WORKING_DAYS_OF_A_WEEK = 5;

    private final Cases cases;
    private final MeetingTable sessions;
    private final IssueTable issues;
    private final IntoAppeals into;
    private final Telling telling;
    private final WorkingCalendar calendar;
    private final CityWords city;

    MeetingCourse(
            Cases cases,
            MeetingTable sessions,
            IssueTable issues,
            IntoAppeals into,
            Telling telling,
            WorkingCalendar calendar,
            CityWords city) {
        this.cases = cases;
        this.sessions = sessions;
        this.issues = issues;
        this.into = into;
        this.telling = telling;
        this.calendar = calendar;
        this.city = city;
    }

    /// In the hands of whoever planned it, if that is an officer of the department.
    void begin(MeetingSession session, String planner, Instant now) {
        int days = until(city.dayOf(now), city.dayOf(session.startsAt()));
        NewCase what = NewCase.of(KIND, "见面会：" + session.theme(), "报名的企业", session.unit())
                .about(ABOUT + session.id())
                .promising(EVE_CLOCK, Math.max(0, days - 1))
                .promising(RESULT_CLOCK, days + RESULT_DAYS);
        Opening opening = cases.open(what.handledBy(planner), HOUSE);
        if (opening instanceof Opening.NoSuchColleague) {
            opening = cases.open(what, HOUSE);
        }
        if (!(opening instanceof Opening.Opened opened)) {
            throw new IllegalStateException("the kind (" + KIND + ") allows less time than meetings need: " + opening);
        }
        sessions.goesWith(session.id(), opened.opened().id());
    }

    /// Beyond the tables of the calendar by weeks: whoever reads the date reads it when there is a table.
    private int until(LocalDate today, LocalDate day) {
        try {
            return Math.max(0, calendar.between(today, day));
        } catch (CalendarYearMissing notYet) {
            return (int) ChronoUnit.DAYS.between(today, day) * WORKING_DAYS_OF_A_WEEK / DAYS_OF_A_WEEK;
        }
    }

    /// @return false when it had ended before
    boolean ends(long session, String event, String reason) {
        return sessions.caseOf(session)
                .map(id -> cases.fire(Step.of(id, HOUSE).because(reason), event) instanceof Handling.Done)
                .orElse(true);
    }

    @EventListener
    void follow(CaseEvent event) {
        String own = event.about().own();
        if (!event.about().kind().equals(KIND) || own == null || !own.startsWith(ABOUT)) {
            return;
        }
        long session = Long.parseLong(own.substring(ABOUT.length()));
        if (event instanceof CaseEvent.CaseOverdue overdue && overdue.clock().equals(RESULT_CLOCK)) {
            sessions.locked(session);
            issues.unanswered(session).forEach(brought -> into.pass(brought, false));
        } else if (event instanceof CaseEvent.CaseMoved moved && moved.event().equals("remind")) {
            sessions.session(session).ifPresent(telling::eve);
        }
    }
}
