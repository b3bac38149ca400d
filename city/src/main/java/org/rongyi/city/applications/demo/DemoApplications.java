package org.rongyi.city.applications.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.rongyi.city.applications.Application;
import org.rongyi.city.applications.Application.Way;
import org.rongyi.city.applications.Applications;
import org.rongyi.city.applications.Draft;
import org.rongyi.city.applications.Drafts;
import org.rongyi.city.applications.Part;
import org.rongyi.city.applications.Results;
import org.rongyi.city.applications.demo.DemoFile.Happens;
import org.rongyi.city.applications.demo.DemoFile.Wish;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.Step;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Role;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.CityFolder;
import org.rongyi.city.vocabulary.PastTime;
import org.rongyi.rules.ValueType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Applications of a demo, out of the city's `applications-demo.yaml`, when none is there: each goes
/// through the doors as those of firms do, only in the past. In the background: the city is open already.
@Component
class DemoApplications {
    private static final Logger LOG = LoggerFactory.getLogger(DemoApplications.class);
    private static final String FILE = "applications-demo.yaml";
    private static final int MORNING = 9;

    private final CityFolder folder;
    private final Elements elements;
    private final Drafts drafts;
    private final Applications applications;
    private final Results results;
    private final Cases cases;
    private final People people;
    private final Mandates mandates;
    private final CityWords city;
    private final JdbcClient database;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final boolean wanted;

    DemoApplications(
            CityFolder folder,
            Elements elements,
            Drafts drafts,
            Applications applications,
            Results results,
            Cases cases,
            People people,
            Mandates mandates,
            CityWords city,
            JdbcClient database,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${rongyi.demo.size:0}") long size,
            @Value("${rongyi.demo.applications:true}") boolean applicationsToo,
            @Value("${rongyi.command:}") String command) {
        this.folder = folder;
        this.elements = elements;
        this.drafts = drafts;
        this.applications = applications;
        this.results = results;
        this.cases = cases;
        this.people = people;
        this.mandates = mandates;
        this.city = city;
        this.database = database;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.wanted = size > 0 && applicationsToo && command.isEmpty();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Path file = folder.resolve(FILE);
        if (wanted && Files.exists(file)) {
            Thread.ofPlatform()
                    .daemon()
                    .name("demo-applications")
                    .priority(Thread.MIN_PRIORITY)
                    .uncaughtExceptionHandler((_, failed) -> LOG.warn("The demo has no applications", failed))
                    .start(() -> fill(file));
        }
    }

    private void fill(Path file) {
        boolean some = database.sql("select exists (select from applications.application)")
                .query(Boolean.class)
                .single();
        if (!some) {
            LOG.debug("{} invented applications", live(file).size());
        }
    }

    /// Each in one transaction: no alarm rings between two of its days.
    List<Application> live(Path file) {
        return DemoFile.read(file, elements).stream()
                .map(wish -> Objects.requireNonNull(transaction.execute(_ -> live(wish))))
                .toList();
    }

    private Application live(Wish wish) {
        Acting firm = firm(wish.account());
        Application made = at(day(wish, 0, 0), () -> handIn(firm, wish));
        int hour = 1;
        for (Happens happens : wish.steps()) {
            Instant when = day(wish, happens.day(), hour++);
            if (when.isAfter(clock.instant())) {
                break;
            }
            PastTime.at(when, () -> {
                happens.events().forEach(event -> fire(made, firm, happens.item(), event));
                applications.seen(made, firm);
            });
        }
        return made;
    }

    private static <T> T at(Instant when, Supplier<T> what) {
        AtomicReference<T> got = new AtomicReference<>();
        PastTime.at(when, () -> got.set(what.get()));
        return Objects.requireNonNull(got.get());
    }

    private Instant day(Wish wish, int after, int hour) {
        LocalDate day = city.dayOf(clock.instant()).minusDays(wish.daysAgo()).plusDays(after);
        return day.atTime(MORNING + hour, 20).atZone(city.zone()).toInstant();
    }

    private Acting firm(String account) {
        Mandate mandate = mandates.inForce(account, city.today(clock)).stream()
                .filter(held -> held.capacity() != Mandate.Capacity.AGENT)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("(" + account + ") represents no firm"));
        return new Acting(people.find(account).orElseThrow(), mandate);
    }

    private Application handIn(Acting firm, Wish wish) {
        long id = drafts.begin(firm, new Drafts.Beginning(wish.journey(), wish.answers(), Set.of(), Set.of()))
                .id();
        drafts.say(id, firm, wish.answers(), Set.of());
        Draft draft = drafts.find(id, firm).orElseThrow();
        if (!draft.questions().isEmpty() || !draft.empty().isEmpty()) {
            throw new IllegalStateException("(" + wish.journey() + ") asks " + draft.questions() + draft.empty());
        }
        draft.open().forEach(paper -> drafts.bring(id, firm, paper.id(), Way.COUNTER));
        return switch (drafts.handIn(id, firm)) {
            case Drafts.Handing.Done(Application done) -> done;
            case Drafts.Handing.NotReady _, Drafts.Handing.NoSuchDraft _ ->
                throw new IllegalStateException("(" + wish.journey() + ") cannot be handed in");
        };
    }

    private void fire(Application application, Acting firm, String item, String event) {
        Case file = applications.open(application.id(), firm).orElseThrow().parts().stream()
                .filter(part -> part.item().id().equals(item))
                .findFirst()
                .map(Part::now)
                .orElseThrow(() -> new IllegalStateException("(" + item + ") is no case yet"));
        Acting officer = officer(file);
        Step step = Step.of(file.id(), Actor.of(officer));
        if (file.handler() == null) {
            done(cases.assign(step, officer.account()), event);
        }
        if (event.equals("grant")) {
            state(file, officer);
        }
        done(cases.fire(step.proving("决定书（演示）"), event), event);
    }

    /// What the decision states, as far as it is a day.
    private void state(Case file, Acting officer) {
        Map<String, Object> stated = new HashMap<>();
        results.asked(file.id()).stream()
                .filter(element -> element.element().type() == ValueType.DATE)
                .forEach(element -> stated.put(element.id(), city.today(clock)));
        if (!results.state(file.id(), stated, officer).isEmpty()) {
            throw new IllegalStateException("(" + stated + ") cannot be stated");
        }
    }

    private Acting officer(Case file) {
        String handler = file.handler();
        return people.holding(Role.OFFICER, file.unit()).stream()
                .filter(person -> handler == null || person.account().equals(handler))
                .findFirst()
                .map(person -> new Acting(person, null))
                .orElseThrow(() -> new IllegalStateException("nobody works in (" + file.unit() + ")"));
    }

    private static void done(Handling handling, String event) {
        if (!(handling instanceof Handling.Done)) {
            throw new IllegalStateException("(" + event + ") came out as (" + handling + ")");
        }
    }
}
