package org.rongyi.city.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.rongyi.city.cases.Scene.done;
import static org.rongyi.city.cases.Scene.step;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.cases.WorkList.Bucket;
import org.rongyi.city.cases.WorkList.Query;
import org.rongyi.city.cases.WorkList.Whose;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@CityTest
class WorkListTest {
    private static final int MANY = 100_000;
    private static final int PAGE = 50;

    private final Scene scene;
    private final Cases cases;
    private final WorkList list;
    private final TestClock clock;
    private final Department department;
    private final TransactionTemplate transaction;

    @Autowired
    WorkListTest(
            Cases cases,
            CaseFiles files,
            WorkList list,
            JdbcClient database,
            TestClock clock,
            People people,
            PlatformTransactionManager transactions) {
        this.scene = new Scene(cases, files, database, clock);
        this.cases = cases;
        this.list = list;
        this.clock = clock;
        this.department = Department.with(people);
        this.transaction = new TransactionTemplate(transactions);
    }

    private Query query(Whose whose, Acting who, @Nullable Bucket bucket) {
        return Query.of(whose, who.account(), department.name).in(bucket);
    }

    private Case promised(int days, @Nullable Acting handler) {
        NewCase what = NewCase.of("errand", "第 " + days + " 天的事", "某园区（测试）", department.name)
                .promising("promise", days);
        return scene.open(handler == null ? what : what.handledBy(handler.account()));
    }

    @Test
    void mineMyDepartmentsAndWhatNobodyHasTaken() {
        promised(3, department.officer);
        promised(2, department.colleague);
        promised(1, null);
        assertThat(titles(Whose.MINE)).containsExactly("第 3 天的事");
        assertThat(titles(Whose.FREE)).containsExactly("第 1 天的事");
        assertThat(titles(Whose.MINE_AND_FREE)).containsExactly("第 1 天的事", "第 3 天的事");
        assertThat(titles(Whose.UNIT)).containsExactly("第 1 天的事", "第 2 天的事", "第 3 天的事");
    }

    private List<String> titles(Whose whose) {
        return list.page(query(whose, department.officer, null), null, PAGE).items().stream()
                .map(WorkList.Item::title)
                .toList();
    }

    @Test
    void bucketsFollowTheDayAndWhatStandsStillHasNone() {
        promised(1, department.officer);
        promised(2, department.officer);
        promised(6, department.officer);
        Case paused = scene.open(department.application());
        done(cases.fire(step(paused, department.officer).because("缺平面图").proving("告知书"), "askCorrection"));
        clock.moveTo(LocalDate.of(2026, 11, 25));
        WorkList.Counts counts = list.counts(query(Whose.UNIT, department.officer, null));
        assertThat(counts.of(Bucket.OVERDUE)).isEqualTo(1);
        assertThat(counts.of(Bucket.TODAY)).isEqualTo(1);
        assertThat(counts.of(Bucket.WEEK)).isZero();
        assertThat(counts.of(Bucket.LATER)).isEqualTo(1);
        assertThat(counts.of(Bucket.WAITING)).isEqualTo(1);
        assertThat(counts.all()).isEqualTo(4);
        for (Bucket bucket : Bucket.values()) {
            assertThat(list.page(query(Whose.UNIT, department.officer, bucket), null, PAGE)
                            .items())
                    .as(bucket.name())
                    .hasSize(counts.of(bucket))
                    .allSatisfy(item -> assertThat(item.bucket()).isEqualTo(bucket));
        }
    }

