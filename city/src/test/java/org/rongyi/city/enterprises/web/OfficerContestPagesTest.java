package org.rongyi.city.enterprises.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.city.enterprises.TestFirms.report;
import static org.rongyi.city.enterprises.web.TestPeople.button;
import static org.rongyi.city.enterprises.web.TestPeople.signedIn;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.enterprises.Contest;
import org.rongyi.city.enterprises.Contests;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.Look;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.web.Caller;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A department answers what firms contest of its data, and nobody answers for it.
@CityTest
class OfficerContestPagesTest {
    private static final String STAFF = "insuredStaff";

    private final TestPeople people;
    /// A department of its own for each test, so that its list holds nothing else.
    private final String department = "人社-" + UUID.randomUUID().toString().substring(0, 8);

    private CreditCode firm = TestFirms.newCode();
    private long id;

    @LocalServerPort
    private int port;

    @Autowired
    private Browser browser;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private Portraits portraits;

    @Autowired
    private Contests contests;

    @Autowired
    private TestClock clock;

    OfficerContestPagesTest(@Autowired People people, @Autowired Mandates mandates) {
        this.people = new TestPeople(people, mandates);
    }

    @BeforeEach
    void aContest() {
        firm = TestFirms.enter(enterprises, "争数小馆（演示）");
        enterprises.record(report(firm, department, "2026-06-30", Map.of(STAFF, new BigDecimal("20"))));
        id = switch (contests.open(firm, STAFF, new BigDecimal("18"), "6 月有两人离职", "owner")) {
            case Contests.Opening.Opened(Contest contest) -> contest.id();
            case Contests.Opening other -> throw new AssertionError(other.toString());
        };
    }

    private Caller officer(String of) {
        return TestPeople.calling(port, people.officer(of));
    }

    private Contest contest() {
        return contests.find(id).orElseThrow();
    }

    private String page() {
        return "/officer/contests/" + id;
    }

    @Test
    void anOfficerChecksAndCorrectsAndTheFirmReadsIt() {
        try (Visit visit = signedIn(browser.visitor(), "/officer", people.officer(department))) {
            visit.shows("待您处理 · 1 件", "2026 年 11 月 26 日（周四）到期").isWell("officer-waiting");
            visit.click("去答复").shows("争数小馆（演示）", "还有 3 个工作日").isWell("officer-contests");
            assertThat(visit.text().replace('\u00a0', ' ')).doesNotContain("20 人", "18 人");
            assertThat(portraits.lookCount(firm)).as("the list shows no value").isZero();
            visit.page().click("tbody a");
            visit.settled().shows("6 月有两人离职", "20 人", "18 人", "查下来是").isWell("officer-contest");
            assertThat(portraits.looks(firm, 1))
                    .singleElement()
                    .extracting(Look::department, Look::purpose)
                    .containsExactly(department, "答复数据异议：参保人数");
            button(visit).expected(422);
            visit.shows("还有 2 处要改", "选一个答复", "写明理由，企业要看").isWell("officer-contest-faults");
            assertThat(visit.page().inputValue("#" + STAFF)).isEqualTo("18");
            visit.page().check("input[value=CORRECT]");
            visit.page().fill("#answer", "核对停保记录，少两人");
            button(visit).shows("送出后不能改", "企业说得对，更正", "18 人", "核对停保记录，少两人").isWell("officer-contest-check");
            visit.click("回去改");
            assertThat(visit.page().inputValue("#answer")).isEqualTo("核对停保记录，少两人");
            assertThat(visit.page().isChecked("input[value=CORRECT]")).isTrue();
            button(visit).shows("送出后不能改");
            button(visit).shows("已答复，企业看得到了", "企业说得对，已改").isWell("officer-contest-answered");
            assertThat(portraits.lookCount(firm)).as("one answer, one look").isEqualTo(1);
            visit.go("/officer/contests").shows("现在没有要您答复的异议").isWell("officer-contests-none");
            visit.go("/officer/contests?show=answered").shows("已改").isWell("officer-contests-answered");
            visit.inEnglish().go(page()).shows("The firm was right").isWell("officer-contest-answered-en");
        }
        assertThat(portraits.current(firm).orElseThrow().value(STAFF)).isEqualTo(new BigDecimal("18"));
        try (Visit visit = signedIn(browser.visitor(), "/my/contests", people.owner(firm))) {
            visit.shows("您说得对，已改", "核对停保记录，少两人").isWell("my-contests-answered");
            visit.go("/my/data/" + STAFF).shows("18 人", "已更正").isWell("my-element-corrected");
        }
    }

