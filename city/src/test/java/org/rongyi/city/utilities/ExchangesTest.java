package org.rongyi.city.utilities;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.utilities.Connection.State;
import org.rongyi.city.utilities.Connection.Visit;
import org.rongyi.city.utilities.OperatorDesk.Fault;
import org.rongyi.city.utilities.OperatorDesk.Left;
import org.rongyi.city.utilities.Surveys.Signing;
import org.rongyi.city.vocabulary.PastTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/// What was surveyed goes to an operator's own system, once, and what it offers comes back. The system is a
/// double that speaks what docs/UTILITIES.md says.
@CityTest
class ExchangesTest {
    @Autowired
    private ExchangeTable table;

    @Autowired
    private ConnectionTable rows;

    @Autowired
    private ConnectionReader reader;

    @Autowired
    private VisitTable visits;

    @Autowired
    private RecordReader records;

    @Autowired
    private Offers offers;

    @Autowired
    private ConnectionCourse course;

    @Autowired
    private Connections connections;

    @Autowired
    private Surveys surveys;

    @Autowired
    private People people;

    @Autowired
    private Browser browser;

    @Autowired
    private TestClock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    private OperatorDouble operator;
    private UtilityScene scene;

    @BeforeEach
    void open() throws IOException {
        operator = new OperatorDouble();
        scene = new UtilityScene(connections, people);
    }

    @AfterEach
    void close() {
        operator.close();
    }

    private Exchanges at(Duration later) {
        return new Exchanges(
                table,
                rows,
                reader,
                visits,
                records,
                offers,
                course,
                operator.of("water"),
                Clock.offset(clock, later),
                "",
                transactions);
    }

    /// Surveyed a moment ago, with a system that is connected; the slot lies in the days to come.
    private Connection surveyed(Acting owner) {
        Connection asked = scene.apply(owner, UtilityScene.CENTRE, "water");
        Visit visit = scene.booked(asked, owner, "water");
        Acting crew = scene.officer("water-crew");
        PastTime.at(visit.startsAt(), () -> {
            Map<String, String> found = Map.of("site.matches", "一致", "water.distance", "30", "water.pressure", "0.3");
            surveys.save(visit.id(), UUID.randomUUID(), found, crew);
            String hash = surveys.job(visit.id(), crew).orElseThrow().record().hash();
            assertThat(surveys.sign(visit.id(), hash, crew)).isEqualTo(new Signing.Signed(true));
        });
        at(Duration.ZERO).surveyed(asked.requests().getFirst().id(), "water", visit.id());
        return asked;
    }

    private State state(Connection asked, Acting owner) {
        return connections
                .find(asked.id(), owner)
                .flatMap(found -> found.request("water"))
                .orElseThrow()
                .state();
    }

    @Test
    void whatWasSurveyedArrivesOnceAndThePlanOfTheSystemIsOffered() {
        Acting owner = scene.owner();
        Connection asked = surveyed(owner);
        operator.silentOnce = true;
        at(Duration.ZERO).work();
        at(Duration.ofMinutes(6)).work();
        assertThat(operator.received)
                .as("sent again it is the same")
                .singleElement()
                .satisfies(body -> assertThat(body)
                        .contains("\"water.distance\":\"30\"", "\"waterPipe\":\"40\"", "\"sha256\"", "演示巷 18 号"));
        at(Duration.ofMinutes(12)).work();
        assertThat(state(asked, owner)).as("nothing is offered yet").isEqualTo(State.SURVEYED);
        operator.offers = """
                {"plan": {"words": "从干管接 DN40", "metres": 30, "quoteYuan": "3200.50", "validUntil": "2026-12-20",
                          "worksDays": 5, "permits": ["road"]}}""";
        at(Duration.ofHours(1)).work();
        assertThat(state(asked, owner)).isEqualTo(State.PLAN_OFFERED);
        assertThat(connections
                        .find(asked.id(), owner)
                        .orElseThrow()
                        .request("water")
                        .orElseThrow()
                        .plan())
                .hasValueSatisfying(plan -> assertThat(plan.quoteYuan()).isEqualByComparingTo("3200.50"));
        assertThat(at(Duration.ofDays(1)).work()).as("it is not asked any more").isZero();
    }

