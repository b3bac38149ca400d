package org.rongyi.city.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.city.cases.Scene.done;
import static org.rongyi.city.cases.Scene.step;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.definitions.CaseKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An appeal: taken on, disputed once, answered, judged by somebody else, reopened one level higher with somebody
/// else.
@CityTest
class NobodyClosesTheirOwnTest {
    private static final Actor ROOM = Actor.house("test");

    private final Scene scene;
    private final Cases cases;
    private final CaseFiles files;
    private final TestClock clock;
    private final Alarms alarms;
    private final People people;

    @Autowired
    NobodyClosesTheirOwnTest(
            Cases cases, CaseFiles files, JdbcClient database, TestClock clock, Alarms alarms, People people) {
        this.scene = new Scene(cases, files, database, clock);
        this.cases = cases;
        this.files = files;
        this.clock = clock;
        this.alarms = alarms;
        this.people = people;
    }

    private Case dispatched(Department department) {
        return scene.open(NewCase.of("appeal", "一个月被查四次", "江畔小馆（测试）", department.name)
                .promising("reply", 7)
                .moving("dispatch"));
    }

    private Case replied(Department department) {
        Case file = dispatched(department);
        scene.fire(file, department.officer, "signIn");
        return done(cases.fire(step(file, department.officer).because("四家合成一次查"), "reply"));
    }

    private Case house(Case file, String event) {
        return done(cases.fire(Step.of(file.id(), ROOM).because("企业说的"), event));
    }

    private Acting acting(String account) {
        return new Acting(people.find(account).orElseThrow(), null);
    }

    private Acting seat(String account, String unit, Role... more) {
        Role[] roles = new Role[more.length + 1];
        roles[0] = Role.SEAT;
        System.arraycopy(more, 0, roles, 1, more.length);
        return Department.enter(people, account, unit, roles);
    }

    @Test
    void itIsOpenedAndDispatchedInOneWithTheTimeOfItsType() {
        Case file = dispatched(Department.with(people));
        assertThat(file.state().id()).isEqualTo("dispatched");
        assertThat(scene.running(file, "reply").lengthWorkingDays()).isEqualTo(7);
        assertThat(scene.timeline(file)).startsWith(Entry.What.OPENED, Entry.What.MOVED);
        assertThat(files.verify(file.id()))
                .isEqualTo(new CaseFiles.Verification.Intact(
                        scene.file(file).timeline().size()));
    }

    @Test
    void whoSignsItInHandlesIt() {
        Department department = Department.with(people);
        Case file = scene.fire(dispatched(department), department.colleague, "signIn");
        assertThat(file.handler()).isEqualTo(department.colleague.account());
        assertThat(file.owner()).isEqualTo(department.colleague.account());
    }

    @Test
    void aDepartmentDisputesItOnceAndTheArbitersWordStands() {
        Department department = Department.with(people);
        Department other = Department.with(people);
        Case file = dispatched(department);
        Case disputed = done(cases.dispute(step(file, department.officer).because("这是城管的事")));
        assertThat(disputed.standing()).isEqualTo(Case.Standing.DISPUTED);
        assertThat(disputed.dueAt()).as("the clock runs on").isEqualTo(file.dueAt());
        Acting arbiter = acting(disputed.owner());
        assertThat(arbiter.has(Role.ARBITER)).isTrue();
        assertThat(cases.handOver(step(file, department.officer).because("给他们"), other.name))
                .isInstanceOf(Handling.NotYours.class);
        Case decided = done(cases.handOver(step(file, arbiter).because("职责清单第 7 条"), other.name));
        assertThat(decided.unit()).isEqualTo(other.name);
        assertThat(cases.dispute(step(file, other.officer).because("也不是我们"))).isInstanceOf(Handling.Settled.class);
        assertThat(decided.dueAt()).isEqualTo(file.dueAt());
    }

    @Test
    void noneOfThoseWhoHadItClosesIt() {
        Department department = Department.with(people);
        Acting both = seat("both-" + department.name.hashCode(), department.name, Role.OFFICER);
        Case file = dispatched(department);
        scene.fire(file, both, "signIn");
        done(cases.assign(step(file, both).because("休假"), department.officer.account()));
        done(cases.fire(step(file, department.officer).because("办好了"), "reply"));
        assertThat(cases.fire(step(file, department.officer), "solve")).isInstanceOf(Handling.NotYours.class);
        assertThat(cases.fire(step(file, department.head), "solve")).isInstanceOf(Handling.NotYours.class);
        assertThat(cases.fire(step(file, both), "solve"))
                .as("a seat, but it had the case in hand")
                .isInstanceOf(Handling.NotYours.class);
        Acting seat = seat("one-" + department.name.hashCode(), "热线（测试）");
        assertThat(done(cases.fire(step(file, seat), "solve")).state().id()).isEqualTo("solved");
    }

