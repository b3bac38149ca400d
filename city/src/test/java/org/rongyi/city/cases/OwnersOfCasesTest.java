package org.rongyi.city.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.city.cases.Scene.done;
import static org.rongyi.city.cases.Scene.step;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.CaseKinds;
import org.rongyi.definitions.Definitions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A case has an owner at every moment.
@CityTest
class OwnersOfCasesTest {
    private final Scene scene;
    private final Cases cases;
    private final TestClock clock;
    private final Alarms alarms;
    private final Owners owners;
    private final Duty duty;
    private final People people;

    @Autowired
    OwnersOfCasesTest(
            Cases cases,
            CaseFiles files,
            JdbcClient database,
            TestClock clock,
            Alarms alarms,
            Owners owners,
            Duty duty,
            People people) {
        this.scene = new Scene(cases, files, database, clock);
        this.cases = cases;
        this.clock = clock;
        this.alarms = alarms;
        this.owners = owners;
        this.duty = duty;
        this.people = people;
    }

    private static NewCase free(Department department) {
        return NewCase.of("application", "食品经营许可", "江畔小馆（测试）", department.name);
    }

    @Test
    void aCaseThatNobodyHasTakenIsAnsweredForByTheHead() {
        Department department = Department.with(people);
        Case file = scene.open(free(department));
        assertThat(file.handler()).isNull();
        assertThat(file.owner()).isEqualTo(department.head.account());
    }

    @Test
    void whoeverTakesACaseHandlesItAndAnswersForIt() {
        Department department = Department.with(people);
        Case file = scene.open(free(department));
        Case taken = done(cases.assign(step(file, department.colleague), department.colleague.account()));
        assertThat(taken.owner()).isEqualTo(department.colleague.account());
        assertThat(cases.assign(step(file, department.officer), department.officer.account()))
                .as("it is taken")
                .isInstanceOf(Handling.NotYours.class);
        Case given = done(cases.assign(step(file, department.head), department.officer.account()));
        assertThat(given.handler()).isEqualTo(department.officer.account());
        assertThat(scene.file(file).tasks())
                .singleElement()
                .satisfies(task -> assertThat(task.assignee()).isEqualTo(department.officer.account()));
    }

    @Test
    void onlyAnOfficerOfTheDepartmentCanHandleItsCase() {
        Department department = Department.with(people);
        Department other = Department.with(people);
        Case file = scene.open(free(department));
        Step head = step(file, department.head);
        assertThat(cases.assign(head, other.officer.account())).isInstanceOf(Handling.NoSuchColleague.class);
        assertThat(cases.assign(head, department.head.account())).isInstanceOf(Handling.NoSuchColleague.class);
        assertThat(cases.open(free(department).handledBy(other.officer.account()), Actor.house("test")))
                .isInstanceOf(Opening.NoSuchColleague.class);
        assertThat(cases.assign(step(file, other.officer), other.officer.account()))
                .isInstanceOf(Handling.NotYours.class);
    }

    @Test
    void afterADayWithoutAHandlerTheHeadIsTold() {
        Department department = Department.with(people);
        Case file = scene.open(free(department));
        clock.moveTo(LocalDate.of(2026, 11, 25));
        scene.ring(alarms, file);
        Case told = scene.file(file).now();
        assertThat(told.level()).isEqualTo(1);
        assertThat(scene.file(file).tasks())
                .filteredOn(task -> department.head.account().equals(task.assignee()))
                .singleElement()
                .satisfies(task -> assertThat(task.name().en()).isEqualTo("Nobody handles it: name an officer"));
        Case given = done(cases.assign(step(file, department.head), department.officer.account()));
        assertThat(given.level()).isZero();
        assertThat(given.owner()).isEqualTo(department.officer.account());
        assertThat(scene.file(file).tasks()).hasSize(1);
    }

