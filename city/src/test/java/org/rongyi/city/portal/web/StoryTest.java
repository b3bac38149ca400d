package org.rongyi.city.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.rongyi.city.CityTest;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.identity.TestFirms;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;

/// One day in the city, walked in a real browser by its people one after another: a visitor, the owner of a noodle
/// shop, an officer, the owner again, the administrator, the leader. Later steps stand on earlier ones.
@CityTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryTest {
    private static final String CONTESTED = "insuredStaff";
    private static final String REASON = "10 月新来了一人，已经参保。";
    private static final String ANSWER = "已核对缴费记录，更正为 9 人。";

    private static final Pattern LOOKS = Pattern.compile("本月 (\\d+) 次");

    /// Of the firm, before this day's officer: other tests may have looked at it.
    private static int looksBefore;

    @Autowired
    private Browser browser;

    @Test
    @Order(1)
    void aVisitorFindsAPolicyByKeyboardAlone() {
        try (Visit visit = browser.visitor()) {
            visit.go("/").screenshot("story-01-front");
            tabTo(visit, "q");
            visit.page().keyboard().type("小规模纳税人");
            visit.page().keyboard().press("Enter");
            visit.page().waitForURL("**/search?**");
            visit.settled().shows("小规模纳税人增值税减免");
            visit.screenshot("story-01-search").nothingFailed();
        }
    }

    @Test
    @Order(1)
    void aVisitorChecksAFirmWithoutSigningIn() {
        try (Visit visit = browser.visitor()) {
            visit.go("/");
            Locator form = visit.page().locator("form[action='/check']");
            if (form.locator("select").count() > 0) {
                form.locator("select").selectOption("个体工商户");
            } else {
                form.locator("input[value='个体工商户']").check();
            }
            press(visit, "看结果");
            assertThat(visit.at()).isEqualTo("/check");
            visit.shows("现在的结果", "您的回答", "个体工商户", "第 2 题").isWell("story-02-check");
        }
    }

    @Test
    @Order(2)
    void theOwnerSeesWhatFitsAndAnAnswerChangesItAtOnce() {
        try (Visit visit = browser.throughTheDoor("noodle")) {
            assertThat(visit.at()).isEqualTo("/home");
            visit.shows("面馆店主（演示），上午好", "为您", "个体工商户个税减半", "差一点", "小微企业创业担保贷款", "告诉我们");
            visit.isWell("story-03-home");
            visit.inEnglish().shows("Good morning", "For you", "Nearly").screenshot("story-03-home-en");
            visit.inChinese();
            visit.page().getByLabel("登记失业半年以上人员").check();
            visit.page().locator("form[action='/home/answers'] button").click();
            visit.settled().shows("记下了 1 项，标明“企业自报”", "重点群体创业扣减税费", "待补充");
            Locator changed = visit.page()
                    .locator(".govuk-notification-banner li")
                    .filter(new Locator.FilterOptions().setHasText("重点群体创业扣减税费"));
            assertThat(changed.innerText()).containsPattern("待补充\\s*→\\s*(变成)?\\s*符合");
            visit.isWell("story-04-answered");
            changed.locator("a").click();
            visit.settled();
            assertThat(visit.at()).isEqualTo("/home/policies/P22");
            visit.shows("重点群体创业扣减税费", "符合").screenshot("story-05-verdict");
            visit.go("/home/history")
                    .shows("重点群体创业扣减税费")
                    .screenshot("story-05-history")
                    .nothingFailed();
        }
    }

    @Test
    @Order(3)
    void theOwnerContestsAFactWithoutJavaScript() {
        try (Visit visit = browser.visitorWithoutScripts()) {
            signInWithoutScripts(visit, "noodle");
            visit.page().getByText("逐项查看").click();
            visit.page().locator("a[href='/my/data/" + CONTESTED + "']").first().click();
            visit.page().getByText("这个不对").click();
            visit.page().fill("input[name=" + CONTESTED + "]", "9");
            visit.page().fill("textarea[name=reason]", REASON);
            visit.page().locator("main form button").first().click();
            visit.settled().shows("收到了，等人社答复", "（周四）").screenshot("story-06-contested");
            visit.go("/home").shows("1 项等部门答复").nothingFailed();
            looksBefore = looks(visit);
        }
    }

    @Test
    @Order(4)
    void anOfficerOfTheSourceDepartmentLooksAndAnswers() {
        try (Visit visit = browser.throughTheDoor("insurance")) {
            assertThat(visit.at()).isEqualTo("/officer");
            visit.shows("有企业对您部门的数据提了异议").screenshot("story-07-officer");
            visit.go("/officer/contests");
            visit.page()
                    .locator("tbody a")
                    .filter(new Locator.FilterOptions().setHasText("锦江区巷口面馆"))
                    .first()
                    .click();
            visit.settled().shows(REASON);
            String here = visit.at();
            visit.page().getByText(Pattern.compile("看企业画像")).click();
            visit.page().check("input[value=CONTEST]");
            press(visit, "打开画像");
            visit.shows("锦江区巷口面馆（演示）").screenshot("story-08-portrait");
            visit.go(here);
            visit.page().check("input[value=CORRECT]");
            visit.page().fill("textarea[name=answer]", ANSWER);
            press(visit, "核对");
            visit.shows("核对答复", ANSWER).screenshot("story-09-check");
            press(visit, "送出答复");
            visit.shows("已答复，企业看得到了").nothingFailed();
        }
    }

    @Test
    @Order(5)
    void theOwnerReadsTheAnswerAndWhoLooked() {
        try (Visit visit = browser.throughTheDoor("noodle")) {
            visit.shows("待您处理 · 1 件", "人社答复了您的异议：参保人数", ANSWER);
            assertThat(looks(visit)).isEqualTo(looksBefore + 2);
            visit.isWell("story-10-turn");
            visit.page().getByText("看答复").click();
            visit.settled().shows("参保人数", ANSWER, "9").screenshot("story-11-answer");
            visit.go("/my/looks")
                    .shows("人社", "答复数据异议")
                    .screenshot("story-12-looks")
                    .nothingFailed();
        }
    }

    private static int looks(Visit visit) {
        Matcher looks = LOOKS.matcher(visit.text().replace('\u00a0', ' '));
        return looks.find() ? Integer.parseInt(looks.group(1)) : 0;
    }

    @Test
    @Order(6)
    void theAdministratorImportsAFileAndTheLeaderCountsIt() {
        long before = counted();
        try (Visit visit = browser.throughTheDoor("admin")) {
            assertThat(visit.at()).isEqualTo("/admin");
            visit.go("/admin/import");
            visit.page()
                    .setInputFiles(
                            "input[type=file]",
                            new FilePayload("registrations.csv", "text/csv", file().getBytes(StandardCharsets.UTF_8)));
            visit.page().fill("input[name=asOf]", "2026-11-20");
            visit.page().locator("main form button").first().click();
            visit.page().getByText("新登记的企业").first().waitFor();
            waitUntilTaken(visit);
            assertThat(visit.text()).containsPattern("新登记的企业\\s+2\\b").containsPattern("没有收下的行\\s+1\\b");
            visit.isWell("story-13-import");
        }
        assertThat(counted()).isEqualTo(before + 2);
    }

    @Test
    @Order(7)
    void anOfficerFindsAFirmSeesItOnAnotherDayAndReadsWhatAnImportLeftOut() {
        try (Visit visit = browser.throughTheDoor("officer")) {
            visit.page().fill("#q", "巷口面馆");
            visit.page().locator("main form button").first().click();
            visit.settled().shows("锦江区巷口面馆（演示）").screenshot("story-15-found");
            visit.page()
                    .locator("tbody a")
                    .filter(new Locator.FilterOptions().setHasText("锦江区巷口面馆"))
                    .first()
                    .click();
            visit.settled();
            visit.page().check("input[value=POLICY]");
            press(visit, "打开画像");
            visit.shows("目的：核对政策兑现", "参保人数").screenshot("story-16-portrait");
            visit.page().fill("#on", "2026-10-31");
            press(visit, "看这一天");
            visit.shows("2026 年 10 月 31 日（周六）的画像", "与今天不同的有").screenshot("story-17-portrait-then");
            visit.go("/officer/imports");
            visit.page().locator("tbody a").first().click();
            visit.settled().shows("registrations.csv", "为什么没有收下", "原来写的留到").screenshot("story-18-import-report");
            visit.nothingFailed();
        }
    }

    private long counted() {
        try (Visit visit = browser.throughTheDoor("leader")) {
            visit.shows("全市概况", "在哪里", "政策对上谁").screenshot("story-14-leader");
            var found = Pattern.compile("经营主体\\s+([\\d,]+)").matcher(visit.text());
            assertThat(found.find()).isTrue();
            return Long.parseLong(found.group(1).replace(",", ""));
        }
    }

    /// The report of an import refreshes itself until everything is read.
    private static void waitUntilTaken(Visit visit) {
        for (int attempt = 0; attempt < 20 && visit.page().locator("progress").count() > 0; attempt++) {
            visit.page().waitForTimeout(500);
            visit.page().reload();
            visit.settled();
        }
    }

    /// Two sound rows, and one whose credit code has a wrong check character.
    private static String file() {
        CreditCode first = new TestFirms().next();
        CreditCode second = new TestFirms().next();
        String right = new TestFirms().next().value();
        String wrong = right.substring(0, 17) + (right.endsWith("1") ? "2" : "1");
        return """
                企业名称,统一社会信用代码,注册日期,企业类型,注册资金,经营范围,地区,注册地址
                故事茶馆（测试）,%s,2019-05-06,个体工商户,5万元,茶馆服务,锦江区,锦江区演示路 1 号
                故事机械有限公司（测试）,%s,2015-03-02,有限责任公司,"2,000(万元人民币)",通用设备制造,双流区,双流区演示路 2 号
                故事错码店（测试）,%s,2020-01-01,个体工商户,1万元,零售,武侯区,武侯区演示路 3 号
                """.formatted(first, second, wrong);
    }

    /// Moves on with the Tab key until the field has the focus.
    private static void tabTo(Visit visit, String id) {
        for (int stop = 0; stop < 40; stop++) {
            visit.page().keyboard().press("Tab");
            if (id.equals(visit.page().evaluate("() => document.activeElement.id"))) {
                return;
            }
        }
        throw new AssertionError("the Tab key does not reach (" + id + ")");
    }

    private static void signInWithoutScripts(Visit visit, String account) {
        visit.go("/sign-in");
        visit.page().fill("input[name=account]", account);
        visit.page().fill("input[name=password]", "rongyi-demo");
        visit.page().click("main button");
        visit.settled();
        assertThat(visit.at()).isEqualTo("/home");
    }

    private static void press(Visit visit, String button) {
        visit.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
        visit.settled();
    }
}
