package org.rongyi.city.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.CaseFile;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.InnerStep;
import org.rongyi.city.cases.InnerSteps;
import org.rongyi.city.cases.NewCase;
import org.rongyi.city.cases.Opening;
import org.rongyi.city.cases.Step;
import org.rongyi.city.cases.WorkList;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.definitions.procedure.Shipped;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@CityTest
class CaseInAProcedureTest {
    private static final String ITEM = "foodLicence";

    private final Cases cases;
    private final CaseFiles files;
    private final InnerSteps steps;
    private final WorkList list;
    private final Procedures procedures;
    private final Conduct conduct;
    private final People people;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final String unit = "流程局-" + UUID.randomUUID().toString().substring(0, 6);
    private final Acting officer;
    private final Acting colleague;
    private final Acting administrator;

    @Autowired
    CaseInAProcedureTest(
            Cases cases,
            CaseFiles files,
            InnerSteps steps,
            WorkList list,
            Procedures procedures,
            Conduct conduct,
            People people,
            JdbcClient database,
            PlatformTransactionManager transactions) {
        this.cases = cases;
        this.files = files;
        this.steps = steps;
        this.list = list;
        this.procedures = procedures;
        this.conduct = conduct;
        this.people = people;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        officer = person(unit, Role.OFFICER);
        colleague = person(unit, Role.OFFICER);
        administrator = person("", Role.ADMINISTRATOR);
    }

    private Acting person(String department, Role role) {
        Person person = new Person("proc-" + UUID.randomUUID(), "流程（测试）", department, Set.of(role));
        people.register(person, "not-to-be-guessed");
        return new Acting(person, null);
    }

    private long review() {
        return procedures.upload("review.bpmn", Shipped.review(), administrator).id();
    }

