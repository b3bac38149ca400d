package org.rongyi.city.utilities;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.rongyi.city.calendar.WorkingCalendar;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.utilities.Connection.State;
import org.rongyi.city.utilities.ConnectionTable.Bare;
import org.rongyi.city.utilities.ConnectionTable.Crewless;
import org.rongyi.city.utilities.ConnectionTable.Head;
import org.rongyi.city.utilities.SlotFinder.Span;
import org.rongyi.city.utilities.UtilityBook.Crew;
import org.rongyi.city.utilities.VisitTable.Expected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedRuntimeException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Whether a crew can come at all. Where none can, the request waits for its operator and not for the firm,
/// until the city opens with a file that has one.
@Component
class CrewWatch implements CrewGaps {
    private static final Logger LOG = LoggerFactory.getLogger(CrewWatch.class);
    private static final String LACK = "lackCrew";
    private static final String GONE = "约好的班组去不了，也没有别的班组那时有空。 The crew cannot come, nor can another one then.";
    private static final int A_PAGE = 200;

    private final ConnectionTable table;
    private final VisitTable visits;
    private final ConnectionCourse course;
    private final CaseFiles files;
    private final UtilityBook book;
    private final CrewCalendar crews;
    private final CityWords city;
    private final Clock clock;
    private final boolean command;
    private final TransactionTemplate transaction;

    CrewWatch(
            ConnectionTable table,
            VisitTable visits,
            ConnectionCourse course,
            CaseFiles files,
            UtilityBook book,
            WorkingCalendar calendar,
            CityWords city,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${rongyi.command:}") String command) {
        this.table = table;
        this.visits = visits;
        this.course = course;
        this.files = files;
        this.book = book;
        this.crews = new CrewCalendar(book, calendar, city.zone());
        this.city = city;
        this.clock = clock;
        this.command = !command.isEmpty();
        this.transaction = new TransactionTemplate(transactions);
    }

    /// The file of crews is read when the city opens, so only then can another crew be there.
    @EventListener(ApplicationReadyEvent.class)
    void open() {
        if (!command && book.exists()) {
            Thread.ofPlatform()
                    .daemon()
                    .name("crews")
                    .priority(Thread.MIN_PRIORITY)
                    .uncaughtExceptionHandler((_, failed) -> LOG.warn("Nobody looked whether crews can come", failed))
                    .start(this::lookAtAll);
        }
    }

    void lookAtAll() {
        List<Expected> ahead = visits.ahead(clock.instant(), 0, A_PAGE);
        while (!ahead.isEmpty()) {
            ahead.forEach(each -> alone(each.request(), each.connection(), head -> look(head, each)));
            ahead = visits.ahead(clock.instant(), ahead.getLast().booking(), A_PAGE);
        }
        List<Bare> waiting = table.withoutVisit(0, A_PAGE);
        while (!waiting.isEmpty()) {
            waiting.forEach(each -> alone(
                    each.id(),
                    each.connection(),
                    head -> table.request(each.id()).ifPresent(now -> look(head, now))));
            waiting = table.withoutVisit(waiting.getLast().id(), A_PAGE);
        }
    }

    /// One that fails holds up no other.
    private void alone(long request, long connection, Consumer<Head> look) {
        try {
            transaction.executeWithoutResult(_ -> table.lock(connection).ifPresent(look));
        } catch (NestedRuntimeException | IllegalArgumentException | IllegalStateException failed) {
            LOG.warn("Nobody looked whether a crew can come for the request ({})", request, failed);
        }
    }

    /// A crew that is no longer in the file, or is off on that day: another one comes at the same time, or the firm
    /// chooses another time, and both sides are told.
    private void look(Head head, Expected booked) {
        Bare request = table.request(booked.request()).orElseThrow();
        List<Crew> able = book.utility(request.utility())
                .map(utility -> crews.able(utility, head.area(), table.wanted(request.id()), city.today(clock)))
                .orElse(List.of());
        if (free(able, booked, Map.of()).contains(booked.crew())) {
            return;
        }
        Map<String, List<Span>> taken = visits.taken(booked.from(), booked.to(), List.of(request.id()));
        List<String> others = free(able, booked, taken);
        if (!others.isEmpty()) {
            visits.comes(booked.booking(), others.getFirst());
        } else if (course.fire(request.caseId(), "miss", GONE)) {
            visits.release(request.id());
        }
    }

    private List<String> free(List<Crew> able, Expected at, Map<String, List<Span>> taken) {
        List<String> free = new ArrayList<>();
        crews.free(able, at.from(), city.dayOf(at.from()), taken).forEach((crew, spans) -> {
            if (spans.stream().anyMatch(span -> span.holds(at.from(), at.to()))) {
                free.add(crew);
            }
        });
        return free;
    }

    /// Within the transaction of the caller, who holds the application or has just made it.
    ///
    /// @return whether it waits for somebody else now
    boolean look(Head head, Bare request) {
        boolean can = can(head, request);
        if (request.state() == State.APPLIED && !can && knows(request.caseId())) {
            return course.fire(request.caseId(), LACK, why(request.utility(), head.area()));
        }
        return request.state() == State.NO_CREW && can && course.fire(request.caseId(), ConnectionCourse.FOUND, "");
    }

    /// A case keeps the text of its kind; one that is older than this event stays as it is, and the page says why.
    private boolean knows(long caseId) {
        return files.find(caseId).flatMap(now -> now.kind().event(LACK)).isPresent();
    }

    private boolean can(Head head, Bare request) {
        Map<String, Object> wanted = table.wanted(request.id());
        return book.utility(request.utility()).stream()
                .anyMatch(utility -> !crews.able(utility, head.area(), wanted, city.today(clock))
                        .isEmpty());
    }

    private String why(String utility, String area) {
        return comingTo(utility, area) == 0
                ? "没有班组去这里（" + area + "）。 No crew comes to this place."
                : "去这里的班组做不了要的。 No crew that comes here can do what is wanted.";
    }

    private int comingTo(String utility, String area) {
        return (int) book.crews().stream()
                .filter(crew -> crew.utility().equals(utility) && crew.serves(area))
                .count();
    }

    @Override
    public List<Gap> gaps() {
        return table.crewless().stream().map(this::gap).toList();
    }

    private Gap gap(Crewless each) {
        return new Gap(
                each.utility(), each.area(), comingTo(each.utility(), each.area()), each.waiting(), each.since());
    }
}
