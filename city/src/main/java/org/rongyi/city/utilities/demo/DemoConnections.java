package org.rongyi.city.utilities.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Step;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.utilities.Connection;
import org.rongyi.city.utilities.Connection.State;
import org.rongyi.city.utilities.Connections;
import org.rongyi.city.utilities.Connections.Applying;
import org.rongyi.city.utilities.Connections.Booking;
import org.rongyi.city.utilities.Connections.Proposals;
import org.rongyi.city.utilities.NewConnection;
import org.rongyi.city.utilities.NewPlan;
import org.rongyi.city.utilities.OperatorDesk;
import org.rongyi.city.utilities.Slot;
import org.rongyi.city.utilities.SurveyRecord;
import org.rongyi.city.utilities.Surveys;
import org.rongyi.city.utilities.UtilityBook;
import org.rongyi.city.utilities.demo.DemoFile.Ask;
import org.rongyi.city.utilities.demo.DemoFile.Offer;
import org.rongyi.city.utilities.demo.DemoFile.Refusal;
import org.rongyi.city.utilities.demo.DemoFile.Wish;
import org.rongyi.city.vocabulary.CityFolder;
import org.rongyi.city.vocabulary.PastTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Connections of a demo, out of the city's `utilities-demo.yaml`, when none is there: each goes through the doors as
/// those of firms do, only in the past. In the background: the city is open already.
@Component
class DemoConnections {
    private static final Logger LOG = LoggerFactory.getLogger(DemoConnections.class);
    private static final String FILE = "utilities-demo.yaml";
    private static final int MORNING = 9;
    private static final Duration AT_THE_PLACE = Duration.ofMinutes(30);
    private static final Duration TO_DECIDE = Duration.ofHours(4);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int QUOTE_DAYS = 30;
    private static final String PROOF = "验收单（演示）";
    /// The states in the order in which a connection goes through them.
    private static final List<State> WAY = List.of(
            State.SURVEY_BOOKED, State.SURVEYED, State.PLAN_OFFERED, State.WORKS, State.ACCEPTED, State.SUPPLIED);

    private final CityFolder folder;
    private final UtilityBook book;
    private final Connections connections;
    private final Surveys surveys;
    private final OperatorDesk desk;
    private final Cases cases;
    private final People people;
    private final Mandates mandates;
    private final CityWords city;
    private final JdbcClient database;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final boolean wanted;

    DemoConnections(
            CityFolder folder,
            UtilityBook book,
            Connections connections,
            Surveys surveys,
            OperatorDesk desk,
            Cases cases,
            People people,
            Mandates mandates,
            CityWords city,
            JdbcClient database,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${rongyi.demo.size:0}") long size,
            @Value("${rongyi.demo.utilities:true}") boolean utilitiesToo,
            @Value("${rongyi.command:}") String command) {
        this.folder = folder;
        this.book = book;
        this.connections = connections;
        this.surveys = surveys;
        this.desk = desk;
        this.cases = cases;
        this.people = people;
        this.mandates = mandates;
        this.city = city;
        this.database = database;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.wanted = size > 0 && utilitiesToo && command.isEmpty();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Path file = folder.resolve(FILE);
        if (wanted && Files.exists(file)) {
            Thread.ofPlatform()
                    .daemon()
                    .name("demo-connections")
                    .priority(Thread.MIN_PRIORITY)
                    .uncaughtExceptionHandler((_, failed) -> LOG.warn("The demo has no connections", failed))
                    .start(() -> fill(file));
        }
    }

    private void fill(Path file) {
        boolean some = database.sql("select exists (select from utilities.connection)")
                .query(Boolean.class)
                .single();
        if (!some) {
            LOG.debug("{} invented connections", live(file).size());
        }
    }

    /// Each in one transaction: no alarm rings between two of its days.
    List<Connection> live(Path file) {
        return DemoFile.read(file).stream()
                .map(wish -> Objects.requireNonNull(transaction.execute(_ -> live(wish))))
                .toList();
    }

    private Connection live(Wish wish) {
        Acting firm = firm(wish.account());
        Instant begins = city.today(clock)
                .minusDays(wish.daysAgo())
                .atTime(MORNING, 0)
                .atZone(city.zone())
                .toInstant();
        Connection asked = at(begins, () -> applied(wish, firm));
        Instant there = booked(wish, asked, begins.plus(Duration.ofMinutes(10)), firm);
        if (there.isAfter(clock.instant())) {
            return asked;
        }
        at(there, () -> surveyed(wish, asked, firm));
        for (Ask ask : wish.asks()) {
            goesOn(ask, asked, there, firm);
        }
        return asked;
    }

    private static <T> T at(Instant when, Supplier<T> what) {
        AtomicReference<@Nullable T> made = new AtomicReference<>();
        PastTime.at(when, () -> made.set(what.get()));
        return Objects.requireNonNull(made.get());
    }

    private Acting firm(String account) {
        Person person = people.find(account).orElseThrow();
        Mandate mandate = mandates.inForce(account, city.today(clock)).getFirst();
        return new Acting(person, mandate);
    }