    private Case open(long text) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            NewCase what = NewCase.of("application", "食品经营许可", "江畔小馆（测试）", unit).handledBy(officer.account());
            if (cases.open(what, Actor.house("test")) instanceof Opening.Opened(Case opened, int _)) {
                conduct.begin(opened, text);
                return opened;
            }
            throw new AssertionError("not opened");
        }));
    }

    private Step step(Case file, Acting by) {
        return Step.of(file.id(), Actor.of(by));
    }

    private void fire(Case file, String event) {
        assertThat(cases.fire(step(file, officer), event)).isInstanceOf(Handling.Done.class);
    }

    private Handling answer(Step step, String key, String answer) {
        return steps.answer(step, key, answer);
    }

    private List<String> openSteps(Case file) {
        return steps.open(file.id()).stream().map(InnerStep::key).toList();
    }

    private List<String> tasks(Case file, Acting of) {
        return list.page(WorkList.Query.of(WorkList.Whose.MINE_AND_FREE, of.account(), unit), null, 50).items().stream()
                .filter(item -> item.caseId() == file.id())
                .map(item -> item.task().zh())
                .toList();
    }

    @Test
    void theShippedReviewLeadsACaseOverASiteCheckToItsDecision() {
        Case file = open(review());
        assertThat(tasks(file, officer)).containsExactly("决定是否受理");
        fire(file, "accept");
        fire(file, "beginReview");
        assertThat(openSteps(file)).containsExactly("check");
        assertThat(tasks(file, officer)).as("the step is what there is to do").containsExactly("审查材料");
        assertThat(cases.fire(step(file, officer), "grant"))
                .as("no decision past an open step")
                .isInstanceOf(Handling.StepsOpen.class);

        assertThat(answer(step(file, officer), "check", "f8"))
                .as("the clock will stand still: for which paper")
                .isInstanceOf(Handling.Missing.class);
        assertThat(answer(step(file, officer).proving("现场核查通知 12 号"), "check", "f8"))
                .isInstanceOf(Handling.Done.class);
        assertThat(files.find(file.id()).orElseThrow().paused()).isTrue();
        assertThat(tasks(file, colleague)).as("anybody of the department goes").containsExactly("现场核查");

        assertThat(answer(step(file, colleague).because("厨房和图纸一样"), "site", "f10"))
                .isInstanceOf(Handling.Done.class);
        assertThat(files.find(file.id()).orElseThrow().paused()).isFalse();
        assertThat(answer(step(file, officer), "check", "f7")).isInstanceOf(Handling.Done.class);
        assertThat(tasks(file, officer)).containsExactly("审查并决定");
        fire(file, "grant");
        Standing standing = conduct.of(file.id()).orElseThrow();
        assertThat(standing.ended()).isTrue();
        assertThat(standing.here()).isEmpty();
        CaseFile whole = files.open(file.id(), officer).orElseThrow();
        assertThat(whole.timeline().stream().map(entry -> entry.what() + " " + entry.subject()))
                .contains("STEP_ASKED 现场核查 / Site check", "PAUSED decision", "RESUMED decision");
        assertThat(files.verify(file.id())).isInstanceOf(CaseFiles.Verification.Intact.class);
    }

    @Test
    void anOfficerOfAnotherDepartmentMayNotDoTheStep() {
        Case file = open(review());
        fire(file, "accept");
        fire(file, "beginReview");
        assertThat(answer(step(file, colleague), "check", "f7")).isInstanceOf(Handling.NotYours.class);
    }

    @Test
    void whatIsTakenBackLeavesNothingInTheCaseAndNothingInTheEngine() {
        Case file = open(review());
        fire(file, "accept");
        fire(file, "beginReview");
        long before = tokens();
        transaction.executeWithoutResult(status -> {
            assertThat(answer(step(file, officer), "check", "f7")).isInstanceOf(Handling.Done.class);
            status.setRollbackOnly();
        });
        assertThat(openSteps(file)).containsExactly("check");
        assertThat(tokens()).isEqualTo(before);
        assertThat(answer(step(file, officer), "check", "f7")).isInstanceOf(Handling.Done.class);
    }

    private long tokens() {
        return database.sql("select count(*) from bpm.act_ru_task")
                .query(Long.class)
                .single();
    }

    /// Whoever gets the connection next finds every table where it always was.
    @Test
    void theEngineLeavesTheConnectionAsItWas() {
        long text = review();
        String outside = searchPath();
        transaction.executeWithoutResult(_ -> {
            open(text);
            assertThat(searchPath()).isEqualTo(outside).doesNotContain("bpm");
        });
    }

    private String searchPath() {
        return database.sql("show search_path").query(String.class).single();
    }

    @Test
    void aWithdrawnCaseLeavesNothingToDo() {
        Case file = open(review());
        fire(file, "accept");
        fire(file, "beginReview");
        assertThat(cases.fire(step(file, officer).because("企业撤回"), "withdraw")).isInstanceOf(Handling.Done.class);
        assertThat(openSteps(file)).isEmpty();
        assertThat(tasks(file, officer)).isEmpty();
        assertThat(conduct.of(file.id()).orElseThrow().ended()).isTrue();
        assertThat(database.sql("select count(*) from bpm.act_ru_execution where business_key_ = ?")
                        .param(Long.toString(file.id()))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aStepGoesWithTheCaseToAnotherHandler() {
        Case file = open(review());
        fire(file, "accept");
        fire(file, "beginReview");
        assertThat(cases.assign(step(file, officer), colleague.account())).isInstanceOf(Handling.Done.class);
        assertThat(tasks(file, officer)).isEmpty();
        assertThat(tasks(file, colleague)).containsExactly("审查材料");
        assertThat(answer(step(file, colleague), "check", "f7")).isInstanceOf(Handling.Done.class);
    }

    @Test
    void aProcedureWithFaultsIsKeptButNotUsed() {
        byte[] bad = new String(Shipped.review(), StandardCharsets.UTF_8)
                .replace("rongyi:who=\"UNIT\"", "rongyi:who=\"boss\"")
                .getBytes(StandardCharsets.UTF_8);
        ProcedureText text = procedures.upload("bad.bpmn", bad, administrator);
        assertThat(text.reading().faults()).hasSize(2);
        assertThat(procedures.use(text.id(), ITEM, administrator)).isInstanceOf(Procedures.Using.Faulty.class);
        assertThat(procedures.trial(text.id(), List.of())).isInstanceOf(Trial.Impossible.class);
        assertThat(procedures.use(review(), "noSuchItem", administrator))
                .isInstanceOf(Procedures.Using.NoSuchItem.class);
    }

    /// Somebody else took another text into use after the page was opened.
    @Test
    void whoStopsFromAnOldPageStopsNoOtherText() {
        byte[] other = new String(Shipped.review(), StandardCharsets.UTF_8)
                .replace("</definitions>", "<!-- " + unit + " --></definitions>")
                .getBytes(StandardCharsets.UTF_8);
        long second = procedures.upload("other.bpmn", other, administrator).id();
        String item = "seal-engraving";
        assertThat(procedures.use(review(), item, administrator)).isInstanceOf(Procedures.Using.Done.class);
        assertThat(procedures.use(second, item, administrator)).isInstanceOf(Procedures.Using.Done.class);
        assertThat(procedures.stop(review(), item, administrator)).isFalse();
        assertThat(procedures.inUse()).containsEntry(item, second);
        assertThat(procedures.stop(second, item, administrator)).isTrue();
        assertThat(procedures.inUse()).doesNotContainKey(item);
    }

    @Test
    void aTrialGoesThroughKernelAndEngineAndLeavesNothing() {
        long text = review();
        Map<String, Long> before = counts();
        Trial trial = procedures.trial(text, List.of("f3", "f5", "f8", "f10", "f7"));
        assertThat(trial).isInstanceOf(Trial.Ran.class);
        Trial.Ran ran = (Trial.Ran) trial;
        assertThat(ran.open()).hasSize(1);
        assertThat(ran.open().getFirst().answers())
                .extracting(answer -> answer.name().zh())
                .containsExactly("准予许可", "不予许可");
        assertThat(procedures.trial(text, List.of("f3", "f5", "f8")))
                .isInstanceOfSatisfying(
                        Trial.Ran.class, at -> assertThat(at.paused()).isTrue());
        assertThat(procedures.trial(text, List.of("f3", "f5", "f7", "f13")))
                .isInstanceOfSatisfying(
                        Trial.Ran.class, at -> assertThat(at.standing().ended()).isTrue());
        assertThat(procedures.trial(text, List.of("f14"))).isInstanceOf(Trial.Refused.class);
        assertThat(counts()).isEqualTo(before);
    }

    /// Of cases that are called like a test case, and of what the engine runs for them.
    private Map<String, Long> counts() {
        return Map.of(
                "cases",
                database.sql("select count(*) from cases.file where title = '试办'")
                        .query(Long.class)
                        .single(),
                "runs",
                database.sql("select count(*) from procedures.run where case_id not in (select id from cases.file)")
                        .query(Long.class)
                        .single());
    }
}