    @Test
    void notSolvedItGoesOneLevelUpToSomebodyElse() {
        Department department = Department.with(people);
        Case file = replied(department);
        Case again = house(file, "reopen");
        assertThat(again.handler()).isNull();
        assertThat(again.owner()).isEqualTo(department.head.account());
        assertThat(again.reopened()).isEqualTo(1);
        assertThat(scene.running(file, "reply").lengthWorkingDays())
                .as("a new round")
                .isEqualTo(7);
        assertThat(cases.assign(step(file, department.colleague), department.colleague.account()))
                .as("nobody just takes it")
                .isInstanceOf(Handling.NotYours.class);
        assertThat(cases.assign(step(file, department.head), department.officer.account()))
                .isEqualTo(new Handling.HandledBefore(department.officer.account()));
        Case given = done(cases.assign(step(file, department.head), department.colleague.account()));
        assertThat(given.owner()).as("the level answers, whoever handles it").isEqualTo(department.head.account());
        assertThat(given.level()).isEqualTo(1);
        done(cases.fire(step(file, department.colleague).because("又办了"), "reply"));
        Case higher = house(file, "reopen");
        CaseKind.Level level = higher.kind().levels().get(higher.level() - 1);
        assertThat(level.id()).as("the arbiter is no step").isEqualTo("team");
    }

    @Test
    void whereEverybodyHadItTheLevelMayNameOneOfThemAgain() {
        Department department = Department.with(people);
        Case file = replied(department);
        house(file, "reopen");
        done(cases.assign(step(file, department.head), department.colleague.account()));
        done(cases.fire(step(file, department.colleague).because("又办了"), "reply"));
        Case higher = house(file, "reopen");
        assertThat(done(cases.assign(step(file, acting(higher.owner())), department.officer.account()))
                        .handler())
                .isEqualTo(department.officer.account());
    }

    @Test
    void itIsAskedAgainWeeksLaterAndEndsWhenNothingMoreIsSaid() {
        clock.moveTo(LocalDate.of(2026, 9, 7));
        Case file = house(replied(Department.with(people)), "solve");
        assertThat(scene.file(file).tasks()).as("nobody waits").isEmpty();
        clock.moveTo(
                Objects.requireNonNull(scene.running(file, "again").dueAt()).plusSeconds(60));
        assertThat(clock.today())
                .as("35 days later, of which all count, those of the holiday week of October too")
                .isEqualTo(LocalDate.of(2026, 10, 12));
        scene.ring(alarms, file);
        assertThat(scene.file(file).now().state().id()).isEqualTo("asked");
        clock.moveTo(
                Objects.requireNonNull(scene.running(file, "lastWord").dueAt()).plusSeconds(60));
        scene.ring(alarms, file);
        assertThat(scene.file(file).now().state().id()).isEqualTo("settled");
    }

    @Test
    void whenTheTimeIsOverItClimbsTheLadder() {
        Case file = dispatched(Department.with(people));
        clock.moveTo(Objects.requireNonNull(file.dueAt()).plusSeconds(60));
        scene.ring(alarms, file);
        assertThat(scene.file(file).now().level()).isEqualTo(1);
        clock.moveTo(LocalDate.of(2026, 12, 31));
        scene.ring(alarms, file);
        Case top = scene.file(file).now();
        assertThat(top.kind().levels().get(top.level() - 1).id()).isEqualTo("city");
        Person owner = people.find(top.owner()).orElseThrow();
        assertThat(owner.roles()).contains(Role.LEADER);
    }

    @Test
    void onlyTheHouseSaysHowLongAClockWillBeAndOnlyBeforeItRuns() {
        Department department = Department.with(people);
        Case file = scene.open(NewCase.of("appeal", "问一个政策", "江畔小馆（测试）", department.name));
        assertThat(cases.promise(step(file, department.officer), "reply", 3)).isInstanceOf(Handling.NotYours.class);
        done(cases.promise(Step.of(file.id(), ROOM), "reply", 3));
        done(cases.fire(Step.of(file.id(), ROOM), "dispatch"));
        assertThat(scene.running(file, "reply").lengthWorkingDays()).isEqualTo(3);
        assertThat(cases.promise(Step.of(file.id(), ROOM), "reply", 5)).isInstanceOf(Handling.NotNow.class);
    }
}
