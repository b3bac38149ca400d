package org.rongyi.city.utilities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.Step;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.utilities.Connection.Permit;
import org.rongyi.city.utilities.Connection.PermitState;
import org.rongyi.city.utilities.Connection.State;
import org.rongyi.city.utilities.Connection.Visit;
import org.rongyi.city.utilities.Connection.VisitState;
import org.rongyi.city.utilities.Connections.Applying;
import org.rongyi.city.utilities.Connections.Booking;
import org.rongyi.city.utilities.Connections.Choosing;
import org.rongyi.city.utilities.OperatorDesk.Fault;
import org.rongyi.city.utilities.OperatorDesk.Offering;
import org.rongyi.city.utilities.Surveys.Keeping;
import org.rongyi.city.utilities.Surveys.Saving;
import org.rongyi.city.utilities.Surveys.Signing;
import org.rongyi.city.vocabulary.PastTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/// One application, one survey, one record; then each operator on its own. What happens later is done in
/// its time on this thread only.
@CityTest
class ConnectionsTest {
    private static final byte[] PICTURE = UtilityScene.picture();

    private final Connections connections;
    private final Surveys surveys;
    private final OperatorDesk desk;
    private final ConnectionFigures figures;
    private final Cases cases;
    private final CaseFiles files;
    private final UtilityScene scene;

    @Autowired
    ConnectionsTest(
            Connections connections,
            Surveys surveys,
            OperatorDesk desk,
            ConnectionFigures figures,
            Cases cases,
            CaseFiles files,
            People people) {
        this.connections = connections;
        this.surveys = surveys;
        this.desk = desk;
        this.figures = figures;
        this.cases = cases;
        this.files = files;
        this.scene = new UtilityScene(connections, people);
    }

    private Connection now(Connection before, Acting owner) {
        return connections.find(before.id(), owner).orElseThrow();
    }

    private static State state(Connection connection, String utility) {
        return connection.request(utility).orElseThrow().state();
    }

    private Acting crew(Visit visit, String utility) {
        String crew = visit.of(utility).orElseThrow().crew();
        String account = Map.of("1", "-crew", "2", "-crew-2").get(crew.substring(crew.length() - 1));
        return scene.officer(utility + account);
    }

    private Saving save(Visit visit, String utility, Map<String, String> values) {
        return surveys.save(visit.id(), UUID.randomUUID(), values, crew(visit, utility));
    }

    private Signing sign(Visit visit, String utility) {
        Acting crew = crew(visit, utility);
        String hash = surveys.job(visit.id(), crew).orElseThrow().record().hash();
        return surveys.sign(visit.id(), hash, crew);
    }

    /// Everything that is needed of power, gas and telecoms.
    private void measured(Visit visit) {
        assertThat(save(visit, "power", Map.of("site.matches", "一致", "power.distance", "60", "power.capacity", "200")))
                .isInstanceOf(Saving.Saved.class);
        assertThat(save(visit, "gas", Map.of("gas.distance", "35", "gas.ventilation", "不合格")))
                .isInstanceOf(Saving.Saved.class);
        assertThat(save(visit, "telecom", Map.of("telecom.distance", "80"))).isInstanceOf(Saving.Saved.class);
    }

    private NewPlan plan(int metres, int days, Set<String> permits) {
        return new NewPlan("从巷口接入", metres, 10, new BigDecimal("12800"), LocalDate.of(2026, 12, 31), days, permits);
    }

    private Handling fire(Connection connection, String utility, String event, String account) {
        Step step = Step.of(connection.request(utility).orElseThrow().caseId(), Actor.of(scene.officer(account)));
        return cases.fire(step.because("通风不合格").basedOn("城镇燃气管理条例").proving("验收单 1"), event);
    }

