package org.rongyi.city.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.enterprises.Contest;
import org.rongyi.city.enterprises.Contests;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Granting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;

/// The pages of this room, in a real browser.
@CityTest
class PortalPagesTest {
    private static final String PASSWORD = "a password of the test";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    private Browser browser;

    @Autowired
    private People people;

    @Autowired
    private Mandates mandates;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private Portraits portraits;

    @Autowired
    private Contests contests;

    @Test
    void theFrontPageAsksOneThingAndCountsWhatItSays() {
        try (Visit visit = browser.visitor()) {
            visit.go("/")
                    .shows("您要办什么？", "一网通办", "在建", "开办餐饮店", "不登录也能测一测", "小巨人认定（新标准）", "写下情况")
                    .isWell("front");
            assertThat(visit.text()).containsPattern("现行政策\\s+\\d+\\s*项").containsPattern("经营主体\\s+\\d+\\s*户");
            visit.inEnglish().shows("What do you need to do?", "coming").isWell("front-en");
        }
    }

    @Test
    void aSearchFindsPoliciesAndElementsAndHelpsWhenItFindsNothing() {
        try (Visit visit = browser.visitorWithoutScripts()) {
            visit.go("/");
            visit.page().fill("#q", "研发费用");
            visit.page().press("#q", "Enter");
            visit.page().waitForURL("**/search?**");
            visit.settled().shows("研发费用加计扣除", "数据项").screenshot("search-without-scripts");
        }
        try (Visit visit = browser.visitor()) {
            visit.go("/search?q=研发").isWell("search");
            visit.go("/search?q=zzzz").shows("没有找到“zzzz”", "从这里开始", "写下情况，有人答复").isWell("search-none");
            visit.go("/search").shows("从这里开始");
            visit.go("/search?q=打官司").shows("在这里办", "蓉易诉", "先登录").isWell("search-page");
            visit.go("/search?q=民企").shows("在这里办", "民企专区");
            visit.go("/search?q=sole tradr")
                    .inEnglish()
                    .shows("Income tax halved for sole traders")
                    .isWell("search-en");
        }
    }

    @Test
    void anOwnerAnswersAndTheVerdictsChangeAtOnce() {
        String owner = owner(smallShop());
        try (Visit visit = browser.visitor()) {
            signIn(visit, owner);
            visit.shows("某店主，上午好", "现在没有要您处理的事", "为您", "小规模纳税人增值税减免", "告诉我们", "未来 30 天", "我的数据");
            visit.isWell("home");
            visit.inEnglish().shows("Good morning", "For you", "Tell us more").isWell("home-en");
            visit.inChinese();
            assertThat(visit.page().locator("input[name=rdExpense]").count())
                    .as("who pays no corporate income tax is not asked for its reliefs")
                    .isZero();
            String asked = String.valueOf(visit.page()
                    .locator("form[action='/home/answers'] input[inputmode=decimal]")
                    .first()
                    .getAttribute("name"));
            visit.page().fill("input[name=" + asked + "]", "many");
            save(visit);
            visit.expected(422).shows("填数字，例如 5.2").isWell("home-wrong");
            visit.page().fill("input[name=" + asked + "]", "0");
            save(visit);
            visit.shows("记下了 1 项，标明“企业自报”", "其中 1 项是您自报的").isWell("home-answered");
            assertThat(visit.page().locator("input[name=" + asked + "]").count())
                    .as("what was answered is not asked again")
                    .isZero();
            save(visit);
            visit.shows("没有填，什么都没变");
        }
    }

    @Test
    void whatIsNotKnownIsPutOffAndAskedLater() {
        String owner = owner(smallShop());
        try (Visit visit = browser.visitor()) {
            signIn(visit, owner);
            visit.page().check("input[name=founderGroups][value='?']");
            save(visit);
            visit.shows("好的，先放一放", "有 1 个问题您说不清楚");
            assertThat(visit.page().locator("input[name=founderGroups]").count())
                    .isZero();
        }
    }

    @Test
    void whoMayOnlyLookIsToldWhoMayAnswer() {
        CreditCode firm = smallShop();
        Acting owner = new Acting(
                people.find(owner(firm)).orElseThrow(),
                mandates.forFirm(firm, TODAY).getFirst());
        String viewer = person("某会计");
        Mandates.Wish wish = new Mandates.Wish(viewer, "某会计", Set.of(Mandate.Purpose.VIEW), TODAY.plusDays(9));
        assertThat(mandates.grant(owner, wish, TODAY)).isInstanceOf(Granting.Granted.class);
        try (Visit visit = browser.visitor()) {
            signIn(visit, viewer);
            visit.shows("受托人", "您的授权不含“补充数据”", "您的授权到期").isWell("home-view-only");
            assertThat(visit.page().locator("main form").count()).isZero();
        }
    }

