package org.rongyi.city.utilities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.calendar.WorkingCalendar;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.Step;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.utilities.Connection.Request;
import org.rongyi.city.utilities.Connection.State;
import org.rongyi.city.utilities.Connections.Proposals;
import org.rongyi.city.utilities.UtilityBook.Crew;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Where no crew can come, it is the operator's turn and not the firm's, and the others go on; once a crew
/// is there, the firm goes on too.
@CityTest
class CrewWatchTest {
    /// Far out: only the crews of water, gas and telecoms come here.
    private static final String FAR = "510131";

    @Autowired
    private Connections connections;

    @Autowired
    private OperatorDesk desk;

    @Autowired
    private CrewGaps gaps;

    @Autowired
    private ConnectionTable table;

    @Autowired
    private VisitTable visits;

    @Autowired
    private ConnectionCourse course;

    @Autowired
    private UtilityBook book;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private CityWords city;

    @Autowired
    private CaseFiles files;

    @Autowired
    private Cases cases;

    @Autowired
    private People people;

    @Autowired
    private TestClock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    private Request power(Connection asked, Acting owner) {
        return connections
                .find(asked.id(), owner)
                .flatMap(now -> now.request("power"))
                .orElseThrow();
    }

    /// As the city would be opened with another file of crews.
    private CrewWatch with(UnaryOperator<Crew> change, String... gone) {
        List<Crew> crews = new ArrayList<>();
        book.crews().stream()
                .filter(crew -> !Set.of(gone).contains(crew.id()))
                .forEach(crew -> crews.add(change.apply(crew)));
        UtilityBook more =
                new UtilityBook(book.survey(), book.site(), book.utilities(), crews, book.works(), book.permits());
        return new CrewWatch(table, visits, course, files, more, calendar, city, clock, transactions, "");
    }

    /// The first crew of the power company comes here too.
    private static Crew comingFar(Crew crew) {
        List<String> areas = new ArrayList<>(crew.areas());
        if (crew.id().equals("power-1")) {
            areas.add(FAR);
        }
        return like(crew, crew.id(), areas);
    }

    private static Crew like(Crew crew, String id, List<String> areas) {
        return new Crew(
                id,
                crew.utility(),
                crew.name(),
                crew.accounts(),
                crew.skills(),
                areas,
                crew.weekdays(),
                crew.hours(),
                crew.off());
    }

    /// Taken back: the surveys of other tests are looked at as well.
    @Test
    void whereACrewIsGoneAnotherOneComesOrTheFirmChoosesAnotherTime() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            aCrewIsGone();
            status.setRollbackOnly();
        });
    }

    private void aCrewIsGone() {
        UtilityScene scene = new UtilityScene(connections, people);
        Acting owner = scene.owner();
        Connection asked = scene.apply(owner, UtilityScene.CENTRE, "gas", "water");
        Connection.Visit visit = scene.booked(asked, owner, "gas", "water");
        String gas = visit.of("gas").orElseThrow().crew();
        // Another one with the same hours, which no other test books, so that one is free.
        with(crew -> crew.id().equals(gas) ? like(crew, "gas-9", crew.areas()) : crew, "water-1")
                .lookAtAll();
        Connection now = connections.find(asked.id(), owner).orElseThrow();
        assertThat(now.visits().getLast().crews())
                .as("another gas crew comes; nobody of the water company can")
                .singleElement()
                .matches(crew -> crew.utility().equals("gas") && !crew.crew().equals(gas), "another gas crew");
        assertThat(now.request("gas").orElseThrow().state()).isEqualTo(State.SURVEY_BOOKED);
        assertThat(now.request("water").orElseThrow().state()).isEqualTo(State.NO_CREW);
        with(UnaryOperator.identity()).lookAtAll();
        assertThat(connections
                        .find(asked.id(), owner)
                        .flatMap(found -> found.request("water"))
                        .orElseThrow()
                        .state())
                .isEqualTo(State.APPLIED);
    }

    @Test
    void whereNoCrewCanComeTheOperatorIsAskedAndTheFirmGoesOnOnceOneCan() {
        UtilityScene scene = new UtilityScene(connections, people);
        Acting owner = scene.owner();
        Connection asked = scene.apply(owner, FAR, "power", "water");
        assertThat(power(asked, owner).state()).isEqualTo(State.NO_CREW);
        assertThat(power(asked, owner).why()).contains("没有班组去这里");
        Case stands = files.find(power(asked, owner).caseId()).orElseThrow();
        assertThat(stands.dueAt()).as("the operator's clock runs").isNotNull();
        assertThat(connections.waiting(owner))
                .as("only water waits for the firm")
                .containsExactly(new Connections.Waiting(asked.id(), 1, 0, 0, 0));
        assertThat(connections.slots(asked.id(), Set.of("power", "water"), owner))
                .as("the others go on")
                .isInstanceOfSatisfying(
                        Proposals.Found.class,
                        found -> assertThat(found.slots().getFirst().crews()).containsOnlyKeys("water"));
        assertThat(gaps.gaps())
                .anyMatch(gap -> gap.utility().equals("power") && gap.area().equals(FAR) && gap.able() == 0);
        assertThat(desk.open(scene.officer("power"), 0, 10_000))
                .extracting(Connection.Brief::id)
                .contains(asked.id());

        with(CrewWatchTest::comingFar).lookAtAll();
        assertThat(power(asked, owner).state()).isEqualTo(State.APPLIED);
        assertThat(connections.waiting(owner)).containsExactly(new Connections.Waiting(asked.id(), 2, 0, 0, 0));
        assertThat(gaps.gaps())
                .noneMatch(gap -> gap.utility().equals("power") && gap.area().equals(FAR));
    }

    @Test
    void theOperatorMayRefuseWhereItHasNoCrewAndTheFirmMayLeaveItOut() {
        UtilityScene scene = new UtilityScene(connections, people);
        Acting owner = scene.owner();
        Connection refused = scene.apply(owner, FAR, "power");
        Step step = Step.of(power(refused, owner).caseId(), Actor.of(scene.officer("power")));
        assertThat(cases.fire(step.because("不供电的地方").basedOn("供电条例"), "refuse")).isInstanceOf(Handling.Done.class);
        Connection left = scene.apply(owner, FAR, "power");
        assertThat(connections.withdraw(left.id(), "power", "不等了", owner)).isTrue();
        assertThat(power(left, owner).state()).isEqualTo(State.WITHDRAWN);
    }
}