    @Test
    void aRestaurantGetsOneSurveyGasIsRefusedAndTheOthersGoOnToSupply() {
        Acting owner = scene.owner();
        Connection asked = scene.apply(owner, UtilityScene.CENTRE, "power", "gas", "telecom");
        Visit first = scene.booked(asked, owner, "power", "gas", "telecom");
        Instant other = scene.slot(asked, owner, 3, "power", "gas", "telecom");
        Set<String> all = Set.of("power", "gas", "telecom");
        assertThat(connections.book(asked.id(), all, other, " ", owner)).isInstanceOf(Booking.ReasonMissing.class);
        Visit visit = ((Booking.Booked) connections.book(asked.id(), all, other, "那天店里装修", owner)).visit();
        assertThat(now(asked, owner).visits())
                .extracting(Visit::state)
                .containsExactly(VisitState.MOVED, VisitState.BOOKED);
        assertThat(visit.startsAt()).isAfter(first.startsAt());

        PastTime.at(visit.startsAt().plus(Duration.ofMinutes(20)), () -> {
            assertThat(connections.book(asked.id(), all, other, "太晚", owner)).isInstanceOf(Booking.TooLate.class);
            assertThat(sign(visit, "power")).isInstanceOf(Signing.Missing.class);
            measured(visit);
            assertThat(sign(visit, "power")).isEqualTo(new Signing.Signed(false));
            assertThat(sign(visit, "gas")).isEqualTo(new Signing.Signed(false));
            save(visit, "telecom", Map.of("telecom.ducts", "有空管"));
            assertThat(sign(visit, "telecom")).as("two signed another version").isEqualTo(new Signing.Signed(false));
            assertThat(sign(visit, "power")).isEqualTo(new Signing.Signed(false));
            assertThat(sign(visit, "gas")).isEqualTo(new Signing.Signed(true));
            assertThat(save(visit, "gas", Map.of("gas.distance", "1"))).isInstanceOf(Saving.Closed.class);
            assertThat(fire(asked, "gas", "refuse", "gas")).isInstanceOf(Handling.Done.class);
        });
        Connection surveyed = now(asked, owner);
        assertThat(state(surveyed, "gas")).isEqualTo(State.REFUSED);
        assertThat(surveyed.request("gas").orElseThrow().why()).isEqualTo("通风不合格");
        assertThat(state(surveyed, "power")).as("one refusal holds up no other").isEqualTo(State.SURVEYED);

        PastTime.at(visit.startsAt().plus(Duration.ofDays(1)), () -> offeredAndSupplied(asked, owner));
        ConnectionFigures.Report report = figures.since(LocalDate.of(2026, 11, 1));
        assertThat(report.utilities())
                .filteredOn(each -> each.utility().equals("telecom"))
                .singleElement()
                .satisfies(each -> assertThat(each.daysToSupply()).isNotNull().isPositive());
        assertThat(report.surveyed()).isPositive();
    }

    private void offeredAndSupplied(Connection asked, Acting owner) {
        assertThat(desk.offer(asked.id(), "power", plan(60, 30, Set.of("road")), scene.officer("power")))
                .as("10 days are the most up to 150 m")
                .isEqualTo(new Offering.Refused(Set.of(Fault.WORKS_DAYS)));
        NewPlan unsaid = new NewPlan("从巷口接入", 60, null, BigDecimal.TEN, LocalDate.of(2026, 12, 31), 10, Set.of("road"));
        assertThat(desk.offer(asked.id(), "power", unsaid, scene.officer("power")))
                .as("without its voltage nobody knows which rule covers it")
                .isEqualTo(new Offering.Refused(Set.of(Fault.KILOVOLTS)));
        assertThat(desk.offer(asked.id(), "power", plan(60, 10, Set.of("road")), scene.officer("gas")))
                .as("another operator's")
                .isInstanceOf(Offering.NotNow.class);
        assertThat(desk.offer(asked.id(), "power", plan(60, 10, Set.of("road")), scene.officer("power")))
                .isInstanceOf(Offering.Offered.class);
        assertThat(desk.offer(asked.id(), "telecom", plan(80, 5, Set.of("road", "traffic")), scene.officer("telecom")))
                .isInstanceOf(Offering.Offered.class);
        for (String utility : List.of("power", "telecom")) {
            long plan = now(asked, owner)
                    .request(utility)
                    .orElseThrow()
                    .plan()
                    .orElseThrow()
                    .id();
            assertThat(connections.choose(asked.id(), utility, plan, owner)).isInstanceOf(Choosing.Chosen.class);
            assertThat(connections.choose(asked.id(), utility, plan, owner))
                    .as("pressed twice")
                    .isInstanceOf(Choosing.Chosen.class);
        }
        Connection chosen = now(asked, owner);
        assertThat(chosen.request("power").orElseThrow().permits())
                .as("10 kV within 500 m is only filed")
                .singleElement()
                .matches(permit ->
                        permit.state() == PermitState.FILED && permit.rule().contains("500"));
        assertThat(state(chosen, "power")).isEqualTo(State.WORKS);
        assertThat(state(chosen, "telecom")).isEqualTo(State.PLAN_ACCEPTED);
        List<Permit> permits = chosen.request("telecom").orElseThrow().permits();
        assertThat(permits).as("asked for at the same time").hasSize(2);
        granted(permits.get(0), "city");
        assertThat(state(now(asked, owner), "telecom")).isEqualTo(State.PLAN_ACCEPTED);
        granted(permits.get(1), "police");
        assertThat(state(now(asked, owner), "telecom")).isEqualTo(State.WORKS);
        for (String utility : List.of("power", "telecom")) {
            assertThat(fire(asked, utility, "accept", utility)).isInstanceOf(Handling.Done.class);
            assertThat(fire(asked, utility, "supply", utility)).isInstanceOf(Handling.Done.class);
            assertThat(state(now(asked, owner), utility)).isEqualTo(State.SUPPLIED);
        }
    }

