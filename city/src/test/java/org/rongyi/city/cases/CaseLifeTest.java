package org.rongyi.city.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rongyi.city.cases.Scene.done;
import static org.rongyi.city.cases.Scene.step;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Role;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.CaseKind.Need;
import org.rongyi.definitions.CaseKinds;
import org.rongyi.definitions.Definitions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CityTest
class CaseLifeTest {
    private final Scene scene;
    private final Cases cases;
    private final Kinds kinds;
    private final People people;
    private final Department department;

    CaseLifeTest(
            @Autowired Cases cases,
            @Autowired CaseFiles files,
            @Autowired JdbcClient database,
            @Autowired TestClock clock,
            @Autowired Kinds kinds,
            @Autowired People people) {
        this.scene = new Scene(cases, files, database, clock);
        this.cases = cases;
        this.kinds = kinds;
        this.people = people;
        this.department = Department.with(people);
    }

    @Test
    void anApplicationIsAcceptedReviewedGrantedAndDelivered() {
        Case file = scene.open(department.application());
        assertThat(file.state().id()).isEqualTo("submitted");
        assertThat(file.owner()).isEqualTo(department.officer.account());
        assertThat(file.number(TestClock.SHANGHAI)).startsWith("261123-").endsWith(Long.toString(file.id()));
        assertThat(scene.file(file).tasks())
                .singleElement()
                .satisfies(task -> assertThat(task.name().en()).isEqualTo("Accept or not"));
        scene.fire(file, department.officer, "accept");
        scene.fire(file, department.officer, "beginReview");
        Case granted = scene.fire(file, department.officer, "grant");
        assertThat(granted.open()).as("it is still to be delivered").isTrue();
        Case delivered = done(cases.fire(step(file, department.colleague).proving("送达回证 1 号"), "deliver"));
        assertThat(delivered.open()).isFalse();
        assertThat(delivered.dueAt()).isNull();
        assertThat(scene.file(file).tasks()).isEmpty();
        assertThat(scene.file(file).clocks())
                .allSatisfy(clock -> assertThat(clock.stoppedAt()).isNotNull());
        assertThat(scene.file(file).timeline())
                .extracting(Entry::subject)
                .containsExactly("application", "accept", "beginReview", "grant", "deliver");
        assertThat(scene.file(file).timeline().getLast())
                .satisfies(entry -> assertThat(entry.actorName()).startsWith(department.name))
                .satisfies(entry -> assertThat(entry.proof()).isEqualTo("送达回证 1 号"));
    }

    @Test
    void ofManyCasesEachSeesItsOwn() {
        Case here = scene.open(department.application());
        Department other = Department.with(people);
        Case there = scene.open(other.application());
        List<Long> both = List.of(here.id(), there.id());
        assertThat(scene.files.openable(both, department.head)).containsExactly(here.id());
        assertThat(scene.files.openable(both, other.officer)).containsExactly(there.id());
    }

    @Test
    void correctionsAreAskedForOnlyOnce() {
        CreditCode firm = TestFirms.newCode();
        Case file = scene.open(department.application().forFirm(firm));
        Step ask = step(file, department.officer).because("平面图没标冷食间").proving("补正告知书 7 号");
        done(cases.fire(ask, "askCorrection"));
        assertThat(scene.file(file).tasks())
                .singleElement()
                .satisfies(task -> assertThat(task.firm()).isTrue());
        Case corrected = scene.fire(file, Department.owner(firm), "correct");
        assertThat(corrected.state().id()).isEqualTo("submitted");
        assertThat(cases.fire(ask, "askCorrection")).isInstanceOf(Handling.OnlyOnce.class);
        assertThat(scene.file(file).possible().events()).isEmpty();
    }

    @Test
    void aRefusalNeedsReasonClauseAndPaper() {
        Case file = scene.open(department.application());
        scene.fire(file, department.officer, "accept");
        scene.fire(file, department.officer, "beginReview");
        Step bare = step(file, department.officer);
        assertThat(cases.fire(bare, "refuse")).isEqualTo(new Handling.Missing(Set.of(Need.values())));
        assertThat(cases.fire(bare.because(" ").basedOn("第 33 条"), "refuse"))
                .isEqualTo(new Handling.Missing(Set.of(Need.REASON, Need.PROOF)));
        Case refused = done(cases.fire(bare.because("面积不足").basedOn("第 33 条").proving("不予许可决定书 3 号"), "refuse"));
        assertThat(refused.open()).isFalse();
    }

    @Test
    void onlyItsHandlerDecidesOnACase() {
        Case file = scene.open(department.application());
        assertThat(cases.fire(step(file, department.colleague), "accept")).isInstanceOf(Handling.NotYours.class);
        assertThat(cases.fire(step(file, department.head), "accept")).isInstanceOf(Handling.NotYours.class);
        assertThat(cases.fire(Step.of(file.id(), Actor.house("services")), "accept"))
                .isInstanceOf(Handling.NotYours.class);
        assertThat(cases.fire(Step.of(file.id(), new TheClock()), "accept")).isInstanceOf(Handling.NotYours.class);
        assertThat(scene.file(file).now().state().id()).isEqualTo("submitted");
    }

