package org.rongyi.city.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.city.cases.Scene.done;
import static org.rongyi.city.cases.Scene.endOf;
import static org.rongyi.city.cases.Scene.step;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.calendar.WorkingCalendar;
import org.rongyi.city.identity.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@CityTest
class AlarmsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Scene scene;
    private final Cases cases;
    private final TestClock clock;
    private final Alarms alarms;
    private final AlarmClock alarmClock;
    private final Department department;

    @Autowired
    AlarmsTest(
            Cases cases,
            CaseFiles files,
            JdbcClient database,
            TestClock clock,
            Alarms alarms,
            AlarmClock alarmClock,
            People people) {
        this.scene = new Scene(cases, files, database, clock);
        this.cases = cases;
        this.clock = clock;
        this.alarms = alarms;
        this.alarmClock = alarmClock;
        this.department = Department.with(people);
    }

    private Case inReview() {
        Case file = scene.open(department.application());
        scene.fire(file, department.officer, "accept");
        return scene.fire(file, department.officer, "beginReview");
    }

    private void moveTo(String day, int hour) {
        clock.moveTo(
                LocalDate.parse(day).atTime(hour, 0).atZone(TestClock.SHANGHAI).toInstant());
    }

    @Test
    void theHandlerIsRemindedThenTheHeadIsToldThenTheCityLeader() {
        Case file = inReview();
        moveTo("2026-12-17", 9);
        scene.ring(alarms, file);
        assertThat(scene.timeline(file)).endsWith(Entry.What.REMINDED);
        assertThat(scene.file(file).now().level()).isZero();
        moveTo("2026-12-21", 17);
        scene.ring(alarms, file);
        assertThat(scene.timeline(file)).endsWith(Entry.What.OVERDUE, Entry.What.RAISED);
        Case told = scene.file(file).now();
        assertThat(told.owner()).isEqualTo(department.head.account());
        assertThat(told.handler()).isEqualTo(department.officer.account());
        assertThat(told.dueAt()).as("what was promised stays to be seen").isEqualTo(endOf("2026-12-21"));
        assertThat(scene.file(file).tasks()).hasSize(2);
        moveTo("2026-12-24", 17);
        scene.ring(alarms, file);
        assertThat(scene.file(file).now().level()).isEqualTo(2);
        Case decided = scene.fire(file, department.officer, "grant");
        assertThat(decided.level()).as("what was overdue is done").isZero();
        assertThat(decided.owner()).isEqualTo(department.officer.account());
        assertThat(scene.file(file).tasks()).hasSize(1);
    }

    @Test
    void whoIsToCorrectHasTimeAndWhenItIsOverTheHeadIsTold() {
        Case file = scene.open(department.application());
        done(cases.fire(step(file, department.officer).because("缺平面图").proving("补正告知书"), "askCorrection"));
        moveTo("2026-12-02", 18);
        scene.ring(alarms, file);
        assertThat(scene.timeline(file)).endsWith(Entry.What.REMINDED);
        moveTo("2026-12-07", 17);
        scene.ring(alarms, file);
        assertThat(scene.timeline(file)).endsWith(Entry.What.OVERDUE, Entry.What.RAISED);
        assertThat(scene.file(file).now().owner()).isEqualTo(department.head.account());
        Case corrected = scene.fire(file, department.officer, "correct");
        assertThat(corrected.owner()).as("late, but it is there").isEqualTo(department.officer.account());
        assertThat(scene.running(file, "acceptance").runs()).isTrue();
    }

    @Test
    void anAlarmThatRingsTwiceHasItsEffectOnce() {
        Case file = inReview();
        moveTo("2026-12-21", 18);
        List<Scene.Ringing> first = due(file);
        scene.ring(alarms, file);
        List<Entry.What> once = scene.timeline(file);
        first.forEach(each -> alarms.ring(each.clock(), each.alarmNo()));
        assertThat(scene.timeline(file)).isEqualTo(once).containsOnlyOnce(Entry.What.OVERDUE);
    }

    private List<Scene.Ringing> due(Case file) {
        return scene.database
                .sql("select id, alarm_no from cases.clock where case_id = ? and alarm_at is not null")
                .param(file.id())
                .query((row, _) -> new Scene.Ringing(row.getLong(1), row.getInt(2)))
                .list();
    }

    @Test
    void anAlarmOfAClockThatWasMovedMeanwhileIsSilent() {
        Case file = inReview();
        List<Scene.Ringing> before = due(file);
        done(cases.pause(step(file, department.officer).proving("听证通知"), "decision", "hearing"));
        moveTo("2026-12-28", 9);
        before.forEach(each -> alarms.ring(each.clock(), each.alarmNo()));
        assertThat(scene.timeline(file)).endsWith(Entry.What.PAUSED);
    }

    @Test
    void whoIsNotToldInTimeThatSomethingIsMissingIsDeemedAccepted() {
        Case file = scene.open(department.application());
        moveTo("2026-11-30", 17);
        scene.ring(alarms, file);
        Case accepted = scene.file(file).now();
        assertThat(accepted.state().id()).isEqualTo("accepted");
        assertThat(accepted.dueAt()).as("counted from the day it was handed in").isEqualTo(endOf("2026-12-21"));
        assertThat(scene.file(file).timeline().getLast())
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo("clock"))
                .satisfies(entry -> assertThat(entry.subject()).isEqualTo("deemAccepted"));
        assertThat(scene.timeline(file)).doesNotContain(Entry.What.OVERDUE);
    }

    @Test
    void aBrokenPromiseStaysBroken() {
        Case file = inReview();
        moveTo("2026-12-21", 18);
        scene.ring(alarms, file);
        Step handler = step(file, department.officer).because("来不及").proving("听证通知");
        assertThat(cases.pause(handler, "decision", "hearing")).isInstanceOf(Handling.RanOut.class);
        assertThat(cases.askExtension(handler, "decision")).isInstanceOf(Handling.RanOut.class);
    }

    @Test
    void anExtensionThatNobodyAnsweredIsRefusedWhenTheClockRunsOut() {
        Case file = inReview();
        done(cases.askExtension(step(file, department.officer).because("案情复杂"), "decision"));
        moveTo("2026-12-21", 18);
        scene.ring(alarms, file);
        assertThat(cases.answerExtension(step(file, department.head), "decision", true))
                .isInstanceOf(Handling.NotNow.class);
        assertThat(scene.file(file).tasks())
                .noneSatisfy(task -> assertThat(task.name().en()).startsWith("Decide on more time"));
    }

    @Test
    void everyClockThatRunsHasItsAlarmAndNoOtherHas() {
        Case file = inReview();
        assertThat(alarmsOf(file))
                .containsExactly(
                        Scene.endOf("2026-12-17").minus(Duration.ofHours(8)).toString());
        done(cases.pause(step(file, department.officer).proving("听证通知"), "decision", "hearing"));
        assertThat(alarmsOf(file)).isEmpty();
        done(cases.resume(step(file, department.officer), "decision"));
        assertThat(alarmsOf(file)).hasSize(1);
        done(cases.fire(step(file, department.officer).because("不办了"), "withdraw"));
        assertThat(alarmsOf(file)).isEmpty();
    }

    private List<String> alarmsOf(Case file) {
        return scene.database
                .sql("select alarm_at from cases.clock where case_id = ? and alarm_at is not null")
                .param(file.id())
                .query((row, _) ->
                        Objects.requireNonNull(row.getTimestamp(1)).toInstant().toString())
                .list();
    }

    @Test
    void whatIsDueRingsByItself() throws InterruptedException {
        Case file = inReview();
        moveTo("2026-12-21", 18);
        alarmClock.look();
        await(() -> scene.timeline(file).contains(Entry.What.OVERDUE));
        await(() -> alarmsOf(file).size() == 1);
        assertThat(alarmsOf(file))
                .as("the next level")
                .containsExactly(endOf("2026-12-24").toString());
    }

    @Test
    void sixtyThatCannotRingDoNotKeepOthersFromRinging() throws InterruptedException {
        List<Case> broken = IntStream.range(0, 60)
                .mapToObj(_ -> scene.open(department.application()))
                .toList();
        Case sound = scene.open(department.application());
        Long[] ids = broken.stream().map(Case::id).toArray(Long[]::new);
        scene.database
                .sql("update cases.clock set clock = 'broken ' || clock where case_id = any (?::bigint[])")
                .param(ids)
                .update();
        try {
            moveTo("2026-11-30", 17);
            await(() -> scene.file(sound).now().state().id().equals("accepted"));
        } finally {
            scene.database.sql("""
                            update cases.clock set clock = substr(clock, 8), alarm_at = null
                             where case_id = any (?::bigint[]) and clock like 'broken %'""").param(ids).update();
        }
    }

    private static void await(BooleanSupplier reached) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(until);
            Thread.sleep(50);
        }
    }

    @Test
    void aYearWithoutATableIsSaidAndTheCaseStillHasItsOwner(
            @Autowired Times times,
            @Autowired Clocks clocks,
            @Autowired Tasks tasks,
            @Autowired Owners owners,
            @Autowired Works works,
            @Autowired JdbcCases jdbcCases,
            @Autowired PlatformTransactionManager transactions) {
        moveTo("2026-12-28", 10);
        Opening opening = cases.open(department.application(), Actor.house("test"));
        assertThat(opening)
                .isInstanceOfSatisfying(
                        Opening.Opened.class,
                        opened -> assertThat(opened.missingYear()).isEqualTo(2027));
        Case file = Scene.opened(opening);
        assertThat(file.dueAt()).isNull();
        assertThat(file.owner()).isEqualTo(department.officer.account());
        assertThat(scene.file(file).timeline())
                .filteredOn(entry -> entry.what() == Entry.What.UNDATED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.target()).isEqualTo("2027"));
        assertThat(cases.pause(step(file, department.officer).proving("无"), "decision", "hearing"))
                .as("that clock does not run yet")
                .isInstanceOf(Handling.NotNow.class);

        Clockwork later = new Clockwork(new Reckoning(new EveryWeekday(), times), clocks, tasks, owners, times);
        new Alarms(jdbcCases, works, later, clocks, owners, times, scene.database, transactions).dateTheUndated();
        Case dated = scene.file(file).now();
        assertThat(dated.dueAt()).isEqualTo(endOf("2027-01-04"));
        assertThat(alarmsOf(file)).hasSize(1);
    }

    /// The calendar with next year's table in it.
    private static final class EveryWeekday implements WorkingCalendar {
        @Override
        public boolean isHoliday(LocalDate day) {
            return false;
        }

        @Override
        public boolean isWorkingDay(LocalDate day) {
            return day.getDayOfWeek().getValue() <= 5;
        }

        @Override
        public LocalDate plus(LocalDate from, int workingDays) {
            LocalDate day = from;
            for (int left = workingDays; left > 0; ) {
                day = day.plusDays(1);
                left -= isWorkingDay(day) ? 1 : 0;
            }
            return day;
        }

        @Override
        public int between(LocalDate from, LocalDate to) {
            return (int) from.plusDays(1)
                    .datesUntil(to.plusDays(1))
                    .filter(this::isWorkingDay)
                    .count();
        }

        @Override
        public LocalDateTime plus(LocalDateTime from, Duration workingTime) {
            return from.plus(workingTime);
        }

        @Override
        public Duration between(LocalDateTime from, LocalDateTime to) {
            return Duration.between(from, to);
        }
    }
}
