package org.rongyi.city.meetings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.FirmNames;
import org.rongyi.city.identity.Role;
import org.rongyi.city.meetings.MeetingSession.State;
import org.rongyi.city.meetings.MeetingTable.Moments;
import org.rongyi.city.meetings.MeetingTable.Owing;
import org.rongyi.city.meetings.MeetingTable.Turns;
import org.rongyi.city.meetings.Planning.Fault;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class KeptMeetingDesk implements MeetingDesk {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration FURTHEST = Duration.ofDays(730);

    private final MeetingPlan plan;
    private final MeetingTable sessions;
    private final IssueTable issues;
    private final IntoAppeals into;
    private final MeetingCourse course;
    private final Telling telling;
    private final FirmNames firms;
    private final CityWords city;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeptMeetingDesk(
            MeetingPlan plan,
            MeetingTable sessions,
            IssueTable issues,
            IntoAppeals into,
            MeetingCourse course,
            Telling telling,
            FirmNames firms,
            CityWords city,
            ApplicationEventPublisher events,
            Clock clock) {
        this.plan = plan;
        this.sessions = sessions;
        this.issues = issues;
        this.into = into;
        this.course = course;
        this.telling = telling;
        this.firms = firms;
        this.city = city;
        this.events = events;
        this.clock = clock;
    }

    private static String unit(Acting officer) {
        String unit = officer.person().department();
        if (!officer.has(Role.OFFICER) || unit.isEmpty()) {
            throw new AccessDeniedException("(" + officer.account() + ") holds no meetings");
        }
        return unit;
    }

    private Optional<MeetingSession> own(long session, Acting officer, boolean lock) {
        String unit = unit(officer);
        Optional<MeetingSession> found = lock ? sessions.locked(session) : sessions.session(session);
        if (found.isPresent() && !found.get().unit().equals(unit)) {
            throw new AccessDeniedException("the meeting (" + session + ") is another department's");
        }
        return found;
    }

    @Override
    public List<MeetingSession> own(Acting officer, int limit) {
        return sessions.of(unit(officer), limit);
    }

    @Override
    public List<MeetingSeries> owed(Acting officer) {
        String unit = unit(officer);
        return plan.series().stream()
                .filter(series -> series.units().contains(unit))
                .toList();
    }

    @Override
    @Transactional
    public Planning plan(NewSession what, Acting officer) {
        Instant now = clock.instant();
        Set<Fault> faults = faults(what, officer, now);
        if (!faults.isEmpty()) {
            return new Planning.Refused(faults);
        }
        long id = sessions.plan(what, unit(officer), moments(what), officer.account(), now);
        course.begin(sessions.session(id).orElseThrow(), officer.account(), now);
        return new Planning.Planned(id);
    }

    private static Moments moments(NewSession what) {
        return new Moments(
                Objects.requireNonNull(what.startsAt()),
                Objects.requireNonNull(what.endsAt()),
                Objects.requireNonNull(what.signUpUntil()));
    }

    @Override
    @Transactional
    public Planning move(long session, NewSession to, String reason, Acting officer) {
        MeetingSession was = own(session, officer, false).orElse(null);
        if (was == null || was.state() != State.PLANNED) {
            return new Planning.TooLate();
        }
        Instant now = clock.instant();
        NewSession what = new NewSession(
                was.series(),
                was.theme(),
                was.host(),
                to.place(),
                to.startsAt(),
                to.endsAt(),
                to.signUpUntil(),
                was.seats());
        Set<Fault> faults = faults(what, officer, now);
        if (reason.isBlank()) {
            faults.add(Fault.REASON);
        }
        if (!faults.isEmpty()) {
            return new Planning.Refused(faults);
        }
        if (!ends(session, "move", reason)) {
            return new Planning.TooLate();
        }
        MeetingSession locked = sessions.session(session).orElseThrow();
        sessions.move(locked, moments(what), what.place().strip(), reason.strip(), officer.account(), now);
        MeetingSession moved = sessions.session(session).orElseThrow();
        course.begin(moved, officer.account(), now);
        telling.moved(moved, reason.strip());
        return new Planning.Planned(session);
    }

    private Set<Fault> faults(NewSession what, Acting officer, Instant now) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        if (owed(officer).stream().noneMatch(series -> series.id().equals(what.series()))) {
            faults.add(Fault.SERIES);
        }
        if (isNoText(what.theme())) {
            faults.add(Fault.THEME);
        }
        if (isNoText(what.host())) {
            faults.add(Fault.HOST);
        }
        if (isNoText(what.place())) {
            faults.add(Fault.PLACE);
        }
        if (what.seats() < 1 || what.seats() > NewSession.MOST_SEATS) {
            faults.add(Fault.SEATS);
        }
        Instant starts = what.startsAt();
        Instant ends = what.endsAt();
        Instant until = what.signUpUntil();
        if (starts == null || !starts.isAfter(now) || starts.isAfter(now.plus(FURTHEST))) {
            faults.add(Fault.STARTS);
        } else {
            if (ends == null || !ends.isAfter(starts) || ends.isAfter(starts.plus(LONGEST))) {
                faults.add(Fault.ENDS);
            }
            if (until == null || !until.isAfter(now) || until.isAfter(starts)) {
                faults.add(Fault.SIGN_UP);
            }
        }
        return faults;
    }

    private static boolean isNoText(String text) {
        return text.isBlank() || text.strip().length() > NewSession.LONGEST_TEXT;
    }

    @Override
    @Transactional
    public List<Guest> guests(long session, Acting officer) {
        if (own(session, officer, false).isEmpty()) {
            return List.of();
        }
        List<SignUp> places = sessions.signUps(session);
        if (!places.isEmpty()) {
            issues.looked(session, officer.account(), officer.person().name(), clock.instant());
        }
        return places.stream()
                .map(place -> new Guest(
                        place, firms.nameOf(place.firm()).orElse(place.firm().value())))
                .toList();
    }

    @Override
    public List<Issue> issues(long session, Acting officer) {
        return own(session, officer, false).isEmpty() ? List.of() : issues.issues(session);
    }

    @Override
    @Transactional
    public boolean answer(long session, long issue, String words, Acting officer) {
        return isOpen(own(session, officer, true))
                && issues.answer(session, issue, words.strip(), officer.account(), clock.instant());
    }

    private static boolean isOpen(Optional<MeetingSession> session) {
        return session.filter(found -> found.state() == State.PLANNED).isPresent();
    }

    @Override
    @Transactional
    public boolean held(long session, String summary, Set<CreditCode> came, Acting officer) {
        Optional<MeetingSession> found = own(session, officer, false);
        if (!isOpen(found) || clock.instant().isBefore(found.orElseThrow().startsAt()) || !ends(session, "hold", "")) {
            return false;
        }
        came.forEach(firm -> sessions.came(session, firm));
        close(session, State.HELD, summary, officer);
        events.publishEvent(attended(found.orElseThrow()));
        return true;
    }

    private Attended attended(MeetingSession session) {
        return new Attended(
                session.id(),
                session.unit(),
                session.theme(),
                session.startsAt(),
                sessions.signUps(session.id()).stream()
                        .filter(SignUp::came)
                        .map(SignUp::firm)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    @Transactional
    public boolean cancel(long session, String reason, Acting officer) {
        Optional<MeetingSession> found = own(session, officer, false);
        if (!isOpen(found) || !ends(session, "cancel", reason)) {
            return false;
        }
        close(session, State.CANCELLED, reason, officer);
        telling.cancelled(found.orElseThrow(), reason.strip());
        return true;
    }

    /// Under both locks: what was brought up a moment ago is seen.
    private boolean ends(long session, String event, String reason) {
        return course.ends(session, event, reason) && isOpen(sessions.locked(session));
    }

    private void close(long session, State state, String words, Acting officer) {
        issues.unanswered(session).forEach(brought -> into.pass(brought, false));
        sessions.close(session, state, words.strip(), officer.account(), clock.instant());
    }

    @Override
    public List<Duty> duties(LocalDate today) {
        List<Duty> duties = new ArrayList<>();
        Map<Owing, Turns> turns = sessions.turns(today.atStartOfDay(city.zone()).toInstant());
        for (MeetingSeries series : plan.series()) {
            for (String unit : series.units()) {
                Turns own = turns.getOrDefault(new Owing(series.id(), unit), Turns.NONE);
                LocalDate last = day(own.last());
                LocalDate next = day(own.next());
                LocalDate due = (last == null ? series.since() : last).plusMonths(series.everyMonths());
                duties.add(new Duty(series, unit, last, next, due, standing(due, next, today)));
            }
        }
        duties.sort(
                Comparator.comparing(Duty::standing).thenComparing(Duty::due).thenComparing(Duty::unit));
        return duties;
    }

    private @Nullable LocalDate day(@Nullable Instant instant) {
        return instant == null ? null : city.dayOf(instant);
    }

    private static Standing standing(LocalDate due, @Nullable LocalDate next, LocalDate today) {
        if (next != null && !next.isAfter(due)) {
            return Standing.PLANNED;
        }
        return due.isBefore(today) ? Standing.OVERDUE : Standing.OPEN;
    }
}
