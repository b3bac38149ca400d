package org.rongyi.city.enterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rongyi.city.enterprises.TestFirms.declaration;
import static org.rongyi.city.enterprises.TestFirms.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;

@CityTest
class ContestsTest {
    private static final String STAFF = "insuredStaff";
    private static final BigDecimal TWENTY = new BigDecimal("20");
    private static final BigDecimal EIGHTEEN = new BigDecimal("18");

    private final Enterprises enterprises;
    private final Portraits portraits;
    private final Contests contests;
    private final TestClock clock;
    private CreditCode firm = TestFirms.newCode();

    ContestsTest(
            @Autowired Enterprises enterprises,
            @Autowired Portraits portraits,
            @Autowired Contests contests,
            @Autowired TestClock clock) {
        this.enterprises = enterprises;
        this.portraits = portraits;
        this.contests = contests;
        this.clock = clock;
    }

    @BeforeEach
    void aFirmWithTwentyInsured() {
        firm = TestFirms.enter(enterprises, "异议店（演示）");
        enterprises.record(report(firm, "人社", "2026-06-30", Map.of(STAFF, TWENTY)));
    }

    private Contest contest(@Nullable Object claimed) {
        return switch (contests.open(firm, STAFF, claimed, "六月有两人离职", "owner")) {
            case Contests.Opening.Opened(Contest contest) -> contest;
            case Contests.Opening other -> throw new AssertionError(other.toString());
        };
    }

    private @Nullable Object staff() {
        return portraits.current(firm).orElseThrow().value(STAFF);
    }

    @Test
    void whileAContestIsOpenRulesSeeTheFactAsMissingAndTheFirmSeesItMarked() {
        contest(EIGHTEEN);
        assertThat(staff()).isNull();
        Portrait.Fact fact = portraits.current(firm).orElseThrow().fact(STAFF).orElseThrow();
        assertThat(fact.contested()).isTrue();
        assertThat(fact.value()).isEqualTo(TWENTY);
    }

    @Test
    void itGoesToTheDepartmentThatSaidItDueInThreeWorkingDays() {
        Contest contest = contest(EIGHTEEN);
        assertThat(contests.openFor("人社", 0, 1_000)).contains(contest);
        assertThat(contests.openFor("税务", 0, 1_000)).doesNotContain(contest);
        Contests.Waiting waiting = contests.waitingFor("人社");
        assertThat(waiting.all()).isEqualTo(contests.openFor("人社", 0, 1_000).size());
        assertThat(contests.openFor("人社", 0, 1)).hasSize(1);
        assertThat(contests.openFor("人社", waiting.all(), 10)).isEmpty();
        assertThat(waiting.nextDue()).isBeforeOrEqualTo(LocalDate.of(2026, 11, 26));
        assertThat(contest.dueOn()).isEqualTo(LocalDate.of(2026, 11, 26));
        assertThat(contest.overdue(LocalDate.of(2026, 11, 26))).isFalse();
        assertThat(contest.overdue(LocalDate.of(2026, 11, 27))).isTrue();
    }

    @Test
    void anUpheldContestCorrectsTheFactAsOfItsOwnDay() {
        Contest contest = contest(EIGHTEEN);
        contests.uphold(contest.id(), EIGHTEEN, "已核对，按离职登记更正", "officer");
        assertThat(staff()).isEqualTo(EIGHTEEN);
        Portrait.Fact fact = portraits.current(firm).orElseThrow().fact(STAFF).orElseThrow();
        assertThat(fact.asOf()).isEqualTo("2026-06-30");
        assertThat(fact.source()).isEqualTo("人社");
        assertThat(fact.origin()).isEqualTo(FactReport.Origin.CORRECTED);
        assertThat(portraits.asOf(firm, LocalDate.of(2026, 7, 1)).orElseThrow().value(STAFF))
                .isEqualTo(EIGHTEEN);
    }

    @Test
    void aDepartmentWithoutARightValueWithdrawsTheWrongOne() {
        contests.uphold(contest(null).id(), null, "数据有误，先撤下", "officer");
        assertThat(portraits.current(firm).orElseThrow().facts()).doesNotContainKey(STAFF);
    }

    @Test
    void aRejectedContestLetsTheFactStandAndTheFirmReadsWhy() {
        Contest contest = contest(EIGHTEEN);
        contests.reject(contest.id(), "离职登记在七月", "officer");
        assertThat(staff()).isEqualTo(TWENTY);
        Contest answered = contests.of(firm, TestFirms.owner(firm), 0, 20).getFirst();
        assertThat(answered.state()).isEqualTo(Contest.State.REJECTED);
        assertThat(answered.answer()).isEqualTo("离职登记在七月");
        assertThat(contests.openFor("人社", 0, 1_000)).doesNotContain(contest);
        assertThat(contests.answeredBy("人社", 100)).contains(answered);
    }

    @Test
    void onlyOneContestOfAnElementIsOpenAtATime() {
        Contest first = contest(EIGHTEEN);
        assertThat(contests.open(firm, STAFF, null, "再说一次", "owner"))
                .isEqualTo(new Contests.Opening.AlreadyOpen(first));
        contests.reject(first.id(), "不对", "officer");
        assertThat(contest(null).id()).isNotEqualTo(first.id());
        assertThat(contests.of(firm, TestFirms.owner(firm), 0, 20)).hasSize(2);
    }

