package org.rongyi.city.enterprises.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.city.enterprises.TestFirms.declaration;
import static org.rongyi.city.enterprises.TestFirms.report;
import static org.rongyi.city.enterprises.web.TestPeople.button;
import static org.rongyi.city.enterprises.web.TestPeople.signedIn;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.enterprises.Contest;
import org.rongyi.city.enterprises.Contests;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.FactReport;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.web.Caller;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A firm reads what the city knows of it, contests and supplies.
@CityTest
class MyDataPagesTest {
    private static final String STAFF = "insuredStaff";
    private static final BigDecimal TWENTY = new BigDecimal("20");

    private final TestPeople people;
    private CreditCode firm = TestFirms.newCode();

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

    MyDataPagesTest(@Autowired People people, @Autowired Mandates mandates) {
        this.people = new TestPeople(people, mandates);
    }

    @BeforeEach
    void aSmallRestaurant() {
        firm = TestFirms.enter(enterprises, "我的数据小馆（演示）");
        enterprises.record(report(firm, "人社", "2026-06-30", Map.of(STAFF, TWENTY)));
        enterprises.record(report(
                firm,
                "市监",
                "2026-03-31",
                Map.of(
                        "industryCode",
                        "H6210",
                        "operatingAreaCode",
                        "510104022",
                        "legalRepId",
                        "51010419800101001X",
                        "businessScope",
                        "餐饮服务；食品销售（仅销售预包装食品）。")));
        enterprises.record(report(
                firm,
                "税务",
                "2026-10-31",
                Map.of(
                        "annualRevenue",
                        new BigDecimal("92.4"),
                        "priorYearRevenue",
                        new BigDecimal("78.6"),
                        "totalAssets",
                        new BigDecimal("31"))));
    }

    private Portrait.Fact fact(String element) {
        return portraits.current(firm).orElseThrow().fact(element).orElseThrow();
    }

    private Visit owner(String path) {
        return signedIn(browser.visitor(), path, people.owner(firm));
    }

    private Caller calling(String account) {
        return TestPeople.calling(port, account);
    }

    @Test
    void eachValueStandsWithItsSourceDayAndMarks() {
        enterprises.record(declaration(firm, "2026-11-01", Map.of("avgStaff", BigDecimal.valueOf(9))));
        portraits.recordLook(firm, "officer-1", "经信", "走访服务");
        portraits.recordLook(firm, "officer-1", "经信", "走访服务");
        try (Visit visit = owner("/my/data")) {
            visit.shows("我的数据小馆（演示）", "参保人数", "20 人", "人社，6 月 30 日", "11 月 23 日 10:00 记录")
                    .shows("正餐服务（H6210）", "锦江区春熙路街道", "企业自报", "算出来的", "17.6%")
                    .isWell("my-data")
                    .onPaper("代表 我的数据小馆（演示），2026 年 11 月 23 日（周一）", "重新登录");
            visit.go("/my/missing").shows("您可以补", "等部门报来", "还算不出").isWell("my-missing");
            visit.go("/my/looks").shows("经信", "走访服务", "2").isWell("my-looks");
            visit.go("/my/contests").shows("您没有提过异议").isWell("my-contests-none");
            visit.inEnglish()
                    .go("/my/data")
                    .shows("Insured staff", "20 people", "self-declared", "Jinjiang, Chunxilu Subdistrict")
                    .isWell("my-data-en");
            visit.go("/my/missing").isWell("my-missing-en");
            visit.go("/my/looks")
                    .shows("Economy and IT", "Visiting and serving the firm")
                    .isWell("my-looks-en");
        }
    }

    @Test
    void aFirmOfWhichNothingIsKnownIsToldWhatToDo() {
        firm = TestFirms.newCode();
        try (Visit visit = owner("/my/data")) {
            visit.shows("还没有部门报来您的数据", "自己补上一些").isWell("my-data-empty");
        }
    }

