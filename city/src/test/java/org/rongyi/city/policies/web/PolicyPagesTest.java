package org.rongyi.city.policies.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rongyi.city.enterprises.TestFirms.report;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.policies.CityReach;
import org.rongyi.city.policies.Matches;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/// The library, the check without signing in, a firm's verdicts and the editor's desk, in a real browser.
@CityTest
class PolicyPagesTest {
    private static final String PASSWORD = "a password of the test";

    private final String owner = "owner-" + UUID.randomUUID();
    private CreditCode firm = TestFirms.newCode();

    @Autowired
    private Browser browser;

    @Autowired
    private Matches matches;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private People people;

    @Autowired
    private Mandates mandates;

    @Autowired
    private JdbcTemplate database;

    @BeforeEach
    void aSoleTraderWithItsOwner() {
        firm = TestFirms.newCode();
        enterprises.record(report(firm, "市监", "2024-01-01", Map.of("entityName", "测试茶铺（演示）", "entityType", "个体工商户")));
        people.register(new Person(owner, "某业主", "", Set.of()), PASSWORD);
        mandates.registered(firm, owner, Mandate.Capacity.OWNER, "市监");
        await().until(() -> matches.reach() instanceof CityReach.Counted);
    }

    private static void button(Visit visit, String name) {
        visit.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        visit.settled();
    }

    private Visit signedIn(String path) {
        return browser.visitor().signedIn(owner, PASSWORD).go(path);
    }

    @Test
    void theLibraryIsSearchedFilteredAndTakenHome() {
        try (Visit visit = browser.visitor()) {
            visit.go("/policies").shows("政策库", "个体工商户个税减半", "减免类").isWell("policies");
            assertThat(visit.text()).doesNotContain("创新型中小企业评价");
            visit.go("/policies?on=2026-03-31&q=评价").shows("创新型中小企业评价");
            visit.go("/policies?q=残疾").shows("残疾人就业保障金减免").screenshot("policies-search");
            assertThat(visit.text()).doesNotContain("个体工商户个税减半");
            visit.go("/policies?q=没有这样的词").shows("没有这样的政策").screenshot("policies-none");
            visit.go("/policies?on=昨天").expected(422).shows("填日期", "个体工商户个税减半").screenshot("policies-day");
            Object csv = visit.page()
                    .evaluate("() => fetch('/policies/export.csv?kind=SUBSIDY').then(answer => answer.text())");
            assertThat(String.valueOf(csv)).contains("今天符合的主体数", "工业企业上规奖励").doesNotContain("个体工商户个税减半");
            visit.go("/policies").inEnglish().shows("Support policies", "Income tax halved for sole traders");
            visit.isWell("policies-en");
        }
    }

    @Test
    void aPolicyIsReadInFullAlsoWhenItIsNoLongerInForce() {
        try (Visit visit = browser.visitor()) {
            visit.go("/policies/P01")
                    .shows("要满足什么", "给什么", "只能享受一项", "惠及多少户", "各个版本")
                    .isWell("policy");
            visit.click("看我的企业符不符合").shows("正在看", "小型微利企业所得税优惠");
            visit.go("/policies/P09").shows("今天不在有效期", "待核实").screenshot("policy-ended");
            visit.go("/policies/P99").expected(404).shows("政策库里没有");
            visit.go("/policies/P13")
                    .inEnglish()
                    .shows("What it asks", "To be verified")
                    .isWell("policy-en");
        }
    }

    @Test
    void aVisitorChecksAFirmWithoutSigningInAndWithoutScripts() {
        try (Visit visit = browser.visitorWithoutScripts()) {
            visit.go("/check").shows("第 1 题", "营业执照上的类型是哪一种");
            visit.page().selectOption("#entityType", "个体工商户");
            button(visit, "下一题");
            visit.shows("第 2 题", "六税两费减半征收", "个体工商户个税减半");
            assertThat(visit.page().locator("#entityType").count()).isZero();
            button(visit, "不清楚，跳过");
            visit.shows("第 3 题", "不清楚");
            visit.page().locator("a[href='/check?ask=entityType']").click();
            visit.settled().shows("改这一题");
            visit.page().selectOption("#entityType", "有限责任公司");
            button(visit, "下一题");
            assertThat(visit.page().locator(".ry-found[open]").allInnerTexts().toString())
                    .doesNotContain("个体工商户个税减半");
            visit.go("/check/policies/P03").shows("不符合", "您的回答", "有限责任公司");
            visit.go("/check");
            button(visit, "全部清掉，重新开始");
            visit.shows("第 1 题");
        }
    }

