package org.rongyi.city.utilities;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Entry;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.Step;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.utilities.Connection.Permit;
import org.rongyi.city.utilities.Connection.PermitState;
import org.rongyi.city.utilities.Connection.Request;
import org.rongyi.city.utilities.Connection.State;
import org.rongyi.city.utilities.Connection.Visit;
import org.rongyi.city.utilities.Connection.VisitState;
import org.rongyi.city.utilities.Connections.Applying;
import org.rongyi.city.utilities.Connections.Choosing;
import org.rongyi.city.utilities.OperatorDesk.Offering;
import org.rongyi.city.utilities.Surveys.Signing;
import org.rongyi.city.vocabulary.PastTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Two who act at the same moment: the second reads what the first did, nothing is half done, and nobody waits for
/// somebody who waits for them.
@CityTest
class RacesTest {
    private final Connections connections;
    private final Surveys surveys;
    private final OperatorDesk desk;
    private final Cases cases;
    private final CaseFiles files;
    private final UtilityScene scene;
    private final TransactionTemplate transaction;

    @Autowired
    RacesTest(
            Connections connections,
            Surveys surveys,
            OperatorDesk desk,
            Cases cases,
            CaseFiles files,
            People people,
            PlatformTransactionManager transactions) {
        this.connections = connections;
        this.surveys = surveys;
        this.desk = desk;
        this.cases = cases;
        this.files = files;
        this.scene = new UtilityScene(connections, people);
        this.transaction = new TransactionTemplate(transactions);
    }

    private Connection now(Connection before, Acting owner) {
        return connections.find(before.id(), owner).orElseThrow();
    }

    private Request request(Connection before, Acting owner, String utility) {
        return now(before, owner).request(utility).orElseThrow();
    }

    private void refuses(Request request) {
        Step step = Step.of(request.caseId(), Actor.of(scene.officer(request.utility())));
        assertThat(cases.fire(step.because("接不了").basedOn("条例"), "refuse")).isInstanceOf(Handling.Done.class);
    }

