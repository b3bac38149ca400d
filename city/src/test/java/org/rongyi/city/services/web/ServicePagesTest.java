package org.rongyi.city.services.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.city.enterprises.TestFirms.report;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;

/// The catalogue, a guide and a journey, in a real browser.
@CityTest
class ServicePagesTest {
    private static final String PASSWORD = "a password of the test";

    @Autowired
    private Browser browser;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private People people;

    @Autowired
    private Mandates mandates;

    private static void button(Visit visit, String name) {
        visit.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        visit.settled();
    }

    private static void answer(Visit visit, String element, String value) {
        visit.page().check("input[name=" + element + "][value=" + value + "]");
        button(visit, "下一题");
    }

    @Test
    void theCatalogueIsSearchedByWordsDepartmentAndJourney() {
        try (Visit visit = browser.visitor()) {
            visit.go("/items").shows("事项目录", "食品经营许可").isWell("items");
            visit.go("/items?q=卷烟").shows("烟草专卖零售许可", "1 项");
            assertThat(visit.text()).doesNotContain("食品经营许可");
            visit.go("/items?department=fire").shows("消防安全检查");
            visit.go("/items?journey=retire").shows("养老待遇核定", "5 项");
            visit.go("/items?q=没有这样的词").shows("没有这样的事项");
            visit.go("/items")
                    .inEnglish()
                    .shows("Service items", "Food business permit")
                    .isWell("items-en");
        }
    }

    @Test
    void aGuideSaysWhoWhatHowLongAndWhatIsNotVerified() {
        try (Visit visit = browser.visitor()) {
            visit.go("/items/food-permit")
                    .shows("谁能办", "法定 10", "不收费", "平面布局图", "拿到什么", "食品安全法", "待核实", "版本 2")
                    .isWell("item");
            visit.go("/items/nothing").expected(404).shows("事项目录里没有");
            visit.go("/items/fire-check")
                    .inEnglish()
                    .shows("Fire safety", "By promise")
                    .isWell("item-en");
        }
    }

    @Test
    void aFounderAnswersThreeQuestionsAndReadsThePlanWithoutScripts() {
        try (Visit visit = browser.visitorWithoutScripts()) {
            visit.go("/journeys").shows("您要办哪件事？", "开办餐饮店", "企业注销");
            visit.click("开办企业").shows("开业时有几个人要参加社保", "要办的事项", "看您怎么答");
            visit.page().fill("#firmStaff", "二");
            button(visit, "下一题");
            visit.expected(422).shows("填数字");
            visit.page().fill("#firmStaff", "2");
            button(visit, "下一题");
            visit.shows("员工参保登记");
            answer(visit, "addressPromise", "yes");
            answer(visit, "needsInvoices", "yes");
            visit.shows("问完了", "谁在什么时候办", "至少 1\u00a0个工作日", "还说不出哪天办完", "没有公布时限", "每项只问一次", "企业设立登记", "发票额度申领");
            button(visit, "这次不办 银行开户预约");
            visit.shows("加回来");
            assertThat(visit.page().locator(".ry-lanes").innerText()).doesNotContain("银行开户预约");
            visit.page()
                    .locator("a[href='/journeys/start-company?ask=needsInvoices']")
                    .click();
            visit.settled();
            answer(visit, "needsInvoices", "no");
            visit.shows("不用办：1 项");
            button(visit, "全部清掉，重新开始");
            visit.shows("开业时有几个人要参加社保");
        }
    }

    @Test
    void aFirmFindsFilledInWhatIsKnownOfIt() {
        String owner = "owner-" + UUID.randomUUID();
        CreditCode firm = TestFirms.newCode();
        enterprises.record(report(
                firm,
                "市监",
                "2024-01-01",
                Map.of("entityName", "测试面馆（演示）", "entityType", "个体工商户", "registeredAddress", "示例路 12 号")));
        people.register(new Person(owner, "某业主", "", Set.of()), PASSWORD);
        mandates.registered(firm, owner, Mandate.Capacity.OWNER, "市监");
        try (Visit visit = browser.visitor()) {
            visit.signedIn(owner, PASSWORD).go("/journeys/open-restaurant").isWell("journey-first");
            Map<String, String> answers = Map.of("hasSign", "yes", "assemblyPlace", "yes", "sellsTobacco", "no");
            while (visit.page().locator(".ry-question").count() > 0) {
                String asked = visit.page().inputValue(".ry-question input[name=element]");
                if (answers.containsKey(asked)) {
                    answer(visit, asked, String.valueOf(answers.get(asked)));
                } else {
                    button(visit, "不清楚，跳过");
                }
            }
            visit.page().click("summary:has-text('免交的')");
            visit.shows("测试面馆（演示）", "来自市监", "已替您填好", "电子证照已核对：营业执照", "10\u00a0个工作日");
            visit.isWell("journey-plan");
            visit.inEnglish().shows("Who works when", "Filled in for you").isWell("journey-plan-en");
        }
    }

    @Test
    void everyJourneyOpensAndTheSearchFindsItemsAndJourneys() {
        try (Visit visit = browser.visitor()) {
            visit.go("/journeys").isWell("journeys");
            for (String id : visit.page().locator("main h3 a").all().stream()
                    .map(link -> String.valueOf(link.getAttribute("href")))
                    .toList()) {
                visit.go(id).shows("要办的事项");
            }
            visit.go("/journeys/nothing").expected(404).shows("这件事");
            visit.go("/search?q=营业执照").shows("事项", "企业设立登记");
            visit.go("/search?q=开办餐饮店").shows("一件事 · 开办");
            visit.go("/journeys").inEnglish().shows("What do you want to do?", "Open a restaurant");
            visit.isWell("journeys-en");
        }
    }
}
