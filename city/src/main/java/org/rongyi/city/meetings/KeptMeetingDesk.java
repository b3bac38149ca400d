package org.rongyi.city.meetings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.FirmNames;
import org.rongyi.city.identity.Role;
import org.rongyi.city.meetings.MeetingSession.State;
import org.rongyi.city.meetings.MeetingTable.Moments;
import org.rongyi.city.meetings.Planning.Fault;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class KeptMeetingDesk implements MeetingDesk {
    private static final int MOST_SESSIONS = 500;
    private static final Duration LONGEST = Duration.ofDays(1);

    private final MeetingPlan plan;
    private final MeetingTable sessions;
    private final IssueTable issues;
    private final IntoAppeals into;
    private final FirmNames firms;
    private final CityWords city;
    private final Clock clock;

    KeptMeetingDesk(
            MeetingPlan plan,
            MeetingTable sessions,
            IssueTable issues,
            IntoAppeals into,
            FirmNames firms,
            CityWords city,
            Clock clock) {
        this.plan = plan;
        this.sessions = sessions;
        this.issues = issues;
        this.into = into;
        this.firms = firms;
        this.city = city;
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
    public Planning plan(NewSession what, Acting officer) {
        Instant now = clock.instant();
        Set<Fault> faults = faults(what, officer, now);
        if (!faults.isEmpty()) {
            return new Planning.Refused(faults);
        }
        Moments moments = new Moments(
                Objects.requireNonNull(what.startsAt()),
                Objects.requireNonNull(what.endsAt()),
                Objects.requireNonNull(what.signUpUntil()));
        return new Planning.Planned(sessions.plan(what, unit(officer), moments, officer.account(), now));
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
        if (starts == null || !starts.isAfter(now)) {
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
        Optional<MeetingSession> found = own(session, officer, true);
        if (!isOpen(found) || clock.instant().isBefore(found.orElseThrow().startsAt())) {
            return false;
        }
        came.forEach(firm -> sessions.came(session, firm));
        close(session, State.HELD, summary, officer);
        return true;
    }

    @Override
    @Transactional
    public boolean cancel(long session, String reason, Acting officer) {
        if (!isOpen(own(session, officer, true))) {
            return false;
        }
        close(session, State.CANCELLED, reason, officer);
        return true;
    }

    private void close(long session, State state, String words, Acting officer) {
        issues.unanswered(session).forEach(brought -> into.pass(brought, false));
        sessions.close(session, state, words.strip(), officer.account(), clock.instant());
    }

    @Override
    public List<Duty> duties(LocalDate today) {
        List<Duty> duties = new ArrayList<>();
        for (MeetingSeries series : plan.series()) {
            for (String unit : series.units()) {
                List<MeetingSession> own = sessions.of(unit, MOST_SESSIONS).stream()
                        .filter(session -> session.series().equals(series.id()))
                        .toList();
                LocalDate last =
                        days(own, State.HELD).max(Comparator.naturalOrder()).orElse(null);
                LocalDate next = days(own, State.PLANNED)
                        .filter(day -> !day.isBefore(today))
                        .min(Comparator.naturalOrder())
                        .orElse(null);
                LocalDate due = (last == null ? series.since() : last).plusMonths(series.everyMonths());
                duties.add(new Duty(series, unit, last, next, due, standing(due, next, today)));
            }
        }
        duties.sort(
                Comparator.comparing(Duty::standing).thenComparing(Duty::due).thenComparing(Duty::unit));
        return duties;
    }

    private Stream<LocalDate> days(List<MeetingSession> sessions, State state) {
        return sessions.stream()
                .filter(session -> session.state() == state)
                .map(session -> city.dayOf(session.startsAt()));
    }

    private static Standing standing(LocalDate due, @Nullable LocalDate next, LocalDate today) {
        if (next != null && !next.isAfter(due)) {
            return Standing.PLANNED;
        }
        return due.isBefore(today) ? Standing.OVERDUE : Standing.OPEN;
    }
}
