package org.rongyi.city.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.city.cases.Scene.done;
import static org.rongyi.city.cases.Scene.step;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.cases.CaseFiles.Verification;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two people act on one case at the same moment.
@CityTest
class TwoOfficersTest {
    private static final int ROUNDS = 12;

    private final Scene scene;
    private final Cases cases;
    private final Department department;

    @Autowired
    TwoOfficersTest(Cases cases, CaseFiles files, JdbcClient database, TestClock clock, People people) {
        this.scene = new Scene(cases, files, database, clock);
        this.cases = cases;
        this.department = Department.with(people);
    }

    @Test
    void ofTwoDecisionsOneStandsAndTheOtherIsRefused() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Case file = scene.open(department.application());
            scene.fire(file, department.officer, "accept");
            Case seen = scene.fire(file, department.officer, "beginReview");
            Step step = step(file, department.officer)
                    .because("面积不足")
                    .basedOn("第 33 条")
                    .proving("决定书");
            List<Handling> both =
                    together(() -> cases.fire(step, "grant"), () -> cases.fire(step.having(seen.revision()), "refuse"));
            assertThat(both).filteredOn(Handling.Done.class::isInstance).hasSize(1);
            assertThat(both)
                    .filteredOn(each -> each instanceof Handling.NotNow || each instanceof Handling.ChangedMeanwhile)
                    .hasSize(1);
            assertThat(scene.timeline(file)).hasSize(4);
            assertThat(scene.files.verify(file.id())).isEqualTo(new Verification.Intact(4));
        }
    }

    @Test
    void ofTwoOfficersWhoTakeOneCaseOneGetsIt() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Case file = scene.open(NewCase.of("application", "设立登记", "某某（测试）", department.name));
            List<Handling> both =
                    together(() -> take(file, department.officer), () -> take(file, department.colleague));
            assertThat(both).filteredOn(Handling.Done.class::isInstance).hasSize(1);
            assertThat(both).filteredOn(Handling.NotYours.class::isInstance).hasSize(1);
        }
    }

    private Handling take(Case file, Acting officer) {
        return cases.assign(step(file, officer), officer.account());
    }

    @Test
    void whoActsOnWhatIsNoLongerSoIsToldWhatHappened() {
        Case seen = scene.open(department.application());
        done(cases.assign(step(seen, department.head), department.colleague.account()));
        Handling late = cases.fire(step(seen, department.officer).having(seen.revision()), "accept");
        assertThat(late).isInstanceOfSatisfying(Handling.ChangedMeanwhile.class, changed -> {
            assertThat(changed.last().what()).isEqualTo(Entry.What.ASSIGNED);
            assertThat(changed.last().actor()).isEqualTo(department.head.account());
        });
    }

    @Test
    void aRemarkMeanwhileStopsNobody() {
        Case seen = scene.open(department.application());
        done(cases.comment(step(seen, department.colleague).because("电话问过了")));
        assertThat(cases.fire(step(seen, department.officer).having(seen.revision()), "accept"))
                .isInstanceOf(Handling.Done.class);
    }

    private static List<Handling> together(Callable<Handling> one, Callable<Handling> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Handling>> both = new ArrayList<>();
            for (Callable<Handling> each : List.of(one, other)) {
                both.add(threads.submit(() -> {
                    start.await();
                    return each.call();
                }));
            }
            return List.of(both.getFirst().get(), both.getLast().get());
        }
    }
}