    private void granted(Permit permit, String account) {
        Acting officer = scene.officer(account);
        long id = Objects.requireNonNull(permit.caseId());
        cases.assign(Step.of(id, Actor.of(officer)), account);
        for (String event : List.of("accept", "beginReview", "grant")) {
            assertThat(cases.fire(Step.of(id, Actor.of(officer)), event)).isInstanceOf(Handling.Done.class);
        }
    }

    @Test
    void whereAPermitIsRefusedTheOperatorPlansAnew() {
        Acting owner = scene.owner();
        Connection asked = scene.apply(owner, UtilityScene.CENTRE, "telecom");
        Visit visit = scene.booked(asked, owner, "telecom");
        PastTime.at(visit.startsAt().plusSeconds(60), () -> {
            save(visit, "telecom", Map.of("site.matches", "一致", "telecom.distance", "80"));
            assertThat(sign(visit, "telecom")).isEqualTo(new Signing.Signed(true));
            desk.offer(asked.id(), "telecom", plan(80, 5, Set.of("road")), scene.officer("telecom"));
            long plan = now(asked, owner)
                    .request("telecom")
                    .orElseThrow()
                    .plan()
                    .orElseThrow()
                    .id();
            connections.choose(asked.id(), "telecom", plan, owner);
            Permit permit =
                    now(asked, owner).request("telecom").orElseThrow().permits().getFirst();
            Acting officer = scene.officer("city");
            long id = Objects.requireNonNull(permit.caseId());
            cases.assign(Step.of(id, Actor.of(officer)), "city");
            assertThat(cases.fire(
                            Step.of(id, Actor.of(officer))
                                    .because("大修过的路")
                                    .basedOn("第三十三条")
                                    .proving("决定书 1"),
                            "notAccept"))
                    .isInstanceOf(Handling.Done.class);
            assertThat(state(now(asked, owner), "telecom")).isEqualTo(State.SURVEYED);
            assertThat(figures.since(LocalDate.of(2026, 11, 1)).utilities())
                    .filteredOn(each -> each.utility().equals("telecom"))
                    .singleElement()
                    .satisfies(each -> assertThat(each.permitted()).isPositive());
            assertThat(desk.offer(asked.id(), "telecom", plan(0, 1, Set.of()), scene.officer("telecom")))
                    .isInstanceOf(Offering.Offered.class);
            assertThat(connections.choose(asked.id(), "telecom", plan, owner))
                    .as("the plan before")
                    .isInstanceOf(Choosing.NotNow.class);
        });
    }

    @Test
    void whoDoesNotComeToTheSurveyComesAnotherTimeAndThatIsASecondVisit() {
        Acting owner = scene.owner();
        Connection asked = scene.apply(owner, UtilityScene.CENTRE, "water", "telecom");
        Visit visit = scene.booked(asked, owner, "water", "telecom");
        PastTime.at(visit.startsAt().plusSeconds(1200), () -> {
            save(visit, "water", Map.of("site.matches", "一致", "water.distance", "12.5", "water.pressure", "0.3"));
            assertThat(surveys.absent(visit.id(), "water", "没来", crew(visit, "water")))
                    .as("nobody says so of itself")
                    .isFalse();
            assertThat(surveys.absent(visit.id(), "telecom", "等了 20 分钟没到", crew(visit, "water")))
                    .isTrue();
            assertThat(surveys.absent(visit.id(), "telecom", "", crew(visit, "water")))
                    .isTrue();
            save(visit, "telecom", Map.of("telecom.distance", "80"));
            assertThat(sign(visit, "water")).isEqualTo(new Signing.Signed(false));
            assertThat(surveys.absent(visit.id(), "water", "没来", crew(visit, "telecom")))
                    .as("who has signed was there")
                    .isFalse();
            assertThat(surveys.absent(visit.id(), "telecom", "又走了", crew(visit, "water")))
                    .isTrue();
            assertThat(sign(visit, "water")).isEqualTo(new Signing.Signed(true));
            assertThat(state(now(asked, owner), "water")).isEqualTo(State.SURVEYED);
            assertThat(state(now(asked, owner), "telecom")).isEqualTo(State.APPLIED);
            Visit second = scene.booked(asked, owner, "telecom");
            assertThat(second.crews()).hasSize(1);
        });
        assertThat(now(asked, owner).visits()).hasSize(2);
    }

