package org.rongyi.city.utilities;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rongyi.city.calendar.WorkingCalendar;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.utilities.Connection.State;
import org.rongyi.city.utilities.Connection.Visit;
import org.rongyi.city.utilities.Connection.VisitState;
import org.rongyi.city.utilities.ConnectionTable.Bare;
import org.rongyi.city.utilities.ConnectionTable.Head;
import org.rongyi.city.utilities.Connections.Booking;
import org.rongyi.city.utilities.Connections.Proposals;
import org.rongyi.city.utilities.SlotFinder.Span;
import org.rongyi.city.utilities.UtilityBook.Crew;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// One time for all: proposed, booked, booked anew. Two applications may ask for the same crew at the same moment; the
/// database lets one have it, and the other is looked for once more.
@Component
class SurveyBooking {
    private static final int ATTEMPTS = 3;

    private final ConnectionTable table;
    private final VisitTable visits;
    private final ConnectionCourse course;
    private final UtilityBook book;
    private final CrewCalendar crews;
    private final SlotFinder finder;
    private final CityWords city;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SurveyBooking(
            ConnectionTable table,
            VisitTable visits,
            ConnectionCourse course,
            UtilityBook book,
            WorkingCalendar calendar,
            CityWords city,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.visits = visits;
        this.course = course;
        this.book = book;
        this.crews = new CrewCalendar(book, calendar, city.zone());
        this.finder = new SlotFinder(
                Duration.ofMinutes(book.survey().minutes()),
                Duration.ofMinutes(book.survey().everyMinutes()));
        this.city = city;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    Proposals slots(Head head, Set<String> utilities) {
        List<Bare> asked = asked(head.id(), utilities);
        if (asked.isEmpty()) {
            return new Proposals.Nothing();
        }
        Map<String, List<Crew>> able = able(head, asked);
        Set<String> nobody = new TreeSet<>();
        able.forEach((utility, own) -> {
            if (own.isEmpty()) {
                nobody.add(utility);
            }
        });
        if (!nobody.isEmpty()) {
            return new Proposals.NoCrew(nobody);
        }
        LocalDate until = crews.until(city.today(clock));
        return new Proposals.Found(
                finder.earliest(
                        free(able, earliest(), until, asked), book.survey().offered()),
                until);
    }

    private Instant earliest() {
        return clock.instant().plus(Duration.ofHours(book.survey().noticeHours()));
    }

    /// Those that are to be surveyed.
    private List<Bare> asked(long connection, Set<String> utilities) {
        return table.requests(connection).stream()
                .filter(request -> utilities.contains(request.utility())
                        && (request.state() == State.APPLIED || request.state() == State.SURVEY_BOOKED))
                .toList();
    }

    private Map<String, List<Crew>> able(Head head, List<Bare> asked) {
        Map<String, List<Crew>> able = new LinkedHashMap<>();
        for (Bare request : asked) {
            able.put(
                    request.utility(),
                    book.utility(request.utility())
                            .map(utility ->
                                    crews.able(utility, head.area(), table.wanted(request.id()), city.today(clock)))
                            .orElse(List.of()));
        }
        return able;
    }

    private Map<String, Map<String, List<Span>>> free(
            Map<String, List<Crew>> able, Instant from, LocalDate last, List<Bare> asked) {
        Instant to = last.plusDays(1).atStartOfDay(city.zone()).toInstant();
        Map<String, List<Span>> taken =
                visits.taken(from, to, asked.stream().map(Bare::id).toList());
        Map<String, Map<String, List<Span>>> free = new LinkedHashMap<>();
        able.forEach((utility, own) -> free.put(utility, crews.free(own, from, last, taken)));
        return free;
    }

    Booking book(long connection, Set<String> utilities, Instant start, String reason, String account) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return Objects.requireNonNull(
                        transaction.execute(status -> tryOnce(connection, utilities, start, reason, account, status)));
            } catch (DataIntegrityViolationException | ConcurrencyFailureException faster) {
                // Somebody else has the crew since: another one may be free.
            }
        }
        return new Booking.Taken();
    }

    private Booking tryOnce(
            long connection,
            Set<String> utilities,
            Instant start,
            String reason,
            String account,
            TransactionStatus status) {
        Head head = table.lock(connection).orElseThrow();
        List<Bare> asked = asked(connection, utilities);
        List<Visit> before = before(connection, asked);
        Instant now = clock.instant();
        if (asked.isEmpty() || before.stream().anyMatch(visit -> visit.onTheDay(now, city.zone()))) {
            return new Booking.TooLate();
        }
        if (before.size() == 1 && is(before.getFirst(), asked, start)) {
            return new Booking.Booked(before.getFirst());
        }
        if (!before.isEmpty() && reason.isEmpty()) {
            return new Booking.ReasonMissing();
        }
        Optional<Slot> slot = at(head, asked, start);
        if (slot.isEmpty() || !told(asked, reason)) {
            status.setRollbackOnly();
            return new Booking.Taken();
        }
        asked.forEach(request -> visits.release(request.id()));
        before.forEach(visit -> visits.moved(visit.id(), reason, now));
        long visit = visits.add(connection, slot.get(), account, now);
        for (Bare request : asked) {
            visits.book(
                    visit,
                    request.id(),
                    Objects.requireNonNull(slot.get().crews().get(request.utility())),
                    slot.get());
        }
        return new Booking.Booked(visits.find(visit).orElseThrow());
    }

    /// The same form came twice.
    private static boolean is(Visit visit, List<Bare> asked, Instant start) {
        return visit.startsAt().equals(start)
                && visit.crews().size() == asked.size()
                && asked.stream()
                        .allMatch(request -> visit.of(request.utility()).isPresent());
    }

    /// The visits that they give up.
    private List<Visit> before(long connection, List<Bare> asked) {
        return visits.of(connection).stream()
                .filter(visit -> visit.state() == VisitState.BOOKED
                        && asked.stream()
                                .anyMatch(request -> visit.of(request.utility()).isPresent()))
                .toList();
    }

    /// The cases first: whoever refuses one at this moment is waited for, or waits.
    private boolean told(List<Bare> asked, String reason) {
        return asked.stream()
                .allMatch(request -> request.state() == State.APPLIED
                        ? course.fire(request.caseId(), "book", "")
                        : course.fire(request.caseId(), "rebook", reason));
    }

    private Optional<Slot> at(Head head, List<Bare> asked, Instant start) {
        LocalDate last = crews.until(city.today(clock));
        Instant end = last.plusDays(1).atStartOfDay(city.zone()).toInstant();
        if (start.isBefore(earliest()) || !start.isBefore(end)) {
            return Optional.empty();
        }
        LocalDate day = city.dayOf(start);
        return finder.earliest(free(able(head, asked), start, day, asked), 1).stream()
                .filter(slot -> slot.from().equals(start))
                .findFirst();
    }
}