    @Test
    void anAnswerToAContestIsWhatWaits() {
        CreditCode firm = smallShop();
        Contests.Opening opening = contests.open(firm, "taxArrears", null, "没有欠税", "owner");
        assertThat(opening).isInstanceOf(Contests.Opening.Opened.class);
        Contest contest = ((Contests.Opening.Opened) opening).contest();
        portraits.recordLook(firm, "officer", "税务", "日常监管：核对欠税");
        String owner = owner(firm);
        try (Visit visit = browser.visitor()) {
            signIn(visit, owner);
            visit.shows("1 项等部门答复", "税务最晚答复您的异议", "税务，为“日常监管：核对欠税”");
            contests.reject(contest.id(), "系统里还有一笔欠税。", "officer");
            visit.go("/home").shows("待您处理 · 1 件", "税务答复了您的异议", "系统里还有一笔欠税").isWell("home-turn");
            visit.inEnglish().shows("for “Routine supervision: 核对欠税”");
        }
    }

    @Test
    void aContestTakesNothingAwayUntilItIsAnswered() {
        CreditCode firm = smallShop();
        try (Visit visit = browser.visitor()) {
            signIn(visit, owner(firm));
            String before = visit.page().locator(".ry-total").innerText();
            contests.open(firm, "taxableIncome", new BigDecimal("12"), "少算了一笔成本", "owner");
            visit.go("/home").shows("等税务答复您的异议（应纳税所得额）", "1 项等部门答复").isWell("home-contested");
            assertThat(visit.page().locator(".ry-total").innerText()).isEqualTo(before);
            visit.go("/home/policies/P03")
                    .shows("符合", "您提了异议，等税务答复", "答复前照原来的数据算")
                    .isWell("verdict-contested");
            visit.go("/home/history").shows("因您对“应纳税所得额”的异议", "金额暂时算不出").isWell("history-contested");
        }
    }

    @Test
    void aLeaderSeesCountsAsTablesAndAsFiles() {
        try (Visit visit = browser.throughTheDoor("leader")) {
            assertThat(visit.at()).isEqualTo("/leader");
            visit.shows("全市概况", "经营主体", "武侯区", "批发和零售业", "个体工商户", "不公布").isWell("leader");
            visit.inEnglish()
                    .shows("City overview", "Wuhou", "Wholesale and retail trade")
                    .isWell("leader-en");
            visit.inChinese();
            visit.click("武侯区").shows("武侯区做哪一行").isWell("leader-district");
            var file = visit.page().request().get(address(visit) + "/leader/tables/districts.csv");
            assertThat(file.headers().get("content-type")).startsWith("text/csv");
            assertThat(file.text()).contains("510107,武侯区,");
        }
    }

    private static String address(Visit visit) {
        return visit.page().url().replaceFirst("(https?://[^/]+).*", "$1");
    }

    /// A sole trader of whom the departments know enough for some policies, and too little for others.
    private CreditCode smallShop() {
        CreditCode firm = TestFirms.enter(enterprises, "某小店（测试）");
        enterprises.record(TestFirms.report(
                firm,
                "市监",
                "2026-10-31",
                Map.of(
                        "entityType", "个体工商户",
                        "registrationState", "存续",
                        "industryCode", "H6210",
                        "operatingAreaCode", "510104022",
                        "establishedOn", LocalDate.of(2024, 3, 18))));
        enterprises.record(TestFirms.report(
                firm,
                "税务",
                "2026-10-31",
                Map.of(
                        "taxpayerType", "小规模纳税人",
                        "monthlySales", new BigDecimal("7.7"),
                        "taxableIncome", new BigDecimal("16.8"),
                        "annualRevenue", new BigDecimal("92.4"),
                        "taxArrears", new BigDecimal("1"))));
        return firm;
    }

    private String owner(CreditCode firm) {
        String owner = person("某店主");
        mandates.registered(firm, owner, Mandate.Capacity.OWNER, "市监");
        return owner;
    }

    private String person(String name) {
        String account = "portal-" + UUID.randomUUID();
        people.register(new Person(account, name, "", Set.of()), PASSWORD);
        return account;
    }

    private static void signIn(Visit visit, String account) {
        visit.signedIn(account, PASSWORD).go("/home");
    }

    private static void save(Visit visit) {
        visit.page().locator("form[action='/home/answers'] button").click();
        visit.settled();
    }
}