    private Connection applied(Wish wish, Acting firm) {
        Map<String, Map<String, Object>> wanted = new LinkedHashMap<>();
        wish.asks().forEach(ask -> wanted.put(ask.utility(), new HashMap<>(ask.wanted())));
        NewConnection what = new NewConnection(
                UUID.randomUUID(), wish.address(), wish.area(), wish.contact(), wish.phone(), null, wanted);
        return switch (connections.apply(what, firm)) {
            case Applying.Applied(Connection made) -> made;
            case Applying.SaidOtherwise(Connection before) ->
                throw new IllegalStateException("a new form was handed in before, as (" + before.id() + ")");
        };
    }

    /// What was to be surveyed long ago gets the first time; what was not yet, the first that is ahead.
    ///
    /// @return when the crews have seen the place
    private Instant booked(Wish wish, Connection asked, Instant when, Acting firm) {
        boolean ahead = wish.asks().stream().allMatch(ask -> ask.until().equals(State.SURVEY_BOOKED.id()));
        Set<String> utilities = wish.asks().stream().map(Ask::utility).collect(Collectors.toSet());
        Instant after = ahead ? clock.instant() : when;
        return at(when, () -> {
            Instant start = connections.slots(asked.id(), utilities, firm) instanceof Proposals.Found(var slots, var _)
                    ? slots.stream()
                            .map(Slot::from)
                            .filter(from -> from.isAfter(after))
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException("no time for (" + wish.address() + ")"))
                    : when;
            if (connections.book(asked.id(), utilities, start, "", firm) instanceof Booking.Booked) {
                return start.plus(AT_THE_PLACE);
            }
            throw new IllegalStateException("no crew for (" + wish.address() + ") at (" + start + ")");
        });
    }

    private Connection surveyed(Wish wish, Connection asked, Acting firm) {
        Connection.Visit visit =
                connections.find(asked.id(), firm).orElseThrow().visits().getLast();
        Map<String, Acting> crews = new TreeMap<>();
        for (Connection.Attendance crew : visit.crews()) {
            String account = book.crew(crew.crew()).orElseThrow().accounts().getFirst();
            crews.put(crew.utility(), new Acting(people.find(account).orElseThrow(), null));
        }
        for (Ask ask : wish.asks()) {
            Map<String, String> found = new TreeMap<>();
            found.put(SurveyRecord.SITE + "." + book.site().getFirst().id(), wish.site());
            ask.found().forEach((measure, value) -> found.put(ask.utility() + "." + measure, value));
            surveys.save(visit.id(), UUID.randomUUID(), found, Objects.requireNonNull(crews.get(ask.utility())));
        }
        crews.values()
                .forEach(crew -> surveys.sign(
                        visit.id(),
                        surveys.job(visit.id(), crew).orElseThrow().record().hash(),
                        crew));
        return asked;
    }

    private void goesOn(Ask ask, Connection asked, Instant surveyed, Acting firm) {
        Acting officer = officer(ask.utility());
        Refusal refused = ask.refused();
        if (refused != null) {
            act(surveyed.plus(TO_DECIDE), () -> fire(asked, ask, officer, refused.reason(), refused.basis(), "refuse"));
            return;
        }
        Offer plan = ask.plan();
        int reaches = WAY.indexOf(state(ask.until()));
        if (plan == null || reaches < WAY.indexOf(State.PLAN_OFFERED)) {
            return;
        }
        Instant offered = surveyed.plus(DAY);
        act(offered, () -> desk.offer(asked.id(), ask.utility(), offer(plan, offered), officer));
        if (reaches > WAY.indexOf(State.PLAN_OFFERED)) {
            act(offered.plus(DAY), () -> chosen(ask, asked, firm));
        }
        Instant done = offered.plus(DAY.multipliedBy(1L + plan.worksDays()));
        if (reaches >= WAY.indexOf(State.ACCEPTED)) {
            act(done, () -> fire(asked, ask, officer, "", "", "accept"));
        }
        if (reaches >= WAY.indexOf(State.SUPPLIED)) {
            act(done.plus(TO_DECIDE), () -> fire(asked, ask, officer, "", "", "supply"));
        }
    }

    private static State state(String id) {
        return WAY.stream().filter(state -> state.id().equals(id)).findFirst().orElse(State.SURVEY_BOOKED);
    }

    /// What lies behind today has not happened.
    private void act(Instant when, Runnable what) {
        if (!when.isAfter(clock.instant())) {
            PastTime.at(when, what);
        }
    }

    private Acting officer(String utility) {
        String unit = book.utility(utility).orElseThrow().unit();
        return new Acting(people.holding(Role.OFFICER, unit).getFirst(), null);
    }

    private NewPlan offer(Offer plan, Instant offered) {
        return new NewPlan(
                plan.words(),
                plan.metres(),
                plan.kilovolts(),
                plan.yuan(),
                city.dayOf(offered).plusDays(QUOTE_DAYS),
                plan.worksDays(),
                Set.copyOf(plan.permits()));
    }

    private void chosen(Ask ask, Connection asked, Acting firm) {
        connections
                .find(asked.id(), firm)
                .flatMap(found -> found.request(ask.utility()))
                .flatMap(Connection.Request::plan)
                .ifPresent(plan -> connections.choose(asked.id(), ask.utility(), plan.id(), firm));
    }

    private void fire(Connection asked, Ask ask, Acting officer, String reason, String basis, String event) {
        long caseId = asked.request(ask.utility()).orElseThrow().caseId();
        cases.fire(
                Step.of(caseId, Actor.of(officer))
                        .because(reason)
                        .basedOn(basis)
                        .proving(PROOF),
                event);
    }
}
