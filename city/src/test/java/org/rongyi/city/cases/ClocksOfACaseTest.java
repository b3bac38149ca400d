package org.rongyi.city.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rongyi.city.cases.Scene.done;
import static org.rongyi.city.cases.Scene.endOf;
import static org.rongyi.city.cases.Scene.step;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.identity.People;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.CaseKinds;
import org.rongyi.definitions.Definitions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Monday 23 November 2026; December has no holiday, 2027 no table.
@CityTest
class ClocksOfACaseTest {
    private final Scene scene;
    private final Cases cases;
    private final TestClock clock;
    private final Department department;
    private final Kinds kinds;

    ClocksOfACaseTest(
            @Autowired Cases cases,
            @Autowired CaseFiles files,
            @Autowired JdbcClient database,
            @Autowired TestClock clock,
            @Autowired Kinds kinds,
            @Autowired People people) {
        this.scene = new Scene(cases, files, database, clock);
        this.cases = cases;
        this.clock = clock;
        this.kinds = kinds;
        this.department = Department.with(people);
    }

    private Case accepted() {
        Case file = scene.open(department.application());
        return scene.fire(file, department.officer, "accept");
    }

    @Test
    void aClockRunsOutAtTheEndOfItsLastWorkingDay() {
        Case file = scene.open(department.application());
        assertThat(file.dueAt()).as("five working days after Monday").isEqualTo(endOf("2026-11-30"));
        Case accepted = scene.fire(file, department.officer, "accept");
        assertThat(accepted.dueAt()).as("twenty working days").isEqualTo(endOf("2026-12-21"));
        assertThat(scene.running(file, "acceptance").stoppedAt()).isEqualTo(clock.instant());
    }

    @Test
    void editingNeverMovesAClock() {
        Case file = accepted();
        clock.moveTo(LocalDate.of(2026, 11, 26));
        cases.comment(step(file, department.colleague).because("材料齐了"));
        done(cases.assign(step(file, department.officer), department.colleague.account()));
        scene.fire(file, department.colleague, "beginReview");
        assertThat(scene.file(file).now().dueAt()).isEqualTo(endOf("2026-12-21"));
        assertThat(scene.timeline(file)).doesNotContain(Entry.What.RESUMED, Entry.What.EXTENDED);
    }

    @Test
    void aPauseMovesTheDateForwardByTheWorkingDaysThatWereLeft() {
        Case file = scene.open(department.application().promising("decision", 7));
        scene.fire(file, department.officer, "accept");
        clock.moveTo(LocalDate.of(2026, 11, 26));
        Case paused = done(cases.pause(
                step(file, department.officer).proving("专家评审通知 2 号").because("要专家评审"), "decision", "expertReview"));
        assertThat(paused.paused()).isTrue();
        assertThat(paused.dueAt()).isNull();
        assertThat(scene.running(file, "decision").leftWorkingDays())
                .as("three of seven are used")
                .isEqualTo(4);
        clock.moveTo(LocalDate.of(2026, 12, 7));
        Case resumed = done(cases.resume(step(file, department.officer), "decision"));
        assertThat(resumed.dueAt()).isEqualTo(endOf("2026-12-11"));
        assertThat(scene.running(file, "decision").pauses()).singleElement().satisfies(pause -> {
            assertThat(pause.reason().name().zh()).isEqualTo("专家评审");
            assertThat(pause.proof()).isEqualTo("专家评审通知 2 号");
            assertThat(pause.begunBy()).isEqualTo(department.officer.account());
            assertThat(pause.endedBy()).isEqualTo(department.officer.account());
        });
    }

    @Test
    void aPauseThatEndsOnTheSameDayMovesNothing() {
        Case file = accepted();
        clock.moveTo(LocalDate.of(2026, 11, 25));
        done(cases.pause(step(file, department.officer).proving("检测委托书"), "decision", "testing"));
        assertThat(done(cases.resume(step(file, department.officer), "decision"))
                        .dueAt())
                .isEqualTo(endOf("2026-12-21"));
    }

