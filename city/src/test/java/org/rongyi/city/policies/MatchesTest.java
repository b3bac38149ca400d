package org.rongyi.city.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.rongyi.city.enterprises.TestFirms.declaration;
import static org.rongyi.city.enterprises.TestFirms.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.enterprises.Contests;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.policies.Match.Verdict;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.rules.Row;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/// Verdicts of the shipped policies are used as examples: P03 halves the income tax of sole traders.
@CityTest
class MatchesTest {
    private static final String SOLE_TRADER = "个体工商户";
    private static final String TAX_CUT = "P03";

    private final Matches matches;
    private final Enterprises enterprises;
    private final Contests contests;
    private final Portraits portraits;
    private final TestClock clock;
    private final JdbcTemplate database;
    private CreditCode firm = TestFirms.newCode();

    MatchesTest(
            @Autowired Matches matches,
            @Autowired Enterprises enterprises,
            @Autowired Contests contests,
            @Autowired Portraits portraits,
            @Autowired TestClock clock,
            @Autowired JdbcTemplate database) {
        this.matches = matches;
        this.enterprises = enterprises;
        this.contests = contests;
        this.portraits = portraits;
        this.clock = clock;
        this.database = database;
    }

    @BeforeEach
    void aSoleTrader() {
        firm = TestFirms.newCode();
        enterprises.record(
                report(firm, "市监", "2024-01-01", Map.of("entityName", "测试面馆（演示）", "entityType", SOLE_TRADER)));
    }

    private Match today(String policy) {
        return matches.forFirm(firm, clock.today()).orElseThrow().of(policy).orElseThrow();
    }

    private void declare(String element, Object value) {
        enterprises.record(declaration(firm, clock.today().toString(), Map.of(element, value)));
    }

    private List<RecordedMatch> historyOf(String policy) {
        return matches.history(firm, 0, 500).newestFirst().stream()
                .filter(line -> line.policyId().equals(policy))
                .toList();
    }

    private @Nullable Verdict verdictOnRecord(String policy) {
        return historyOf(policy).getFirst().verdict();
    }

    @Test
    void everyPolicyInForceIsJudgedAndNoOther() {
        Judgement judgement = matches.forFirm(firm, clock.today()).orElseThrow();
        assertThat(judgement.matches()).hasSizeGreaterThan(20);
        assertThat(judgement.of(TAX_CUT).orElseThrow().verdict()).isEqualTo(Verdict.ELIGIBLE);
        assertThat(judgement.of("P09")).isEmpty();
        assertThat(matches.forFirm(firm, LocalDate.of(2026, 3, 31))
                        .orElseThrow()
                        .of("P09"))
                .isPresent();
    }

    @Test
    void aFirmThatTheRegisterDoesNotKnowHasNoJudgement() {
        CreditCode stranger = TestFirms.newCode();
        assertThat(matches.forFirm(stranger, clock.today())).isEmpty();
        assertThat(matches.history(stranger, 0, 5).newestFirst()).isEmpty();
    }