    @Test
    void aFormThatIsSentAgainAfterABadConnectionChangesNothing() {
        Acting owner = scene.owner();
        NewConnection wish = UtilityScene.wish(UtilityScene.CENTRE, "telecom");
        Connection asked = ((Applying.Applied) connections.apply(wish, owner)).connection();
        assertThat(connections.apply(wish, owner))
                .as("one application")
                .isInstanceOfSatisfying(
                        Applying.Applied.class,
                        again -> assertThat(again.connection().id()).isEqualTo(asked.id()));
        Instant another = scene.slot(asked, owner, 9, "telecom");
        Visit visit = ((Booking.Booked) connections.book(asked.id(), Set.of("telecom"), another, "", owner)).visit();
        Acting crew = crew(visit, "telecom");
        UUID key = UUID.randomUUID();
        surveys.save(visit.id(), key, Map.of("telecom.distance", "80"), crew);
        save(visit, "telecom", Map.of("telecom.distance", "85"));
        surveys.save(visit.id(), key, Map.of("telecom.distance", "80"), crew);
        assertThat(surveys.job(visit.id(), crew).orElseThrow().record().values())
                .as("the old form came late")
                .containsEntry("telecom.distance", "85");
        assertThat(save(visit, "telecom", Map.of("telecom.distance", "很远", "gas.distance", "3")))
                .isEqualTo(new Saving.Wrong(List.of("gas.distance", "telecom.distance")));
        assertThat(surveys.photo(visit.id(), PICTURE, crew)).isEqualTo(Keeping.KEPT);
        assertThat(surveys.photo(visit.id(), PICTURE, crew)).isEqualTo(Keeping.KEPT);
        assertThat(surveys.photo(visit.id(), "<svg>".getBytes(StandardCharsets.UTF_8), crew))
                .isEqualTo(Keeping.NO_PICTURE);
        SurveyRecord record = surveys.job(visit.id(), crew).orElseThrow().record();
        assertThat(record.photos()).as("the same picture is one").hasSize(1);
        assertThat(surveys.sign(visit.id(), record.hash(), crew))
                .as("the day has not come")
                .isInstanceOf(Signing.TooEarly.class);
        long photo = record.photos().getFirst().id();
        assertThat(surveys.photo(visit.id(), photo, owner)).isPresent();
        assertThat(surveys.photo(visit.id(), photo, scene.owner())).isEmpty();
    }

    @Test
    void onlyWhoHasAPartInItReadsItAndTheFirmSeesWhoDid() {
        Acting owner = scene.owner();
        Connection asked = scene.apply(owner, UtilityScene.CENTRE, "water");
        assertThat(connections.find(asked.id(), scene.owner())).isEmpty();
        assertThat(desk.find(asked.id(), scene.officer("gas"))).isEmpty();
        assertThat(desk.open(scene.officer("water"), 0, 1000))
                .extracting(Connection.Brief::id)
                .contains(asked.id());
        assertThat(connections.waiting(owner)).containsExactly(new Connections.Waiting(asked.id(), 1, 0, 0, 0));
        assertThat(desk.find(asked.id(), scene.officer("water"))).isPresent();
        assertThat(connections.looks(asked.id(), owner))
                .singleElement()
                .matches(look -> look.unit().equals("供水"));
        Visit visit = scene.booked(asked, owner, "water");
        assertThat(surveys.job(visit.id(), crew(visit, "water"))).isPresent();
        assertThat(surveys.job(visit.id(), crew(visit, "water"))).isPresent();
        assertThat(connections.looks(asked.id(), owner))
                .as("the crew's look, once")
                .hasSize(2);
        assertThat(surveys.calls(scene.officer("gas"), 0, 10)).isEmpty();
        assertThatThrownBy(() -> desk.open(owner, 0, 10)).isInstanceOf(AccessDeniedException.class);
        assertThat(files.find(asked.requests().getFirst().caseId())
                        .orElseThrow()
                        .unit())
                .isEqualTo("供水");
        assertThat(connections.known(owner).wanted()).as("asked once").containsEntry("waterPipe", new BigDecimal(40));
    }
}