    @Test
    void theCheckReadsWellAndRefusesWhatIsNoNumber() {
        try (Visit visit = browser.visitor()) {
            visit.go("/check?ask=avgStaff").shows("现在的结果").isWell("check");
            visit.page().fill("#avgStaff", "八个");
            button(visit, "下一题");
            visit.expected(422).shows("填数字").screenshot("check-fault");
            visit.page().fill("#avgStaff", "8");
            button(visit, "下一题");
            visit.shows("8\u00a0人").isWell("check-answered");
            visit.go("/check/policies/P13").shows("符合", "8\u00a0人").isWell("check-verdict");
            visit.go("/check").inEnglish().shows("So far", "Your answers").isWell("check-en");
        }
    }

    @Test
    void aFirmReadsWhyAndByHowMuch() {
        try (Visit visit = browser.as("factory")) {
            visit.go("/home/policies/P01")
                    .shows("不符合", "超过上限 12\u00a0人", "税务，10\u00a0月\u00a031\u00a0日", "有误？")
                    .isWell("verdict");
            visit.go("/home/policies/P09").expected(404).shows("今天不在有效期内");
            visit.go("/home/policies/P11b")
                    .inEnglish()
                    .shows("Not met", "short")
                    .isWell("verdict-en");
        }
    }

    @Test
    void anAnswerOnTheVerdictChangesItAndTheHistoryKeepsWhatWas() {
        try (Visit visit = signedIn("/home/policies/P20")) {
            visit.shows("待补充", "还缺什么，谁能给").isWell("verdict-open");
            visit.go("/home/policies/P03").shows("符合", "算金额还缺", "应纳税所得额");
            visit.page().fill("#taxableIncome", "三");
            button(visit, "保存回答，重新判断");
            visit.expected(422).shows("填数字").isWell("verdict-fault");
            assertThat(visit.at()).isEqualTo("/home/policies/P03");
            visit.page().fill("#taxableIncome", "3");
            button(visit, "保存回答，重新判断");
            assertThat(visit.at()).isEqualTo("/home/policies/P03");
            visit.shows("记下了 1 项", "结论没有变", "750\u00a0元", "您自己填的").screenshot("verdict-answered");
            visit.go("/home/history").shows("历次判断", "第一次核对", "金额约 750\u00a0元").isWell("history");
            visit.page().locator("#main .ry-rows a:has-text('个体工商户个税减半')").click();
            visit.settled().shows("当时的数据", "750\u00a0元").isWell("replay");
            visit.go("/home/history/1").expected(404).shows("没有编号 1 的判断");
            visit.go("/home/history/abc").expected(404).shows("这个地址没有页面");
        }
        assertThat(matches.history(firm, 0, 500).newestFirst())
                .filteredOn(line -> line.policyId().equals("P03"))
                .first()
                .satisfies(line -> assertThat(line.amountYuan()).isEqualByComparingTo(new BigDecimal("750")));
    }

    @Test
    void theEditorSeesTheFilesAndTriesARule() {
        try (Visit visit = browser.as("editor")) {
            visit.go("/editor")
                    .shows("在实验室里试，在这里发布", "P07-high-tech-enterprise.yaml")
                    .isWell("editor");
            visit.go("/editor/try");
            visit.page().fill("#rule", "主体类型 = \"个体工商户\" and\n参保人数 =< 3");
            button(visit, "检查并数一数");
            visit.expected(422).shows("第 2 行", "=<", "Maybe").screenshot("try-fault");
            visit.page().fill("#rule", "主体类型 = \"个体工商户\"");
            button(visit, "检查并数一数");
            visit.shows("今天会有多少户符合", "都数了").isWell("try");
        }
    }