    @Test
    void pagesFollowOneAnotherWithoutGapAlsoWhenSomethingIsDoneMeanwhile() {
        List<Case> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(promised(1 + i % 3, department.officer));
        }
        Query query = query(Whose.MINE, department.officer, null);
        WorkList.Page first = list.page(query, null, 3);
        assertThat(first.items()).hasSize(3);
        long doneMeanwhile = first.items().getFirst().caseId();
        done(cases.fire(Step.of(doneMeanwhile, Actor.of(department.officer)).because("办好了"), "finish"));
        List<Long> seen = new ArrayList<>(
                first.items().stream().map(WorkList.Item::caseId).toList());
        String next = first.next();
        while (next != null) {
            WorkList.Page page = list.page(query, next, 3);
            page.items().forEach(item -> seen.add(item.caseId()));
            next = page.next();
        }
        assertThat(seen)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(all.stream().map(Case::id).toList());
        assertThat(list.page(query, "nonsense", 3).items())
                .as("a broken cursor is the start")
                .hasSize(3);
    }

    @Test
    void whatIsLookedForIsFoundByTitleApplicantOrNumber() {
        Case file = promised(4, department.officer);
        promised(5, department.officer);
        for (String text : List.of("第 4 天", file.number(TestClock.SHANGHAI), Long.toString(file.id()))) {
            Query query = query(Whose.UNIT, department.officer, null).saying(text);
            assertThat(list.page(query, null, PAGE).items())
                    .as(text)
                    .extracting(WorkList.Item::caseId)
                    .containsExactly(file.id());
            assertThat(list.counts(query).all()).isEqualTo(1);
        }
        Query percent = query(Whose.UNIT, department.officer, null).saying("%");
        assertThat(list.page(percent, null, PAGE).items()).isEmpty();
    }

    @Test
    void whatWaitsForAFirmIsTheFirmsTask() {
        CreditCode firm = TestFirms.newCode();
        Case file = scene.open(department.application().forFirm(firm));
        assertThat(list.ofFirm(firm)).isEmpty();
        done(cases.fire(step(file, department.officer).because("缺平面图").proving("告知书"), "askCorrection"));
        assertThat(list.ofFirm(firm)).singleElement().satisfies(item -> {
            assertThat(item.task().en()).isEqualTo("Correct what was handed in");
            assertThat(item.state().zh()).isEqualTo("等申请人补正");
        });
        WorkList.Page department = list.page(query(Whose.UNIT, this.department.officer, null), null, PAGE);
        assertThat(department.items())
                .as("the department waits")
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.bucket()).isEqualTo(Bucket.WAITING);
                    assertThat(item.dueAt()).isNotNull();
                });
    }

    @Test
    void aListIsNarrowedToAnItemAndSaysWhichThereAre() {
        promised(3, department.officer);
        scene.open(department.application());
        scene.open(department.application());
        Query all = query(Whose.UNIT, department.officer, null);
        assertThat(list.choices(all))
                .extracting(WorkList.Choice::kind, WorkList.Choice::title, WorkList.Choice::tasks)
                .containsExactly(tuple("application", "食品经营许可", 2), tuple("errand", "第 3 天的事", 1));
        Query food = all.about("application", "食品经营许可");
        assertThat(list.page(food, null, PAGE).items()).hasSize(2);
        assertThat(list.counts(food).all()).isEqualTo(2);
        assertThat(list.page(all.about("errand", null), null, PAGE).items()).hasSize(1);
    }

    @Test
    void aPageOfAHundredThousandOpenTasksIsReadFromAnIndexInItsOrder() {
        Case file = promised(1, department.officer);
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            scene.database.sql("""
                            insert into cases.task (case_id, what, zh, en, unit, assignee, due_at, opened_at, kind,
                                                    title, applicant, waits)
                            select ?, 'STATE', '办', 'do', ?, case when n % 3 > 0 then 'officer-' || n % 40 end,
                                   now() + n * interval '1 minute', now(), 'errand', '事 ' || n % 60, '某店', false
                              from generate_series(1, ?) n""").params(file.id(), department.name, MANY).update();
            scene.database.sql("analyze cases.task").update();
            for (Whose whose : Whose.values()) {
                String plan = plan(whose);
                assertThat(plan).as(whose + "\n" + plan).contains("Index Scan").doesNotContain("Seq Scan on task");
                assertThat(read(plan))
                        .as("rows that " + whose + " reads\n" + plan)
                        .isLessThan(4 * PAGE);
            }
        });
    }

    /// What PostgreSQL really did, for the page in the middle of the list.
    private String plan(Whose whose) {
        String sql = JdbcWorkList.sql(Query.of(whose, "", ""));
        List<String> lines = scene.database
                .sql("explain (analyze, costs off, timing off, summary off, buffers off) " + sql)
                .param("account", "officer-7")
                .param("unit", department.name)
                .param("afterWaits", false)
                .param("afterDue", TestClock.START.plusSeconds(60L * MANY / 2).toString())
                .param("afterId", 0)
                .param("limit", PAGE)
                .query((row, _) -> row.getString(1))
                .list();
        return String.join("\n", lines);
    }

    private static long read(String plan) {
        return Pattern.compile("task.*actual rows=(\\d+)")
                .matcher(plan)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }
}