    @Test
    void aContestIsExplainedTakenAndShownWithItsDay() {
        try (Visit visit = owner("/my/data")) {
            visit.click("参保人数").shows("20 人", "人社", "只增加，不删改").isWell("my-element");
            visit.click("这个不对").shows("现在记的是 20 人（人社，6 月 30 日）", "送到人社").isWell("my-contest");
            visit.page().fill("#" + STAFF, "二十");
            button(visit).expected(422);
            visit.shows("还有 2 处要改", "填数字，例如 5.2", "写明哪里不对").isWell("my-contest-faults");
            assertThat(visit.page().inputValue("#" + STAFF)).isEqualTo("二十");
            visit.page().fill("#" + STAFF, "18");
            visit.page().fill("#reason", "6 月有两人离职");
            button(visit);
            visit.shows("收到了，等人社答复", "2026 年 11 月 26 日（周四）", "有异议，先不用", "您写：6 月有两人离职")
                    .isWell("my-element-contested");
            assertThat(fact(STAFF).contested()).isTrue();
            visit.go("/my/contests").shows("人社说是 20 人，您说是 18 人。", "还有 3 个工作日").isWell("my-contests");
            visit.inEnglish()
                    .go("/my/data/" + STAFF)
                    .shows("contested, not used")
                    .isWell("my-element-en");
            visit.go("/my/data/" + STAFF + "/contest").shows("already contested");
        }
    }

    @Test
    void everythingWorksWithoutScripts() {
        try (Visit visit =
                signedIn(browser.visitorWithoutScripts(), "/my/data/" + STAFF + "/contest", people.owner(firm))) {
            button(visit).expected(422);
            visit.shows("写明哪里不对").page().fill("#reason", "人数不对");
            button(visit).shows("收到了，等人社答复");
            visit.go("/my/data/paidInCapital/declare").page().fill("#paidInCapital", "12.5");
            button(visit).shows("已保存", "12.5 万元", "企业自报");
            visit.click("撤回自报的值").shows("撤回后这一项变成");
            button(visit).shows("已撤回", "还没有这项数据");
        }
        assertThat(contests.of(firm, TestFirms.owner(firm), 0, 20)).hasSize(1);
    }

    @Test
    void aMissingValueIsSuppliedChangedAndWithdrawn() {
        try (Visit visit = owner("/my/missing")) {
            visit.click("从业人数季度平均").isWell("my-declare");
            button(visit).expected(422);
            visit.shows("填好再保存").isWell("my-declare-faults");
            visit.page().fill("#avgStaff", "9");
            button(visit).shows("已保存，马上用于匹配政策", "9 人", "企业自报").isWell("my-element-declared");
            visit.click("改");
            assertThat(visit.page().inputValue("#avgStaff")).isEqualTo("9");
            visit.page().fill("#avgStaff", "8");
            button(visit).shows("8 人");
            visit.click("撤回自报的值").shows("随时可以再补").isWell("my-withdraw");
            button(visit).shows("已撤回").isWell("my-element-withdrawn");
        }
        assertThat(portraits.current(firm).orElseThrow().facts()).doesNotContainKey("avgStaff");
        assertThat(portraits.history(firm, "avgStaff")).hasSize(3);
    }

    @Test
    void whatADepartmentKnowsOrOnlyItMaySupplyIsNotDeclared() {
        Caller owner = calling(people.owner(firm));
        for (String element : new String[] {"annualRevenue", "taxCreditLevel", "sizeClass"}) {
            String path = "/my/data/" + element + "/declare";
            assertThat(Caller.leadsTo(owner.get(path))).isEqualTo("/my/data/" + element);
            owner.post(path, element, "1");
        }
        assertThat(fact("annualRevenue").source()).isEqualTo("税务");
        assertThat(portraits.current(firm).orElseThrow().facts()).doesNotContainKeys("taxCreditLevel", "sizeClass");
    }

    @Test
    void whatIsOnRecordAlreadyIsNoClaim() {
        HttpResponse<String> answer =
                calling(people.owner(firm)).post("/my/data/" + STAFF + "/contest", STAFF, "20.0", "reason", "人数不对");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("这就是现在的值", "人数不对");
        assertThat(contests.of(firm, TestFirms.owner(firm), 0, 20)).isEmpty();
    }

    @Test
    void theSameContestTwiceIsOne() {
        Caller owner = calling(people.owner(firm));
        String path = "/my/data/" + STAFF + "/contest";
        owner.post(path, "reason", "人数不对");
        HttpResponse<String> again = owner.post(path, "reason", "再说一次");
        assertThat(again.headers().firstValue("Location").orElse("")).endsWith("done=before");
        assertThat(contests.of(firm, TestFirms.owner(firm), 0, 20))
                .extracting(Contest::reason)
                .containsExactly("人数不对");
    }