    @Test
    void aPauseOverAWeekendCostsNoDayAndNoneIsGained() {
        Case file = accepted();
        clock.moveTo(LocalDate.of(2026, 11, 28));
        done(cases.pause(step(file, department.officer).proving("检测委托书"), "decision", "testing"));
        clock.moveTo(LocalDate.of(2026, 11, 29));
        assertThat(done(cases.resume(step(file, department.officer), "decision"))
                        .dueAt())
                .isEqualTo(endOf("2026-12-21"));
    }

    @Test
    void aClockStandsStillOnlyForListedReasonsAndOnlyWithAPaper() {
        Case file = accepted();
        Step step = step(file, department.officer).because("太忙");
        assertThat(cases.pause(step, "decision", "busy")).isInstanceOf(Handling.NotListed.class);
        assertThat(cases.pause(step, "decision", "hearing"))
                .isEqualTo(new Handling.Missing(Set.of(CaseKind.Need.PROOF)));
        assertThat(cases.pause(step.proving("听证通知"), "acceptance", "correction"))
                .as("only the event of asking for corrections begins it")
                .isInstanceOf(Handling.NotListed.class);
        assertThat(cases.pause(step(file, department.colleague).proving("听证通知"), "decision", "hearing"))
                .isInstanceOf(Handling.NotYours.class);
        done(cases.pause(step.proving("听证通知"), "decision", "hearing"));
        assertThat(cases.pause(step.proving("听证通知"), "decision", "hearing"))
                .as("it stands already")
                .isInstanceOf(Handling.NotNow.class);
    }

    @Test
    void thePauseForCorrectionsEndsWithTheCorrections() {
        Case file = scene.open(department.application());
        clock.moveTo(LocalDate.of(2026, 11, 25));
        Case asked =
                done(cases.fire(step(file, department.officer).because("缺平面图").proving("补正告知书"), "askCorrection"));
        assertThat(asked.paused()).isTrue();
        assertThat(asked.dueAt()).as("until then the applicant has time").isEqualTo(endOf("2026-12-09"));
        assertThat(cases.resume(step(file, department.officer), "acceptance"))
                .as("nobody ends it by hand")
                .isInstanceOf(Handling.NotNow.class);
        clock.moveTo(LocalDate.of(2026, 12, 10));
        Case corrected = scene.fire(file, department.officer, "correct");
        assertThat(corrected.dueAt()).as("three days were left").isEqualTo(endOf("2026-12-15"));
    }

    @Test
    void theLedgerOfPausesIsNotRewritten() {
        Case file = accepted();
        done(cases.pause(step(file, department.officer).proving("听证通知"), "decision", "hearing"));
        String change =
                "update cases.pause set proof = 'x' where clock_id in (select id from cases.clock where case_id = ?)";
        assertThatThrownBy(() -> scene.database.sql(change).param(file.id()).update())
                .hasMessageContaining("is on record");
        String delete = "delete from cases.pause where clock_id in (select id from cases.clock where case_id = ?)";
        assertThatThrownBy(() -> scene.database.sql(delete).param(file.id()).update())
                .hasMessageContaining("append-only");
    }

    @Test
    void lessMayBePromisedThanTheLawAllowsNeverMore() {
        assertThat(cases.open(department.application().promising("decision", 21), Actor.house("test")))
                .isEqualTo(new Opening.PromisesTooMuch("decision", 21, 20));
        Case file = scene.open(department.application().promising("decision", 3));
        scene.fire(file, department.officer, "accept");
        assertThat(scene.file(file).now().dueAt()).isEqualTo(endOf("2026-11-26"));
    }

    @Test
    void onTheSpotMeansTheSameDayAndAfterClosingTimeTheNext() {
        Case morning = scene.open(department.application().promising("decision", 0));
        Case evening = scene.open(department.application().promising("decision", 0));
        assertThat(scene.fire(morning, department.officer, "accept").dueAt()).isEqualTo(endOf("2026-11-23"));
        clock.moveTo(endOf("2026-11-23").plusSeconds(60));
        assertThat(scene.fire(evening, department.officer, "accept").dueAt()).isEqualTo(endOf("2026-11-24"));
    }

