package org.rongyi.city.utilities.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.identity.People;
import org.rongyi.city.utilities.Connection;
import org.rongyi.city.utilities.Connection.Request;
import org.rongyi.city.utilities.Connection.State;
import org.rongyi.city.utilities.Connection.VisitState;
import org.rongyi.city.utilities.Connections;
import org.rongyi.city.vocabulary.CityFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The connections of the demo go as far as its file says, and say that they are invented.
@CityTest
class DemoConnectionsTest {
    @Autowired
    private DemoConnections demo;

    @Autowired
    private Connections connections;

    @Autowired
    private CityFolder folder;

    @Autowired
    private People people;

    @Autowired
    private Mandates mandates;

    @Autowired
    private TestClock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    private Connection now(Connection made) {
        return Stream.of("noodle", "factory")
                .map(account -> new Acting(
                        people.find(account).orElseThrow(),
                        mandates.inForce(account, clock.today()).getFirst()))
                .flatMap(acting -> connections.find(made.id(), acting).stream())
                .findFirst()
                .orElseThrow();
    }

    /// Taken back: other tests walk with the same firms.
    @Test
    void theConnectionsOfTheDemoAreInDifferentStatesOnWhateverDayItIsOpened() {
        for (int days : List.of(0, 1, 2, 3, 4, 5, 6)) {
            clock.moveTo(TestClock.START.plus(Duration.ofDays(days)));
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                List<Connection> made = demo.live(folder.resolve("utilities-demo.yaml")).stream()
                        .map(this::now)
                        .toList();
                assertThat(made.get(0).requests())
                        .extracting(Request::state)
                        .containsExactly(State.SUPPLIED, State.REFUSED, State.SUPPLIED);
                assertThat(made.get(1).requests()).extracting(Request::state).containsOnly(State.PLAN_OFFERED);
                assertThat(made.get(2).requests()).extracting(Request::state).containsExactly(State.SURVEY_BOOKED);
                assertThat(made.get(2).visits())
                        .singleElement()
                        .matches(visit -> visit.state() == VisitState.BOOKED
                                && visit.startsAt().isAfter(clock.instant()));
                assertThat(made).allSatisfy(each -> assertThat(each.contact()).contains("（演示）"));
                status.setRollbackOnly();
            });
        }
    }
}