    @Test
    void theFirmWithdrawsButNoStrangerAndNoAgentWithoutTheRight() {
        CreditCode firm = TestFirms.newCode();
        Case file = scene.open(department.application().forFirm(firm));
        Step stranger = step(file, Department.owner(TestFirms.newCode())).because("不办了");
        assertThat(cases.fire(stranger, "withdraw")).isInstanceOf(Handling.NotYours.class);
        LocalDate until = LocalDate.of(2026, 12, 31);
        Step viewer =
                step(file, Department.agent(firm, until, Mandate.Purpose.VIEW)).because("不办了");
        assertThat(cases.fire(viewer, "withdraw")).isInstanceOf(Handling.NotYours.class);
        Step agent =
                step(file, Department.agent(firm, until, Mandate.Purpose.APPLY)).because("不办了");
        assertThat(done(cases.fire(agent, "withdraw")).state().id()).isEqualTo("withdrawn");
    }

    @Test
    void whatIsClosedStaysAsItIs() {
        Case file = scene.open(department.application());
        done(cases.fire(step(file, department.officer).because("重复提交"), "withdraw"));
        Step after = step(file, department.officer).because("再想想").proving("无");
        assertThat(cases.fire(after, "withdraw")).isInstanceOf(Handling.NotNow.class);
        assertThat(cases.assign(after, department.colleague.account())).isInstanceOf(Handling.NotNow.class);
        assertThat(cases.comment(after)).isInstanceOf(Handling.NotNow.class);
        assertThat(scene.file(file).possible().nothing()).isTrue();
        assertThatThrownBy(() -> scene.database
                        .sql("update cases.file set title = 'x', entries = entries + 1 where id = ?")
                        .param(file.id())
                        .update())
                .hasMessageContaining("is closed");
    }

    @Test
    void noStateIsSetExceptByAnEvent() {
        Case file = scene.open(department.application());
        assertThatThrownBy(() -> scene.database.sql("""
                                update cases.file set state = 'granted', came_by = 'grant', entries = entries + 1,
                                       revision = revision + 1 where id = ?""").param(file.id()).update())
                .hasMessageContaining("no event (grant) leads from (submitted) to (granted)");
        assertThatThrownBy(() -> scene.database
                        .sql("update cases.file set handler = 'somebody' where id = ?")
                        .param(file.id())
                        .update())
                .hasMessageContaining("past its timeline");
    }

    @Test
    void aCaseIsHandledByTheTextUnderWhichItWasOpened() {
        String old = """
                id: changing
                name: 会变的
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
                """;
        add(old);
        NewCase what = NewCase.of("changing", "一件事", "某某（测试）", department.name).handledBy(department.officer.account());
        Case before = scene.open(what);
        add(old.replace("by: HANDLER", "by: HANDLER, needs: reason"));
        Case after = scene.open(what);
        assertThat(after.kind().version()).isNotEqualTo(before.kind().version());
        assertThat(cases.fire(step(after, department.officer), "finish")).isInstanceOf(Handling.Missing.class);
        assertThat(scene.fire(before, department.officer, "finish").open()).isFalse();
    }

    private void add(String kind) {
        kinds.add(CaseKinds.parse("test", kind, Definitions.shipped()).value().orElseThrow());
    }

    @Test
    void aRoomFindsTheCasesThatItOpenedAndAFirmItsOwn() {
        CreditCode firm = TestFirms.newCode();
        Case file = scene.open(department.application().forFirm(firm).about("services:" + Objects.hash(firm)));
        assertThat(scene.files.about("services:" + Objects.hash(firm)))
                .extracting(Case::id)
                .containsExactly(file.id());
        assertThat(scene.files.of(firm, 10)).extracting(Case::id).containsExactly(file.id());
        assertThat(scene.files.find(file.id()))
                .hasValueSatisfying(found -> assertThat(found.firm()).isEqualTo(firm));
    }

    @Test
    void onlyWhoHasToDoWithACaseSeesIt() {
        CreditCode firm = TestFirms.newCode();
        Case file = scene.open(department.application().forFirm(firm));
        Department other = Department.with(people);
        assertThat(scene.files.open(file.id(), department.colleague)).isPresent();
        assertThat(scene.files.open(file.id(), Department.owner(firm))).isPresent();
        assertThat(scene.files.open(file.id(), other.officer)).isEmpty();
        assertThat(scene.files.open(file.id(), Department.owner(TestFirms.newCode())))
                .isEmpty();
        done(cases.handOver(step(file, department.officer).because("不归我们管"), other.name));
        assertThat(scene.files.open(file.id(), other.officer)).isPresent();
        assertThat(scene.files.open(file.id(), department.officer)).isPresent();
    }

    @Test
    void anUnknownKindOrEventIsTheCallersFault() {
        assertThatThrownBy(() -> scene.open(NewCase.of("noSuchKind", "一件事", "某某", department.name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("noSuchKind")
                .hasMessageContaining("Maybe");
        Case file = scene.open(department.application());
        assertThatThrownBy(() -> cases.fire(step(file, department.officer), "noSuchEvent"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(cases.fire(Step.of(Long.MAX_VALUE, Actor.of(department.officer)), "accept"))
                .isInstanceOf(Handling.NoSuchCase.class);
    }

    @Test
    void theRolesThatKindsNameAreRolesOfPeople() {
        assertThat(Map.copyOf(kinds.current()).values())
                .flatExtracting(kind -> kind.levels())
                .extracting(level -> Role.valueOf(level.owner().role()))
                .isNotEmpty();
    }
}
