package org.rongyi.city.utilities;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.rongyi.city.calendar.WorkingCalendar;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.utilities.Connection.State;
import org.rongyi.city.utilities.ConnectionTable.Bare;
import org.rongyi.city.utilities.ConnectionTable.Crewless;
import org.rongyi.city.utilities.ConnectionTable.Head;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Whether a crew can come at all. Where none can, the request waits for its operator and not for the firm, until the
/// city opens with a file that has one.
@Component
class CrewWatch implements CrewGaps {
    private static final Logger LOG = LoggerFactory.getLogger(CrewWatch.class);
    private static final String LACK = "lackCrew";

    private final ConnectionTable table;
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
            ConnectionCourse course,
            CaseFiles files,
            UtilityBook book,
            WorkingCalendar calendar,
            CityWords city,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${rongyi.command:}") String command) {
        this.table = table;
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
        for (Bare request : table.withoutVisit()) {
            transaction.executeWithoutResult(_ -> table.lock(request.connection())
                    .ifPresent(head -> table.request(request.id()).ifPresent(now -> look(head, now))));
        }
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