    @Test
    void anExtensionIsAskedForByTheHandlerAndApprovedByTheHeadOnce() {
        Case file = accepted();
        Step handler = step(file, department.officer);
        assertThat(cases.askExtension(handler, "decision")).isInstanceOf(Handling.Missing.class);
        done(cases.askExtension(handler.because("案情复杂"), "decision"));
        assertThat(scene.file(file).tasks())
                .filteredOn(task -> department.head.account().equals(task.assignee()))
                .singleElement()
                .satisfies(task -> assertThat(task.name().en()).startsWith("Decide on more time"));
        assertThat(cases.answerExtension(handler, "decision", true)).isInstanceOf(Handling.NotYours.class);
        assertThat(scene.file(file).now().dueAt()).isEqualTo(endOf("2026-12-21"));
        Case extended = done(cases.answerExtension(step(file, department.head), "decision", true));
        assertThat(extended.dueAt()).as("the calendar ends with the year").isNull();
        assertThat(scene.running(file, "decision").lengthWorkingDays()).isEqualTo(30);
        assertThat(scene.file(file).tasks()).hasSize(1);
        assertThat(cases.askExtension(handler.because("还不够"), "decision")).isInstanceOf(Handling.OnlyOnce.class);
    }

    @Test
    void aRefusedExtensionLeavesTheDateAndNeedsAReason() {
        Case file = accepted();
        done(cases.askExtension(step(file, department.officer).because("人手不够"), "decision"));
        Step head = step(file, department.head);
        assertThat(cases.answerExtension(head, "decision", false)).isInstanceOf(Handling.Missing.class);
        Case after = done(cases.answerExtension(head.because("不是法定理由"), "decision", false));
        assertThat(after.dueAt()).isEqualTo(endOf("2026-12-21"));
        assertThat(scene.timeline(file)).endsWith(Entry.What.EXTENSION_ASKED, Entry.What.EXTENSION_REFUSED);
    }

    @Test
    void anExtensionReachesForwardFromTheDateThatWasDue() {
        Case file = scene.open(NewCase.of("errand", "修路灯", "某园区（测试）", department.name)
                .handledBy(department.officer.account())
                .promising("promise", 5));
        assertThat(file.dueAt()).isEqualTo(endOf("2026-11-30"));
        clock.moveTo(LocalDate.of(2026, 11, 26));
        done(cases.askExtension(step(file, department.officer).because("等灯"), "promise"));
        assertThat(done(cases.answerExtension(step(file, department.head), "promise", true))
                        .dueAt())
                .as("fifteen more")
                .isEqualTo(endOf("2026-12-21"));
    }

    @Test
    void aRuleGivesTheLengthAndWhereItCannotTellTheNumberBesideIt() {
        kinds.add(CaseKinds.parse("test", RULED, Definitions.shipped()).value().orElseThrow());
        NewCase what = NewCase.of("ruled", "一件事", "某某（测试）", department.name).handledBy(department.officer.account());
        assertThat(scene.open(what.knowing(Map.of("entityType", "个体工商户"))).dueAt())
                .isEqualTo(Instant.parse("2026-11-26T15:59:59Z"));
        assertThat(scene.running(scene.open(what.knowing(Map.of("entityType", "有限责任公司"))), "promise")
                        .lengthWorkingDays())
                .isEqualTo(7);
        assertThat(scene.running(scene.open(what), "promise").lengthWorkingDays())
                .isEqualTo(10);
        NewCase soleTrader = what.knowing(Map.of("entityType", "个体工商户"));
        assertThat(cases.open(soleTrader.promising("promise", 4), Actor.house("test")))
                .as("what the rule gives is the most that may be promised")
                .isEqualTo(new Opening.PromisesTooMuch("promise", 4, 3));
    }

    private static final String RULED = """
            id: ruled
            name: 看规则的
            start: open
            states:
              - {id: open, name: 办理中, task: 办理}
              - {id: done, name: 办结, end: true}
            events:
              - {id: finish, name: 办结, from: open, to: done, by: HANDLER}
            clocks:
              - id: promise
                name: 期限
                starts: open
                workingDays: {rule: 'if 主体类型 = "个体工商户" then 3 else 7', otherwise: 10}
            levels:
              - {id: head, name: 负责人, owner: {role: LEADER, unit: OWN}}
            assignment:
              unassigned: {workingDays: 1, level: head}
              returned: {workingDays: 1, level: head}
              disputed: {workingDays: 0, level: head}
            """;
}
