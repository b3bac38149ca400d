package org.rongyi.city.enterprises.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
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
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.Look;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Role;
import org.rongyi.city.identity.web.Caller;
import org.rongyi.city.ui.Option;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// An officer finds firms and opens portraits: for a purpose, on record, and no more than the purpose needs.
@CityTest
class OfficerPagesTest {
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

    OfficerPagesTest(@Autowired People people, @Autowired Mandates mandates) {
        this.people = new TestPeople(people, mandates);
    }

    @BeforeEach
    void aFirmWithAHistory() {
        firm = TestFirms.enter(enterprises, "望江楼竹器厂（演示）");
        enterprises.record(report(
                firm,
                "市监",
                "2024-02-01",
                Map.of(
                        "operatingAreaCode",
                        "510107",
                        "industryCode",
                        "C2041",
                        "legalRepId",
                        "51010419800101001X",
                        "entityType",
                        "有限责任公司")));
        enterprises.record(report(firm, "税务", "2025-10-31", Map.of("annualRevenue", new BigDecimal("400"))));
        enterprises.record(report(firm, "税务", "2026-10-31", Map.of("annualRevenue", new BigDecimal("512.5"))));
        enterprises.record(report(firm, "人社", "2026-06-30", Map.of("insuredStaff", new BigDecimal("31"))));
    }

    private String portrait() {
        return "/officer/firms/" + firm;
    }

    private Caller officer(String department) {
        return TestPeople.calling(port, people.officer(department));
    }

    private Caller with(String department, LookPurpose purpose) {
        Caller officer = officer(department);
        HttpResponse<String> stated =
                officer.post(portrait() + "/purpose", "purpose", purpose.name(), "detail", "第 7 号");
        assertThat(Caller.leadsTo(stated)).isEqualTo(portrait());
        return officer;
    }

    @Test
    void aFirmIsFoundOpenedForAPurposeAndSeenAsOfAnotherDay() {
        try (Visit visit = signedIn(browser.visitor(), "/officer", people.officer("经信"))) {
            visit.shows("找企业", "登记在册").isWell("officer");
            visit.page().fill("#q", "望江楼竹器");
            visit.page().selectOption("#area", "510107");
            button(visit).shows(firm.value(), "武侯区", "有限责任公司").isWell("officer-found");
            visit.page().click("tbody a[href$='" + firm + "']");
            visit.settled().shows("为了什么看", "企业会看到：经信、时间和目的").isWell("officer-purpose");
            button(visit).expected(422);
            visit.shows("选一个目的").isWell("officer-purpose-faults");
            visit.page().check("input[value=OTHER]");
            button(visit).expected(422);
            visit.shows("写明目的，企业看得到");
            visit.page().check("input[value=POLICY]");
            visit.page().fill("#detail", "P09 复核");
            button(visit)
                    .shows("目的：核对政策兑现：P09 复核", "512.5 万元", "税务，10 月 31 日", "31 人")
                    .isWell("officer-portrait");
            visit.click("看对照政策的结果").shows("对照政策的结果", "六税两费减半征收", "已记录，企业看得到").isWell("officer-matches");
            visit.go(portrait());
            visit.page().fill("#on", "2025-12-31");
            visit.page().click("main button:has-text('看这一天')");
            visit.settled()
                    .shows("2025 年 12 月 31 日（周三）的画像", "400 万元", "512.5 万元", "31 人")
                    .isWell("officer-portrait-past");
            visit.shows("营业收入", "参保人数");
            visit.click("看全部").shows("一样").click("只看不同的");
            assertThat(visit.text()).doesNotContain("实际经营地");
            visit.inEnglish().isWell("officer-portrait-past-en");
            visit.go(portrait())
                    .shows("Checking a support policy for the firm: P09 复核")
                    .isWell("officer-portrait-en");
            visit.go(portrait() + "/purpose").isWell("officer-purpose-en");
            visit.go("/officer?q=" + firm).isWell("officer-found-en");
        }
        assertThat(portraits.looks(firm, 20))
                .isNotEmpty()
                .allSatisfy(look -> assertThat(look.purpose()).isEqualTo("核对政策兑现：P09 复核"));
    }

    @Test
    void nobodyFoundIsHelpedOn() {
        try (Visit visit = signedIn(browser.visitor(), "/officer?q=没有这样的一家", people.officer("经信"))) {
            visit.shows("没有找到这样的企业", "名称写短一点").isWell("officer-nobody");
        }
    }

    @Test
    void itWorksWithoutScripts() {
        try (Visit visit = signedIn(browser.visitorWithoutScripts(), portrait(), people.officer("经信"))) {
            visit.page().check("input[value=VISIT]");
            button(visit).shows("目的：走访服务");
            visit.page().fill("#on", "2027-01-01");
            visit.page().click("main button:has-text('看这一天')");
            visit.settled().expected(422).shows("这一天还没有到");
        }
    }

    @Test
    void withoutAPurposeNothingIsShownAndNothingRecorded() {
        HttpResponse<String> answer = officer("经信").get(portrait());
        assertThat(Caller.leadsTo(answer)).isEqualTo(portrait() + "/purpose");
        assertThat(portraits.looks(firm, 10)).isEmpty();
    }

    @Test
    void eachOpeningIsOnRecordAndThePurposeIsAskedOnceASession() {
        Caller officer = with("经信", LookPurpose.VISIT);
        assertThat(officer.get(portrait()).statusCode()).isEqualTo(200);
        assertThat(officer.get(portrait() + "?on=2025-01-01").statusCode()).isEqualTo(200);
        assertThat(portraits.looks(firm, 10))
                .extracting(Look::department, Look::purpose)
                .containsExactly(tuple("经信", "走访服务：第 7 号"), tuple("经信", "走访服务：第 7 号"));
    }