    @Test
    void anAgentReadsNoContestOfSensitivePersonalInformation() {
        enterprises.record(report(firm, "市监", "2026-06-30", Map.of("legalRepId", "51010419800101001X")));
        contest(EIGHTEEN);
        contests.open(firm, "legalRepId", "51010419800101002X", "号码错了", "owner");
        Instant before = clock.instant().minus(Duration.ofDays(1));
        Acting owner = TestFirms.owner(firm);
        assertThat(contests.of(firm, owner, 0, 20)).hasSize(2);
        assertThat(contests.count(firm, owner)).isEqualTo(2);
        assertThat(contests.news(firm, owner, before)).hasSize(2);
        Acting agent = TestFirms.agent(firm);
        assertThat(contests.of(firm, agent, 0, 20)).extracting(Contest::element).containsExactly(STAFF);
        assertThat(contests.count(firm, agent)).isEqualTo(1);
        assertThat(contests.news(firm, agent, before))
                .extracting(Contest::element)
                .containsExactly(STAFF);
    }

    @Test
    void newsAreWhatIsOpenAndWhatWasAnsweredLately() {
        Contest contest = contest(EIGHTEEN);
        Instant later = contest.openedAt().plus(Duration.ofDays(1));
        assertThat(contests.news(firm, TestFirms.owner(firm), later)).containsExactly(contest);
        contests.reject(contest.id(), "不对", "officer");
        assertThat(contests.news(firm, TestFirms.owner(firm), later)).isEmpty();
        assertThat(contests.news(firm, TestFirms.owner(firm), contest.openedAt()))
                .hasSize(1);
        assertThat(contests.count(firm, TestFirms.owner(firm))).isEqualTo(1);
        assertThat(contests.of(firm, TestFirms.owner(firm), 1, 20)).isEmpty();
        assertThat(contests.of(firm, STAFF)).hasSize(1);
        assertThat(contests.of(firm, "entityName")).isEmpty();
    }

    @Test
    void whatIsAnsweredIsNotAnsweredAgain() {
        Contest contest = contest(EIGHTEEN);
        contests.reject(contest.id(), "不对", "officer");
        assertThat(contests.uphold(contest.id(), EIGHTEEN, "又对了", "officer"))
                .isInstanceOf(Contests.Answering.AnsweredBefore.class);
        assertThat(staff()).isEqualTo(TWENTY);
    }

    @Test
    void whatTheFirmDeclaredItselfIsWithdrawnNotContested() {
        enterprises.record(declaration(firm, "2026-01-01", Map.of("avgStaff", TWENTY)));
        assertThat(contests.open(firm, "avgStaff", null, "填错了", "owner"))
                .isInstanceOf(Contests.Opening.NothingToContest.class);
        assertThat(contests.open(firm, "annualRevenue", null, "没有数", "owner"))
                .isInstanceOf(Contests.Opening.NothingToContest.class);
    }

    @Test
    void whatWasInferredIsAnsweredByTheDepartmentThatWouldKnow() {
        Contest contest = contestOfAnInference();
        assertThat(contest.source()).isEqualTo("市监");
        assertThat(contests.openFor("市监", 0, 1_000)).contains(contest);
        contests.uphold(contest.id(), "I6513", "按营业执照更正", "officer");
        Portrait.Fact fact =
                portraits.current(firm).orElseThrow().fact("industryCode").orElseThrow();
        assertThat(fact.source()).isEqualTo("市监");
        assertThat(fact.value()).isEqualTo("I6513");
    }

    @Test
    void anInferenceThatIsWithdrawnDoesNotComeBack() {
        contests.uphold(contestOfAnInference().id(), null, "推断有误，先撤下", "officer");
        assertThat(portraits.current(firm).orElseThrow().facts()).doesNotContainKey("industryCode");
    }

    private Contest contestOfAnInference() {
        enterprises.record(new FactReport(
                firm,
                FactReport.INFERRED,
                FactReport.Origin.IMPORTED,
                LocalDate.of(2026, 1, 1),
                Map.of("industryCode", "H6210"),
                Map.of("industryCode", FactNote.inferred(new BigDecimal("0.83"))),
                "test"));
        return switch (contests.open(firm, "industryCode", "I6513", "我们做软件", "owner")) {
            case Contests.Opening.Opened(Contest contest) -> contest;
            case Contests.Opening other -> throw new AssertionError(other.toString());
        };
    }

    @Test
    void aContestNeedsAReasonAndAClaimOfTheRightType() {
        assertThatThrownBy(() -> contests.open(firm, STAFF, null, "  ", "owner"))
                .hasMessageContaining("reason");
        assertThatThrownBy(() -> contests.open(firm, STAFF, "十八", "写字", "owner"))
                .hasMessageContaining("NUMBER");
        assertThatThrownBy(() -> contests.reject(contest(null).id(), "", "officer"))
                .hasMessageContaining("answer");
    }

    @Test
    void aContestIsTakenEvenWhenNextYearsCalendarIsNotThereYet() {
        clock.moveTo(LocalDate.of(2030, 1, 2));
        assertThat(contest(EIGHTEEN).dueOn()).isNull();
    }
}