    @Test
    void itWorksInEnglishAndWithoutScripts() {
        try (Visit visit = signedIn(browser.visitorWithoutScripts(), page(), people.officer(department))) {
            visit.inEnglish().shows("The firm is right: correct the value");
            visit.page().check("input[value=REJECT]");
            visit.page().fill("#answer", "离职登记在七月");
            button(visit).shows("It cannot be changed once sent");
            button(visit).shows("Answered; the firm can read it", "The value stands");
        }
        assertThat(contest().state()).isEqualTo(Contest.State.REJECTED);
        assertThat(portraits.current(firm).orElseThrow().value(STAFF)).isEqualTo(new BigDecimal("20"));
    }

    @Test
    void aValueWithoutARightOneIsWithdrawn() {
        officer(department).post(page(), "decision", "WITHDRAW", "answer", "查不到依据，先撤下");
        assertThat(contest().state()).isEqualTo(Contest.State.UPHELD);
        assertThat(portraits.current(firm).orElseThrow().facts()).doesNotContainKey(STAFF);
    }

    @Test
    void onlyTheDepartmentThatTheDataComeFromSeesAndAnswersAContest() {
        for (String other : new String[] {"税务", "市监", "", "人社"}) {
            Caller officer = officer(other);
            assertThat(officer.get("/officer/contests").body()).doesNotContain("争数小馆");
            assertThat(officer.get(page()).statusCode()).as(other).isEqualTo(404);
            HttpResponse<String> check = officer.post(page() + "/check", "decision", "REJECT", "answer", "不归我也答");
            assertThat(check.statusCode()).as(other).isEqualTo(404);
            HttpResponse<String> answer = officer.post(page(), "decision", "REJECT", "answer", "不归我也答");
            assertThat(answer.statusCode()).as(other).isEqualTo(404);
        }
        assertThat(contest().state()).isEqualTo(Contest.State.OPEN);
    }

    @Test
    void whoAnswersSecondIsToldAndChangesNothing() {
        Caller first = officer(department);
        Caller second = officer(department);
        assertThat(second.get(page()).body()).contains("您的答复");
        first.post(page(), "decision", "REJECT", "answer", "离职登记在七月");
        HttpResponse<String> late = second.post(page(), "decision", "WITHDRAW", "answer", "先撤下");
        assertThat(late.headers().firstValue("Location").orElse("")).endsWith("done=before");
        assertThat(second.get(page() + "?done=before").body()).contains("已经有人答复了", "离职登记在七月");
        HttpResponse<String> check = second.post(page() + "/check", "decision", "WITHDRAW", "answer", "先撤下");
        assertThat(check.headers().firstValue("Location").orElse("")).endsWith("done=before");
        assertThat(contest().answer()).isEqualTo("离职登记在七月");
        assertThat(portraits.current(firm).orElseThrow().value(STAFF)).isEqualTo(new BigDecimal("20"));
    }

    @Test
    void aCorrectionNeedsAnotherValueThanTheOneOnRecord() {
        Caller officer = officer(department);
        HttpResponse<String> same =
                officer.post(page() + "/check", "decision", "CORRECT", STAFF, "20.0", "answer", "对的");
        assertThat(same.statusCode()).isEqualTo(422);
        assertThat(same.body()).contains("和现在的值一样");
        HttpResponse<String> none = officer.post(page(), "decision", "CORRECT", STAFF, "", "answer", "改");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("填正确的值");
        HttpResponse<String> wrong = officer.post(page(), "decision", "CORRECT", STAFF, "十八", "answer", "改");
        assertThat(wrong.body()).contains("填数字");
        assertThat(contest().state()).isEqualTo(Contest.State.OPEN);
    }

    @Test
    void whatIsLateIsMarked() {
        clock.moveTo(LocalDate.of(2026, 11, 30));
        try (Visit visit = signedIn(browser.visitor(), "/officer/contests", people.officer(department))) {
            visit.shows("其中逾期", "逾期 2 个工作日").isWell("officer-contests-late");
            visit.inEnglish().shows("2 working days late").isWell("officer-contests-late-en");
        }
    }
}