    @Test
    void aPurposeIsStatedForOneFirmOnly() {
        Caller officer = with("经信", LookPurpose.VISIT);
        CreditCode other = TestFirms.enter(enterprises, "另一家竹器厂（演示）");
        assertThat(Caller.leadsTo(officer.get("/officer/firms/" + other)))
                .isEqualTo("/officer/firms/" + other + "/purpose");
    }

    @Test
    void invoicesOpenOnlyWithAPurposeThatNeedsThemAndEachLookIsOnRecord() {
        String invoices = portrait() + "/invoices";
        assertThat(Caller.leadsTo(officer("经信").get(invoices))).isEqualTo(portrait() + "/purpose");
        assertThat(Caller.leadsTo(with("经信", LookPurpose.VISIT).get(invoices))).isEqualTo(portrait() + "/purpose");
        assertThat(portraits.looks(firm, 10)).isEmpty();
        assertThat(with("经信", LookPurpose.SERVICE).get(invoices).statusCode()).isEqualTo(200);
        assertThat(portraits.looks(firm, 10))
                .extracting(Look::department, Look::purpose)
                .containsExactly(tuple("经信", "办理企业申请的事项：第 7 号：看发票"));
    }

    @Test
    void commercialSecretsOpenOnlyWithAPurposeThatNeedsThem() {
        assertThat(with("经信", LookPurpose.POLICY).get(portrait()).body()).contains("512.5");
        assertThat(with("经信", LookPurpose.SERVICE).get(portrait()).body()).contains("512.5");
        for (LookPurpose purpose :
                new LookPurpose[] {LookPurpose.VISIT, LookPurpose.SUPERVISION, LookPurpose.CONTEST, LookPurpose.OTHER
                }) {
            Caller officer = with("经信", purpose);
            assertThat(officer.get(portrait()).body())
                    .as("%s", purpose)
                    .contains("31\u00a0人", "别的部门的商业秘密")
                    .doesNotContain("512.5");
            assertThat(officer.get(portrait() + "?on=2025-12-31").body())
                    .as("%s", purpose)
                    .doesNotContain("512.5", "400\u00a0万元");
        }
        assertThat(with("税务", LookPurpose.VISIT).get(portrait()).body())
                .as("its own data")
                .contains("512.5");
    }

    @Test
    void sensitivePersonalInformationIsInNoPortrait() {
        for (Option offered : LookPurpose.options()) {
            LookPurpose purpose = LookPurpose.valueOf(offered.value());
            assertThat(with("市监", purpose).get(portrait()).body())
                    .as("%s", purpose)
                    .doesNotContain("51010419800101001X", "法定代表人证件号");
        }
    }

    @Test
    void anOfficerWithoutADepartmentOpensNoPortrait() {
        Caller officer = officer("");
        assertThat(officer.get(portrait()).statusCode()).isEqualTo(403);
        assertThat(officer.post(portrait() + "/purpose", "purpose", "VISIT").statusCode())
                .isEqualTo(403);
        assertThat(portraits.looks(firm, 10)).isEmpty();
    }

    @Test
    void aPurposeThatIsNotOfferedOpensNothing() {
        HttpResponse<String> answer = officer("经信").post(portrait() + "/purpose", "purpose", LookPurpose.DRAFT.name());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("选一个目的");
        assertThat(portraits.looks(firm, 10)).isEmpty();
    }

    @Test
    void aPurposeHasRoomForTwoHundredCharacters() {
        HttpResponse<String> answer =
                officer("经信").post(portrait() + "/purpose", "purpose", "OTHER", "detail", "查".repeat(201));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("最多 200 个字", "查".repeat(201));
    }

    @Test
    void aCodeThatNobodyHasIsNotFound() {
        Caller officer = officer("经信");
        assertThat(officer.get("/officer/firms/" + TestFirms.newCode()).statusCode())
                .isEqualTo(404);
        assertThat(officer.get("/officer/firms/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void theListLeavesAsAFile() {
        HttpResponse<String> csv = officer("经信").get("/officer/firms.csv?q=" + firm);
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.body()).contains("名称", firm + ",望江楼竹器厂（演示）,有限责任公司,武侯区,");
    }

    @Test
    void pagesOfAListFollowEachOther() {
        for (int i = 0; i < 21; i++) {
            TestFirms.enter(enterprises, "翻页茶铺" + i + "（演示）");
        }
        Caller officer = officer("经信");
        String q = java.net.URLEncoder.encode("翻页茶铺", java.nio.charset.StandardCharsets.UTF_8);
        assertThat(officer.get("/officer?q=" + q).body()).contains("第 1–20 条，共 21 条", "下一页");
        assertThat(officer.get("/officer?page=2&q=" + q).body()).contains("第 21 条");
        assertThat(officer.get("/officer?page=99&q=" + q).body()).contains("第 21 条");
        assertThat(officer.get("/officer?page=x&q=" + q).body()).contains("第 1–20 条");
    }

    @Test
    void theOwnersPagesAreNoPagesOfAnOfficer() {
        assertThat(officer("经信").get("/my/data").statusCode()).isEqualTo(403);
        assertThat(TestPeople.calling(port, people.owner(firm)).get(portrait()).statusCode())
                .isEqualTo(403);
        assertThat(TestPeople.calling(port, people.with(Role.ADMINISTRATOR))
                        .get(portrait())
                        .statusCode())
                .isEqualTo(403);
    }
}