    /// The first has done it, but not yet finished, when the second begins.
    private <T> T meanwhile(Runnable first, Instant at, Supplier<T> second) throws Exception {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            List<Future<T>> begun = new ArrayList<>();
            PastTime.at(
                    at,
                    () -> transaction.executeWithoutResult(_ -> {
                        first.run();
                        begun.add(other.submit(() -> within(at, second)));
                        waits(begun.getFirst());
                    }));
            return begun.getFirst().get(20, TimeUnit.SECONDS);
        }
    }

    private static <T> T within(Instant at, Supplier<T> what) {
        List<T> made = new ArrayList<>();
        PastTime.at(at, () -> made.add(what.get()));
        return made.getFirst();
    }

    /// Until it is done, or cannot go on before the first has finished.
    private static void waits(Future<?> second) {
        try {
            second.get(1, TimeUnit.SECONDS);
        } catch (TimeoutException held) {
            // it waits for the first
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String written(Visit visit, String utility, Map<String, String> found) {
        Acting crew = scene.officer(utility + "-crew");
        surveys.save(visit.id(), UUID.randomUUID(), found, crew);
        return surveys.job(visit.id(), crew).orElseThrow().record().hash();
    }

    private String measured(Visit visit) {
        written(visit, "water", Map.of("site.matches", "一致", "water.distance", "30", "water.pressure", "0.3"));
        return written(visit, "telecom", Map.of("telecom.distance", "80"));
    }

    private Connection surveyed(Acting owner) {
        Connection asked = scene.apply(owner, UtilityScene.CENTRE, "telecom");
        Visit visit = scene.booked(asked, owner, "telecom");
        PastTime.at(visit.startsAt(), () -> {
            String hash = written(visit, "telecom", Map.of("site.matches", "一致", "telecom.distance", "80"));
            assertThat(surveys.sign(visit.id(), hash, scene.officer("telecom-crew")))
                    .isEqualTo(new Signing.Signed(true));
        });
        return asked;
    }

    private Offering offered(Connection asked, Set<String> permits) {
        NewPlan plan = new NewPlan("光纤入户", 80, 0, new BigDecimal("600"), LocalDate.of(2026, 12, 31), 5, permits);
        return desk.offer(asked.id(), "telecom", plan, scene.officer("telecom"));
    }

    private Instant later() {
        return Instant.parse("2026-12-08T02:00:00Z");
    }

    @Test
    void aRecordIsNotClosedOverOneThatIsRefusedAtThisMoment() throws Exception {
        Acting owner = scene.owner();
        Connection asked = scene.apply(owner, UtilityScene.CENTRE, "water", "telecom");
        Visit visit = scene.booked(asked, owner, "water", "telecom");
        Instant at = visit.startsAt().plusSeconds(600);
        List<String> hash = new ArrayList<>();
        PastTime.at(at, () -> {
            hash.add(measured(visit));
            assertThat(surveys.sign(visit.id(), hash.getFirst(), scene.officer("water-crew")))
                    .isEqualTo(new Signing.Signed(false));
        });
        Signing last = meanwhile(
                () -> refuses(request(asked, owner, "water")),
                at,
                () -> surveys.sign(visit.id(), hash.getFirst(), scene.officer("telecom-crew")));
        assertThat(last).as("it is to be read again").isInstanceOf(Signing.Changed.class);
        Visit after = now(asked, owner).visit(visit.id()).orElseThrow();
        assertThat(after.state()).isEqualTo(VisitState.BOOKED);
        assertThat(after.of("telecom").orElseThrow().signed())
                .as("nothing of it stays")
                .isNull();
        assertThat(request(asked, owner, "telecom").state()).isEqualTo(State.SURVEY_BOOKED);
        PastTime.at(at, () -> {
            Acting crew = scene.officer("telecom-crew");
            String anew = surveys.job(visit.id(), crew).orElseThrow().record().hash();
            assertThat(surveys.sign(visit.id(), anew, crew)).isEqualTo(new Signing.Signed(true));
            assertThat(surveys.sign(visit.id(), anew, crew)).as("pressed twice").isEqualTo(new Signing.Signed(true));
        });
        assertThat(request(asked, owner, "telecom").state()).isEqualTo(State.SURVEYED);
        assertThat(request(asked, owner, "water").state()).isEqualTo(State.REFUSED);
    }

    @Test
    void twoCrewsThatSignAtOnceCloseItOnce() throws Exception {
        Acting owner = scene.owner();
        Connection asked = scene.apply(owner, UtilityScene.CENTRE, "water", "telecom");
        Visit visit = scene.booked(asked, owner, "water", "telecom");
        Instant at = visit.startsAt().plusSeconds(600);
        String hash = within(at, () -> measured(visit));
        List<Callable<Signing>> both = new ArrayList<>();
        for (String crew : List.of("water-crew", "telecom-crew")) {
            both.add(() -> within(at, () -> surveys.sign(visit.id(), hash, scene.officer(crew))));
        }
        List<Signing> signings = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Signing> each : threads.invokeAll(both)) {
                signings.add(each.get());
            }
        }
        assertThat(signings).containsExactlyInAnyOrder(new Signing.Signed(false), new Signing.Signed(true));
        assertThat(now(asked, owner).requests()).extracting(Request::state).containsOnly(State.SURVEYED);
    }

    @Test
    void aPlanThatIsChosenOrOfferedWhileItsCaseIsRefusedIsToldAndNoFault() throws Exception {
        Acting owner = scene.owner();
        Connection asked = surveyed(owner);
        Offering offering =
                meanwhile(() -> refuses(request(asked, owner, "telecom")), later(), () -> offered(asked, Set.of()));
        assertThat(offering).isInstanceOf(Offering.NotNow.class);
        assertThat(request(asked, owner, "telecom").plans()).isEmpty();

        Connection other = surveyed(owner);
        PastTime.at(later(), () -> assertThat(offered(other, Set.of())).isInstanceOf(Offering.Offered.class));
        long plan = request(other, owner, "telecom").plan().orElseThrow().id();
        Choosing choosing = meanwhile(
                () -> refuses(request(other, owner, "telecom")),
                later(),
                () -> connections.choose(other.id(), "telecom", plan, owner));
        assertThat(choosing).isInstanceOf(Choosing.NotNow.class);
        assertThat(request(other, owner, "telecom").plan().orElseThrow().chosenAt())
                .isNull();
    }

    @Test
    void anAuthorityThatGrantsWhileTheFirmWithdrawsNeitherHangsNorFails() throws Exception {
        Acting owner = scene.owner();
        Connection asked = surveyed(owner);
        PastTime.at(later(), () -> {
            assertThat(offered(asked, Set.of("road"))).isInstanceOf(Offering.Offered.class);
            long plan = request(asked, owner, "telecom").plan().orElseThrow().id();
            assertThat(connections.choose(asked.id(), "telecom", plan, owner)).isInstanceOf(Choosing.Chosen.class);
        });
        Permit permit = request(asked, owner, "telecom").permits().getFirst();
        long caseId = Objects.requireNonNull(permit.caseId());
        Step city = Step.of(caseId, Actor.of(scene.officer("city")));
        Instant at = later().plus(Duration.ofHours(1));
        PastTime.at(at, () -> {
            cases.assign(city, "city");
            cases.fire(city, "accept");
            cases.fire(city, "beginReview");
        });
        boolean withdrawn;
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            List<Future<Boolean>> begun = new ArrayList<>();
            PastTime.at(
                    at,
                    () -> transaction.executeWithoutResult(_ -> {
                        cases.comment(city.because("看过现场"));
                        begun.add(other.submit(
                                () -> within(at, () -> connections.withdraw(asked.id(), "telecom", "不接了", owner))));
                        waits(begun.getFirst());
                        assertThat(cases.fire(city, "grant")).isInstanceOf(Handling.Done.class);
                    }));
            withdrawn = begun.getFirst().get(20, TimeUnit.SECONDS);
        }
        assertThat(withdrawn).isTrue();
        assertThat(request(asked, owner, "telecom").state()).isEqualTo(State.WITHDRAWN);
        assertThat(request(asked, owner, "telecom").permits().getFirst().state())
                .isEqualTo(PermitState.GRANTED);
    }

    @Test
    void anAuthorityIsToldThatNobodyNeedsItsPermitAnyMore() {
        Acting owner = scene.owner();
        Connection asked = surveyed(owner);
        PastTime.at(later(), () -> {
            offered(asked, Set.of("road"));
            long plan = request(asked, owner, "telecom").plan().orElseThrow().id();
            connections.choose(asked.id(), "telecom", plan, owner);
            assertThat(connections.withdraw(asked.id(), "telecom", "不接了", owner))
                    .isTrue();
        });
        long caseId = Objects.requireNonNull(
                request(asked, owner, "telecom").permits().getFirst().caseId());
        assertThat(files.record(caseId).orElseThrow().timeline())
                .extracting(Entry::reason)
                .anySatisfy(reason -> assertThat(reason).contains("不接了，许可不用再办"));
    }

    @Test
    void theSameFormTwiceAtOnceIsOneApplication() throws Exception {
        Acting owner = scene.owner();
        NewConnection wish = UtilityScene.wish(UtilityScene.CENTRE, "water", "telecom");
        Callable<Applying> hand = () -> connections.apply(wish, owner);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Applying> each : threads.invokeAll(List.of(hand, hand))) {
                assertThat(each.get()).isInstanceOf(Applying.Applied.class);
            }
        }
        assertThat(connections.count(owner)).isEqualTo(1);
    }
}