    @Test
    void nearlySaysWhatMustBeKnownBesides() {
        Row data = Row.of(Map.of("avgStaff", new BigDecimal("12.5"), "keyGroupHires", BigDecimal.ONE));
        Match match = matches.judge(data, clock.today()).of("P19").orElseThrow();
        assertThat(match.verdict()).isEqualTo(Verdict.NEARLY);
        assertThat(match.step())
                .isNotNull()
                .extracting(Match.Step::unknown)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.ITERABLE)
                .contains("newHireContractMonths")
                .doesNotContain("avgStaff", "keyGroupHires");
        assertThat(match.step())
                .isNotNull()
                .satisfies(step -> assertThat(step.margin().distance()).isEqualByComparingTo("-0.25"));
    }

    @Test
    void aFirmOverALimitIsNotPromisedWhatShrinkingWouldBring() {
        Row data = Row.of(Map.of("avgStaff", new BigDecimal("312"), "taxableIncome", new BigDecimal("120")));
        Match match = matches.judge(data, clock.today()).of("P01").orElseThrow();
        assertThat(match.verdict()).isEqualTo(Verdict.NOT_ELIGIBLE);
        assertThat(match.amountYuan()).isNull();
    }

    /// Who pays no corporate income tax is not asked for what only its reliefs need.
    @Test
    void aSoleTraderIsNotAskedForWhatItCannotBeGranted() {
        for (String policy : List.of("P06", "P07", "P08")) {
            assertThat(today(policy).verdict()).as(policy).isEqualTo(Verdict.NOT_ELIGIBLE);
        }
        assertThat(questions(firm, 100))
                .extracting(question -> question.element().id())
                .doesNotContain("rdExpense", "hitechInnovationScore", "techStaffRatio");
    }

    private List<Question> questions(CreditCode of, int limit) {
        return matches.questions(portraits.current(of).orElseThrow(), limit);
    }

    @Test
    void aLargeFirmIsNotAskedAboutItsFounder() {
        Row factory = Row.of(Map.of(
                "entityType", "有限责任公司",
                "registrationState", "存续",
                "industryCode", "C3525",
                "avgStaff", new BigDecimal("312"),
                "annualRevenue", new BigDecimal("9860")));
        assertThat(matches.judge(factory, clock.today()).of("P20").orElseThrow().verdict())
                .isEqualTo(Verdict.NOT_ELIGIBLE);
        assertThat(matches.questions(factory, clock.today(), 100))
                .extracting(question -> question.element().id())
                .doesNotContain("founderGroups");
    }

    @Test
    void ofTwoPoliciesForOneMatterTheSecondIsNotAddedButCompared() {
        Row data = Row.of(Map.of(
                "entityType", "有限责任公司",
                "restrictedIndustry", false,
                "taxableIncome", new BigDecimal("100"),
                "avgStaff", new BigDecimal("20"),
                "avgAssets", new BigDecimal("300")));
        Judgement judgement = matches.judge(data, clock.today());
        assertThat(judgement.of("P01").orElseThrow().rival()).isNull();
        Match other = judgement.of("P07").orElseThrow();
        assertThat(other.rival())
                .isNotNull()
                .satisfies(rival -> assertThat(rival.policy().id()).isEqualTo("P01"));
        assertThat(other.moreThanRival()).isEqualByComparingTo("-100000");
    }

    /// README: a contested fact never counts against the firm.
    @Test
    void whatWasCertainBeforeAContestStandsUntilItIsAnswered() {
        enterprises.record(report(firm, "税务", "2026-10-31", Map.of("taxableIncome", new BigDecimal("3"))));
        BigDecimal before = standing().totalYuan();
        assertThat(before).isPositive();
        contests.open(firm, "taxableIncome", new BigDecimal("2"), "少报了一笔成本", "owner");
        contests.open(firm, "entityType", null, "已经改成公司了", "owner");
        assertThat(today(TAX_CUT).verdict()).isEqualTo(Verdict.UNDETERMINED);
        Match stands = standing().of(TAX_CUT).orElseThrow();
        assertThat(stands.verdict()).isEqualTo(Verdict.ELIGIBLE);
        assertThat(stands.amountYuan()).isEqualByComparingTo("750");
        assertThat(stands.contested()).containsExactly("entityType", "taxableIncome");
        assertThat(standing().totalYuan()).isEqualByComparingTo(before);
    }

    private Judgement standing() {
        return matches.standing(portraits.current(firm).orElseThrow());
    }

    @Test
    void anAnswerCountsAtOnce() {
        assertThat(today(TAX_CUT).amountYuan()).isNull();
        declare("taxableIncome", new BigDecimal("3"));
        assertThat(today(TAX_CUT).amountYuan()).isEqualByComparingTo("750");
    }

    @Test
    void aNewFactIsJudgedAndRecordedThoughNobodyLooks() {
        await().untilAsserted(() -> assertThat(historyOf(TAX_CUT)).hasSize(1));
        declare("taxableIncome", new BigDecimal("3"));
        await().untilAsserted(() -> assertThat(historyOf(TAX_CUT)).hasSize(2));
        RecordedMatch last = historyOf(TAX_CUT).getFirst();
        assertThat(last.amountYuan()).isEqualByComparingTo("750");
        assertThat(last.values()).isEqualTo(Map.of("entityType", SOLE_TRADER, "taxableIncome", new BigDecimal("3")));
        assertThat(last.asOf()).isEqualTo(clock.today());
    }

    @Test
    void judgingAgainWithoutNewsRecordsNothing() {
        today(TAX_CUT);
        int lines = matches.history(firm, 0, 500).newestFirst().size();
        today(TAX_CUT);
        clock.pass(Duration.ofHours(1));
        today(TAX_CUT);
        assertThat(matches.history(firm, 0, 500).newestFirst()).hasSize(lines);
    }

    @Test
    void aPartOfTheHistoryKnowsHowEachPolicyWasJudgedBefore() {
        today(TAX_CUT);
        clock.pass(Duration.ofHours(1));
        declare("taxableIncome", new BigDecimal("3"));
        today(TAX_CUT);
        Matches.History latest = matches.history(firm, 0, 1);
        assertThat(latest.moments()).isGreaterThan(1);
        assertThat(latest.newestFirst())
                .extracting(RecordedMatch::recordedAt)
                .containsOnly(latest.newestFirst().getFirst().recordedAt());
        assertThat(latest.before()).extracting(RecordedMatch::policyId).contains(TAX_CUT);
        Matches.History first = matches.history(firm, latest.moments() - 1, 1);
        assertThat(first.newestFirst()).isNotEmpty();
        assertThat(first.before()).isEmpty();
    }

    @Test
    void ofManyWhoOpenTheHomeAtOnceOneRecords() throws Exception {
        List<Callable<Judgement>> visits = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            visits.add(() -> matches.forFirm(firm, clock.today()).orElseThrow());
        }
        try (var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Judgement> visit : visitors.invokeAll(visits)) {
                visit.get();
            }
        }
        assertThat(matches.history(firm, 0, 500).newestFirst())
                .extracting(RecordedMatch::policyId)
                .doesNotHaveDuplicates()
                .contains(TAX_CUT);
    }

    @Test
    void aTextThatEndsIsOnRecordWhenTheFirmIsNextJudged() {
        await().untilAsserted(() -> assertThat(historyOf(TAX_CUT)).hasSize(1));
        clock.moveTo(LocalDate.of(2027, 12, 31));
        today(TAX_CUT);
        clock.moveTo(LocalDate.of(2028, 1, 1));
        assertThat(matches.forFirm(firm, clock.today()).orElseThrow().of(TAX_CUT))
                .isEmpty();
        RecordedMatch ended = historyOf(TAX_CUT).getFirst();
        assertThat(ended.verdict()).isNull();
        assertThat(ended.asOf()).isEqualTo("2028-01-01");
        assertThat(matches.replay(ended)).isEmpty();
        matches.forFirm(firm, clock.today());
        assertThat(historyOf(TAX_CUT)).hasSize(2);
    }

    @Test
    void aPastDayIsJudgedWithoutARecord() {
        await().untilAsserted(() -> assertThat(historyOf(TAX_CUT)).hasSize(1));
        assertThat(matches.forFirm(firm, LocalDate.of(2023, 6, 1)).orElseThrow().of(TAX_CUT))
                .map(Match::verdict)
                .contains(Verdict.UNDETERMINED);
        assertThat(historyOf(TAX_CUT)).hasSize(1);
    }

    @Test
    void aRecordReplaysToTheVerdictOfThenWhateverIsKnownNow() {
        today(TAX_CUT);
        enterprises.record(report(firm, "市监", "2026-01-01", Map.of("entityType", "有限责任公司")));
        assertThat(today(TAX_CUT).verdict()).isEqualTo(Verdict.NOT_ELIGIBLE);
        assertThat(verdictOnRecord(TAX_CUT)).isEqualTo(Verdict.NOT_ELIGIBLE);
        for (RecordedMatch line : matches.history(firm, 0, 500).newestFirst()) {
            Match then = matches.replay(line).orElseThrow();
            assertThat(then.verdict()).as(line.policyId()).isEqualTo(line.verdict());
            assertThat(then.missing()).as(line.policyId()).isEqualTo(line.missing());
            assertThat(then.amountYuan()).as(line.policyId()).isEqualTo(line.amountYuan());
        }
        assertThat(historyOf(TAX_CUT))
                .extracting(RecordedMatch::verdict)
                .containsExactly(Verdict.NOT_ELIGIBLE, Verdict.ELIGIBLE);
    }

    @Test
    void aFirmFindsItsOwnLinesOnly() {
        today(TAX_CUT);
        RecordedMatch line = historyOf(TAX_CUT).getFirst();
        assertThat(matches.recorded(firm, line.id())).contains(line);
        assertThat(matches.recorded(TestFirms.newCode(), line.id())).isEmpty();
    }

    @Test
    void whatIsRecordedCannotBeChanged() {
        today(TAX_CUT);
        assertThatThrownBy(() -> database.update("delete from policies.match_record where firm = ?", firm.value()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never change");
    }

    @Test
    void onlyWhatTheFirmMaySayIsAskedAndNeverWhatIsKnown() {
        declare("taxableIncome", new BigDecimal("3"));
        List<Question> questions = questions(firm, 100);
        assertThat(questions)
                .isNotEmpty()
                .allMatch(question -> question.element().selfDeclared());
        assertThat(questions).allMatch(question -> question.element().ask() != null);
        assertThat(questions)
                .extracting(question -> question.element().id())
                .doesNotContain("taxableIncome", "entityType")
                .doesNotHaveDuplicates();
        assertThat(questions(firm, 2)).isEqualTo(questions.subList(0, 2));
    }

    @Test
    void everyQuestionNamesThePoliciesThatWaitForIt() {
        Judgement judgement = matches.forFirm(firm, clock.today()).orElseThrow();
        for (Question question : questions(firm, 100)) {
            Set<String> waiting = new TreeSet<>();
            judgement.with(Verdict.UNDETERMINED).stream()
                    .filter(match -> match.missing().contains(question.element().id()))
                    .forEach(match -> waiting.add(match.policy().id()));
            assertThat(new TreeSet<>(question.policies())).isEqualTo(waiting);
            assertThat(question.decides()).isLessThanOrEqualTo(waiting.size());
        }
    }

    @Test
    void aContestedFactIsNotAskedAgain() {
        enterprises.record(report(firm, "残联", "2026-01-01", Map.of("disabledStaffRatio", BigDecimal.ZERO)));
        contests.open(firm, "disabledStaffRatio", new BigDecimal("0.02"), "有一位持证职工", "owner");
        assertThat(today("P13").missing()).contains("disabledStaffRatio");
        assertThat(questions(firm, 100))
                .extracting(question -> question.element().id())
                .doesNotContain("disabledStaffRatio");
    }

    @Test
    void aVisitorIsAlsoAskedWhatADepartmentWouldKnow() {
        Map<String, Object> answers = new TreeMap<>();
        int asked = 0;
        List<Question> next = matches.questions(Row.of(answers), clock.today(), 1);
        assertThat(matches.questions(Row.of(answers), clock.today(), 100))
                .extracting(question -> question.element().id())
                .contains("entityType");
        while (!next.isEmpty() && asked++ < 200) {
            var element = next.getFirst().element();
            assertThat(answers).doesNotContainKey(element.id());
            answers.put(
                    element.id(),
                    switch (element.element().type()) {
                        case NUMBER -> BigDecimal.ONE;
                        case TEXT, CODE -> "X";
                        case CODES -> Set.of();
                        case BOOLEAN -> false;
                        case DATE -> LocalDate.of(2025, 1, 1);
                    });
            next = matches.questions(Row.of(answers), clock.today(), 1);
        }
        assertThat(next).isEmpty();
        assertThat(asked).isBetween(10, 100);
    }
}