    @Test
    void aTextOfTheSystemIsNeverCutAndWhatIsTooLongIsAFault() {
        Acting owner = scene.owner();
        Connection asked = surveyed(owner);
        at(Duration.ZERO).work();
        assertThat(connections.looks(asked.id(), owner))
                .as("the firm sees that its data went to the operator's system")
                .anyMatch(look -> look.unit().equals("供水") && look.name().contains("系统"));
        String words = "管".repeat(900);
        operator.offers = plan(words);
        at(Duration.ofHours(1)).work();
        assertThat(connections
                        .find(asked.id(), owner)
                        .flatMap(found -> found.request("water"))
                        .flatMap(Connection.Request::plan)
                        .orElseThrow()
                        .words())
                .isEqualTo(words);
        Connection other = surveyed(owner);
        at(Duration.ZERO).work();
        operator.offers = plan("管".repeat(1001));
        at(Duration.ofHours(1)).work();
        assertThat(table.left(other.requests().getFirst().id())).isEqualTo(new Left.FaultyPlan(Set.of(Fault.WORDS)));
    }

    private static String plan(String words) {
        return "{\"plan\": {\"words\": \"" + words + "\", \"metres\": 30, \"quoteYuan\": \"3200.50\","
                + " \"validUntil\": \"2026-12-20\", \"worksDays\": 5, \"permits\": []}}";
    }

    @Test
    void aSilentSystemIsAskedOnceATurn() {
        Acting owner = scene.owner();
        surveyed(owner);
        surveyed(owner);
        operator.silentOnce = true;
        at(Duration.ZERO).work();
        assertThat(operator.taken).as("the second was put off unasked").hasSize(1);
        at(Duration.ofMinutes(6)).work();
        assertThat(operator.taken).hasSize(2);
    }

    @Test
    void aRefusalEndsTheConnectionAndAPlanWithFaultsIsLeftToTheOfficer() {
        Acting owner = scene.owner();
        Connection asked = surveyed(owner);
        at(Duration.ZERO).work();
        operator.offers = "{\"plan\": {\"words\": \"x\", \"metres\": 30, \"quoteYuan\": \"a lot\"}}";
        at(Duration.ofHours(1)).work();
        assertThat(state(asked, owner)).isEqualTo(State.SURVEYED);
        assertThat(table.left(asked.requests().getFirst().id()))
                .isEqualTo(new Left.FaultyPlan(Set.of(Fault.QUOTE, Fault.VALID_UNTIL, Fault.WORKS_DAYS)));
        try (org.rongyi.city.browser.Visit officer = browser.as("water")) {
            officer.go("/officer/utilities/" + asked.id()).shows("它的方案有错：报价、报价有效期、施工天数");
            officer.inEnglish().shows("its plan has faults: quote, until when the quote holds, days of the works");
            officer.inChinese();
        }

        Connection other = surveyed(owner);
        at(Duration.ZERO).work();
        operator.offers = "{\"refused\": {\"reason\": \"管网压力不够\", \"basis\": \"供水条例\"}}";
        at(Duration.ofHours(1)).work();
        assertThat(state(other, owner)).isEqualTo(State.REFUSED);

        Connection unsaid = surveyed(owner);
        at(Duration.ZERO).work();
        operator.offers = "{\"refused\": {}}";
        at(Duration.ofHours(1)).work();
        assertThat(state(unsaid, owner)).isEqualTo(State.SURVEYED);
        assertThat(table.left(unsaid.requests().getFirst().id())).isEqualTo(new Left.Refused(""));
    }
}