    @Test
    void aCaseThatIsSentToAndFroIsDecidedByTheLevelAbove() {
        Department one = Department.with(people);
        Department other = Department.with(people);
        Case file = scene.open(one.application());
        Case over = done(cases.handOver(step(file, one.officer).because("不归我们"), other.name));
        assertThat(over.standing()).isEqualTo(Case.Standing.HANDED_OVER);
        assertThat(over.owner()).isEqualTo(other.head.account());
        assertThat(over.dueAt()).as("handing over costs the firm nothing").isEqualTo(file.dueAt());
        Case back = done(cases.handOver(step(file, other.officer).because("也不归我们"), one.name));
        assertThat(back.standing()).isEqualTo(Case.Standing.RETURNED);
        Case disputed = done(cases.handOver(step(file, one.colleague).because("就是你们的"), other.name));
        assertThat(disputed.standing()).isEqualTo(Case.Standing.DISPUTED);
        assertThat(disputed.level()).as("told at once").isEqualTo(2);
        assertThat(cases.handOver(step(file, other.officer).because("不要"), one.name))
                .isInstanceOf(Handling.NotYours.class);
        assertThat(cases.assign(step(file, other.officer), other.officer.account()))
                .isInstanceOf(Handling.NotYours.class);
        Acting leader = acting(disputed.owner());
        Case settled = done(cases.handOver(step(file, leader).because("由一局办理"), one.name));
        assertThat(settled.standing()).isEqualTo(Case.Standing.SETTLED);
        assertThat(settled.unit()).isEqualTo(one.name);
        assertThat(settled.level()).isZero();
        assertThat(cases.handOver(step(file, one.officer).because("还是不归我们"), other.name))
                .isInstanceOf(Handling.Settled.class);
        assertThat(scene.timeline(file))
                .containsSubsequence(
                        Entry.What.HANDED_OVER,
                        Entry.What.RETURNED,
                        Entry.What.DISPUTED,
                        Entry.What.RAISED,
                        Entry.What.HANDED_OVER);
    }

    private Acting acting(String account) {
        return new Acting(people.find(account).orElseThrow(), null);
    }

    @Test
    void aCaseGoesToNoDepartmentThatDoesNotExist() {
        Department department = Department.with(people);
        Case file = scene.open(department.application());
        Step step = step(file, department.officer).because("不归我们");
        assertThat(cases.handOver(step, "没有的局")).isEqualTo(new Handling.NoSuchUnit("没有的局"));
        assertThat(cases.handOver(step(file, department.officer), Department.with(people).name))
                .isInstanceOf(Handling.Missing.class);
    }

    @Test
    void whereALevelIsVacantTheNextOneAnswers() {
        Department headless = Department.withoutHead(people);
        Case file = scene.open(free(headless));
        Person owner = people.find(file.owner()).orElseThrow();
        assertThat(owner.roles()).contains(Role.LEADER);
        assertThat(owner.department()).isEqualTo("市政府办");
    }

    @Test
    void aboveTheLastLevelStandsTheOfficerOnDuty() {
        Department headless = Department.withoutHead(people);
        CaseKind onlyOwn =
                CaseKinds.parse("test", """
                id: ownOnly
                name: 只有本部门
                start: open
                states:
                  - {id: open, name: 办理中, task: 办理}
                  - {id: done, name: 办结, end: true}
                events:
                  - {id: finish, name: 办结, from: open, to: done, by: HANDLER}
                levels:
                  - {id: head, name: 负责人, owner: {role: LEADER, unit: OWN}}
                assignment:
                  unassigned: {workingDays: 1, level: head}
                  returned: {workingDays: 1, level: head}
                  disputed: {workingDays: 0, level: head}
                """, Definitions.shipped()).value().orElseThrow();
        Person administrator =
                people.find(owners.from(onlyOwn, 0, headless.name)).orElseThrow();
        assertThat(administrator.roles()).as("nobody is on duty yet").contains(Role.ADMINISTRATOR);
        String onDuty = Department.enter(people, "duty", "值班室", Role.OFFICER).account();
        Instant tonight = TestClock.START.plusSeconds(3600);
        duty.set(tonight, onDuty, "test");
        assertThat(duty.onDuty()).isEmpty();
        clock.moveTo(tonight);
        assertThat(owners.from(onlyOwn, 0, headless.name)).isEqualTo(onDuty);
        assertThat(duty.shifts()).extracting(Duty.Shift::account).containsExactly(onDuty);
    }

    @Test
    void ofTwoHeadsTheOneWithFewerCasesGetsTheNext() {
        Department department = Department.with(people);
        Acting second = Department.enter(people, department.head.account() + "b", department.name, Role.LEADER);
        Case first = scene.open(free(department));
        Case next = scene.open(free(department));
        assertThat(Set.of(first.owner(), next.owner()))
                .containsExactlyInAnyOrder(department.head.account(), second.account());
    }

    @Test
    void whenAHandlerIsNoLongerThereTheCaseGetsAnotherOwnerAndTheHeadAHandlerToName() {
        Department department = Department.with(people);
        Case file = scene.open(department.application());
        people.register(new Person(department.officer.account(), "已调离（测试）", "", Set.of()), "not-to-be-guessed");
        alarms.replaceTheGone();
        Case after = scene.file(file).now();
        assertThat(after.handler()).isNull();
        assertThat(after.owner()).isEqualTo(department.head.account());
        assertThat(scene.timeline(file)).contains(Entry.What.VACATED);
        clock.moveTo(LocalDate.of(2026, 11, 25));
        scene.ring(alarms, file);
        assertThat(scene.file(file).now().level()).isEqualTo(1);
    }
}
