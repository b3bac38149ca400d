package org.rongyi.city.utilities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

/// Where no crew can come, it is the operator's turn and not the firm's, and the others go on; once a crew is there,
/// the firm goes on too.
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

    /// As the city would be opened with a file in which the first crew of the power company comes here too.
    private CrewWatch withACrew() {
        List<Crew> crews = new ArrayList<>();
        for (Crew crew : book.crews()) {
            List<String> areas = new ArrayList<>(crew.areas());
            if (crew.id().equals("power-1")) {
                areas.add(FAR);
            }
            crews.add(new Crew(
                    crew.id(),
                    crew.utility(),
                    crew.name(),
                    crew.accounts(),
                    crew.skills(),
                    areas,
                    crew.weekdays(),
                    crew.hours(),
                    crew.off()));
        }
        UtilityBook more =
                new UtilityBook(book.survey(), book.site(), book.utilities(), crews, book.works(), book.permits());
        return new CrewWatch(table, course, files, more, calendar, city, clock, transactions, "");
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

        withACrew().lookAtAll();
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