    @Test
    void anInferredValueIsContestedAtTheDepartmentThatWouldKnow() {
        enterprises.record(new FactReport(
                firm,
                FactReport.INFERRED,
                FactReport.Origin.IMPORTED,
                java.time.LocalDate.of(2026, 1, 1),
                Map.of("entityType", "个体工商户"),
                Map.of("entityType", org.rongyi.city.enterprises.FactNote.inferred(new BigDecimal("0.6"))),
                "test"));
        try (Visit visit = owner("/my/data/entityType/contest")) {
            visit.shows("系统推断", "送到市监");
            visit.go("/my/data/entityType").shows("推断，把握只有 60%，不用");
        }
    }

    @Test
    void anAgentSeesNoSensitivePersonalInformation() {
        Caller owner = calling(people.owner(firm));
        assertThat(owner.get("/my/data").body()).contains("51010419800101001X");
        assertThat(owner.get("/my/data.csv").body()).contains("51010419800101001X");
        Caller agent = calling(people.agent(firm, Purpose.VIEW, Purpose.CONTEST, Purpose.ANSWER));
        assertThat(agent.get("/my/data").body()).contains("92.4").doesNotContain("51010419800101001X");
        assertThat(agent.get("/my/data.csv").body()).contains("92.4").doesNotContain("51010419800101001X");
        assertThat(agent.get("/my/data.json").body()).contains("92.4").doesNotContain("51010419800101001X");
        for (String path : new String[] {"", "/contest", "/declare", "/withdraw"}) {
            HttpResponse<String> answer = agent.get("/my/data/legalRepId" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
        }
        assertThat(agent.post("/my/data/legalRepId/contest", "reason", "不对").statusCode())
                .isEqualTo(404);
        assertThat(contests.of(firm, TestFirms.owner(firm), 0, 20)).isEmpty();
        contests.open(firm, STAFF, null, "人数不对", "owner");
        contests.open(firm, "legalRepId", "51010419800101002X", "号码不对", "owner");
        assertThat(owner.get("/my/contests").body()).contains("51010419800101002X");
        for (String path : new String[] {"/my/contests", "/home"}) {
            assertThat(agent.get(path).body())
                    .as(path)
                    .contains("异议")
                    .doesNotContain("51010419800101001X", "51010419800101002X", "号码不对");
        }
    }

    @Test
    void aMandateToSeeIsNoMandateToContestOrSupply() {
        Caller viewer = calling(people.agent(firm, Purpose.VIEW));
        assertThat(viewer.get("/my/data/" + STAFF).body())
                .contains("您的授权不包括提异议")
                .doesNotContain("这个不对");
        assertThat(viewer.post("/my/data/" + STAFF + "/contest", "reason", "不对").statusCode())
                .isEqualTo(403);
        assertThat(viewer.post("/my/data/avgStaff/declare", "avgStaff", "9").statusCode())
                .isEqualTo(403);
        assertThat(contests.of(firm, TestFirms.owner(firm), 0, 20)).isEmpty();
        assertThat(portraits.current(firm).orElseThrow().facts()).doesNotContainKey("avgStaff");
    }

    @Test
    void ownDataLeaveAsFiles() {
        Caller owner = calling(people.owner(firm));
        HttpResponse<String> csv = owner.get("/my/data.csv");
        assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).contains(firm + ".csv");
        assertThat(csv.body())
                .contains("insuredStaff,参保人数,insured staff,20,20\u00a0人,人,人社,2026-06-30,2026-11-23T02:00:00Z,")
                .contains("revenueGrowth,", "DERIVED");
        assertThat(owner.get("/my/data.json").body())
                .contains(
                        "\"creditCode\":\"" + firm + "\"",
                        "\"element\":\"insuredStaff\"",
                        "\"value\":20",
                        "2026-06-30");
    }

    @Test
    void whatIsNoElementIsNotFound() {
        assertThat(calling(people.owner(firm)).get("/my/data/noSuchThing").statusCode())
                .isEqualTo(404);
    }
}