    @Test
    void theEditorPublishesAPolicyAndEndsIt() {
        database.update("delete from policies.turning"); // of tests that moved the day: nobody shall be judged for it
        String policy = "id: T-PAGE\ntitle: 只有一家的补贴（测试）\nvalidFrom: 2026-11-01\nconditions: [{rule: 参保人数 %s 987654}]\n";
        try (Visit visit = browser.as("editor")) {
            visit.go("/editor").click("发布政策").shows("先检查，看清改了什么、落到谁");
            visit.page().fill("#text", policy.formatted("=<").replace("title", "titel"));
            button(visit, "检查并预览");
            visit.expected(422)
                    .shows("文件有 3 处错", "第 2 行，第 1 个字符", "第 4 行", "=<")
                    .isWell("publish-fault");
            visit.page().fill("#text", policy.formatted("="));
            button(visit, "检查并预览");
            visit.shows("新政策：只有一家的补贴", "一发布今天的文本就是第 1 版", "第 1 条", "不到 10").isWell("publish-preview");
            button(visit, "发布");
            visit.expected(422).shows("写一句为什么");
            visit.page().fill("#reason", "测试文件第 1 号");
            button(visit, "发布");
            visit.shows("发布了", "今天是第 1 版", "测试文件第 1 号", "现在算数").isWell("published");
            visit.go("/policies/T-PAGE").shows("只有一家的补贴");
            visit.go("/editor/policies/T-PAGE").page().fill("#last", "2026-11-22");
            button(visit, "预览");
            visit.shows("到期", "一发布今天就没有文本了").isWell("publish-end");
            visit.page().fill("#reason", "测试文件第 2 号");
            button(visit, "发布");
            visit.shows("今天没有文本").inEnglish().shows("No text holds today").isWell("published-en");
        }
    }

    @Test
    void theEditorTriesADraftInTheLab() {
        try (Visit visit = browser.as("business")) {
            visit.go("/editor/lab").shows("政策实验室", "写一项新政策").isWell("lab-choose");
            await().untilAsserted(() -> visit.go("/editor/lab?policy=P01").shows("会落到谁", "只算数，不看名字"));
            visit.shows("和现行差不到 10 户", "要花多少", "前后一致吗", "在哪里").isWell("lab");
            visit.page().fill("#c3-n0", "100");
            visit.page().locator("button[value='turn c3-n0']").click();
            visit.settled().shows("现行 300", "草案 100", "谁多了，谁少了").isWell("lab-turned");
            assertThat(visit.page().inputValue("#c3")).contains("<= 100");
            visit.page().fill("#c3", "从业人数季度平均 =< 100");
            button(visit, "试算");
            visit.expected(422).shows("第 4 条有错", "=<").isWell("lab-fault");
            visit.page().fill("#c3", "从业人数季度平均 <= 100 and 从业人数季度平均 > 200");
            button(visit, "试算");
            visit.shows("冲突", "谁都不可能符合");
            visit.go("/editor/lab?policy=P03");
            visit.page().fill("#c0", "主体类型 in (\"个体工商户\", \"有限责任公司\")");
            button(visit, "试算");
            visit.shows("谁多了，谁少了", "企业自己看得到");
            button(visit, "看几户例子");
            visit.settled().shows("几户例子", "现行没满足：").isWell("lab-examples");
            visit.go("/editor/lab/new").shows("新政策");
            visit.page().fill("#c0", "主体类型 = \"个体工商户\" and 参保人数 >= 2");
            button(visit, "试算");
            visit.shows("会落到谁").isWell("lab-new");
            button(visit, "存草案");
            visit.expected(422).shows("给草案起个名字");
            visit.page().fill("#name", "两个人起步的个体户");
            button(visit, "存草案");
            visit.settled().shows("会落到谁");
            assertThat(visit.page().inputValue("#c0")).isEqualTo("主体类型 = \"个体工商户\" and 参保人数 >= 2");
            button(visit, "拿去发布");
            visit.shows("发布政策");
            assertThat(visit.page().inputValue("#text")).contains("id: ''", "参保人数 >= 2", "recordedOn: 2026-11-23");
            visit.go("/editor/lab").shows("我存的草案", "两个人起步的个体户").isWell("lab-kept");
            button(visit, "删掉 两个人起步的个体户");
            assertThat(visit.settled().page().content()).doesNotContain("两个人起步的个体户");
            visit.go("/editor/lab/library").shows("重叠和重复", "一项都没有的企业").isWell("lab-library");
            Object table =
                    visit.page().evaluate("() => fetch('/editor/lab/library.csv').then(answer => answer.text())");
            assertThat(String.valueOf(table)).contains("问题,编号,政策", "重叠,P02,");
            visit.go("/editor/lab/library?list=pairs&page=9").shows("重叠和重复", "看全部");
            assertThat(visit.text()).doesNotContain("一项都没有的企业");
        }
    }
}
