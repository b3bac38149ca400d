package org.rongyi.city.applications.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.applications.Application;
import org.rongyi.city.applications.Applications;
import org.rongyi.city.applications.Story;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Person;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A founder starts a restaurant company in a real browser: registration, then the restaurant, to the last
/// decision. Each department is played by its user of the demo. Later steps stand on earlier ones.
@CityTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ApplicationStoryTest {
    private static final CreditCode CODE = Story.newCode();
    private static final String NAME = "故事里的餐饮有限公司（测试）";
    private static final Map<String, String> SAID = Map.ofEntries(
            Map.entry("entityName", NAME),
            Map.entry("registeredCapital", "50"),
            Map.entry("businessScope", "餐饮服务"),
            Map.entry("registeredAddress", "锦江区演示路 8 号"),
            Map.entry("operatingAreaCode", "510104022"),
            Map.entry("legalRepName", "创业者（测试）"),
            Map.entry("contactPhone", "13900000000"),
            Map.entry("financeOfficer", "某会计"),
            Map.entry("taxAgentName", "某会计"),
            Map.entry("shareholders", "创业者 100%"),
            Map.entry("premisesArea", "80"),
            Map.entry("seatCount", "40"),
            Map.entry("foodSafetyOfficer", "某店长"),
            Map.entry("signSize", "宽 3 米，高 1.3 米"),
            Map.entry("signPlace", "门头"));

    private static Acting founder = new Acting(new Person("nobody", "", "", Set.of()), null);

    @Autowired
    private Story story;

    @Autowired
    private Browser browser;

    @Autowired
    private Applications applications;

    @LocalServerPort
    private int port;

    @Autowired
    private TestClock clock;

    private static void press(Visit visit, String name) {
        visit.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
        visit.settled();
    }

    private static void signIn(Visit visit) {
        visit.page().fill("input[name=account]", founder.account());
        visit.page().fill("input[name=password]", Story.PASSWORD);
        press(visit, "登录");
    }

    /// Fills what is asked: text from the list above, the first choice elsewhere.
    private static void fillForm(Visit visit) {
        SAID.forEach((field, value) -> {
            Locator input = visit.page().locator("input[type=text][name=" + field + "], textarea[name=" + field + "]");
            if (input.count() > 0 && input.first().inputValue().isEmpty()) {
                input.first().fill(value);
            }
        });
        for (Locator group :
                visit.page().locator("fieldset:has(input[type=radio])").all()) {
            if (group.locator("input:checked").count() == 0) {
                group.locator("input[type=radio]").first().check();
            }
        }
        for (Locator group :
                visit.page().locator("fieldset:has(input[type=checkbox])").all()) {
            if (group.locator("input:checked").count() == 0) {
                group.locator("input[type=checkbox]").first().check();
            }
        }
        for (Locator select : visit.page().locator("main select").all()) {
            if (select.inputValue().isEmpty()) {
                select.selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            }
        }
    }

    private static void answer(Visit visit, Map<String, String> answers) {
        while (visit.page().locator(".ry-question").count() > 0) {
            String asked = visit.page().inputValue(".ry-question input[name=element]");
            String value = answers.getOrDefault(asked, "yes");
            Locator typed = visit.page().locator(".ry-question input[type=text][name=" + asked + "]");
            if (typed.count() > 0) {
                typed.fill(value);
            } else {
                visit.page()
                        .locator(".ry-question input[name=" + asked + "][value='" + value + "']")
                        .check();
            }
            press(visit, "下一题");
        }
    }

    @Test
    @Order(1)
    void theFounderAnswersAsAVisitorSignsInAndGoesOn() {
        founder = story.person("创业者（测试）");
        try (Visit visit = browser.visitor()) {
            visit.go("/").click("一网通办");
            visit.click("开办企业");
            assertThat(visit.at()).isEqualTo("/journeys/start-company");
            visit.page().fill("#firmStaff", "0");
            press(visit, "下一题");
            visit.click("现在申请");
            assertThat(visit.at()).startsWith("/sign-in");
            signIn(visit);
            visit.shows("开办企业", "1 个回答带过来", "提交以前，部门看不到").isWell("apply-start");
            press(visit, "开始填");
            visit.shows("接着：几个问题", "要办的事项", "企业设立登记").isWell("apply-draft");
            visit.click("接着：几个问题");
            assertThat(visit.text()).as("answered before").doesNotContain("开业时有几个人要参加社保");
            visit.isWell("apply-questions");
            answer(visit, Map.of("needsInvoices", "no"));
            press(visit, "不办 银行开户预约");
            visit.shows("加回来");
            visit.click("接着：一张表");
            visit.page().fill("input[name=registeredCapital]", "五十");
            visit.page().fill("input[name=entityName]", NAME);
            press(visit, "存好，接着看材料");
            visit.expected(422).shows("填数字");
            assertThat(visit.page().inputValue("input[name=registeredCapital]")).isEqualTo("五十");
            visit.isWell("apply-form");
            fillForm(visit);
            visit.page().fill("input[name=registeredCapital]", "50");
            visit.page().fill("input[name=legalRepId]", "123");
            press(visit, "从标准地址里选");
            chooseAddress(visit);
            assertThat(visit.page().inputValue("input[name=registeredAddress]"))
                    .isEqualTo("锦江区锦官驿街道水井坊社区演示路 8 号3 栋501 室");
            press(visit, "从标准地址里选");
            assertThat(visit.page().inputValue("#road")).isEqualTo("演示路 8 号3 栋501 室");
            assertThat(visit.page().isChecked("input[name=promise]"))
                    .as("whoever comes back has promised")
                    .isTrue();
            press(visit, "用这个地址");
            assertThat(visit.page().inputValue("input[name=registeredAddress]"))
                    .isEqualTo("锦江区锦官驿街道水井坊社区演示路 8 号3 栋501 室");
            press(visit, "存好，接着看材料");
            visit.shows("要交的", "公司章程", "免交的", "身份证件");
        }
    }

    private static void chooseAddress(Visit visit) {
        for (String area : List.of("510104", "510104017", "510104017001")) {
            visit.page().selectOption("#below", area);
            press(visit, "接着选");
        }
        visit.page().fill("#road", "演示路");
        visit.page().fill("#building", "3 栋");
        visit.page().fill("#room", "501 室");
        visit.page().check("input[name=promise]");
        press(visit, "用这个地址");
        visit.expected(422).shows("写路名和门牌号", "我承诺").isWell("apply-address");
        visit.page().fill("#road", "演示路 8 号");
        press(visit, "用这个地址");
        assertThat(visit.at()).contains("/form");
    }

    @Test
    @Order(2)
    void theDraftIsThereTheNextDayAndIsHandedIn() {
        try (Visit visit = browser.visitor()) {
            visit.go("/applications");
            signIn(visit);
            visit.shows("没提交的", "开办企业").isWell("apply-list");
            visit.page().locator("main h3 a").first().click();
            visit.settled().click("接着：材料");
            upload(visit, "articles", "章程.txt", "no paper at all");
            visit.expected(422).shows("只收 PDF、PNG、JPEG");
            upload(visit, "articles", "章程.pdf", "%PDF-1.7 " + "x".repeat(400) + " %%EOF");
            visit.shows("章程.pdf", "已上传");
            visit.page().locator("#paper-appointment button[value=COUNTER]").click();
            visit.settled().shows("带到部门交").isWell("apply-papers");
            visit.click("接着：核对并提交");
            visit.shows("预审", "法定代表人证件号", "GB 11643-1999").isWell("apply-check");
            visit.inEnglish().shows("Check and hand in", "Basis:").screenshot("apply-check-en");
            visit.inChinese();
            press(visit, "确认并提交");
            visit.expected(422).shows("请确认以上属实", "先改，或者勾选");
            visit.page().check("#despite");
            visit.page().check("#true");
            press(visit, "确认并提交");
            visit.shows("提交好了，编号", "各部门办到哪了", "企业设立登记", "还没有分到人", "等“企业设立登记”办成", "还剩 5 天");
            visit.isWell("apply-handed-in");
            visit.go("/applications").shows("已提交", "0 / 3 项办成");
        }
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "application/pdf", content.getBytes(StandardCharsets.UTF_8));
    }

    private static void upload(Visit visit, String paper, String name, String content) {
        visit.page().setInputFiles("#file-" + paper, file(name, content));
        visit.page().locator("#paper-" + paper + " button[value=FILE]").click();
        visit.settled();
    }

    private Application newest() {
        return applications.of(now()).getFirst().application();
    }

    private Acting now() {
        return story.again(founder, clock.today());
    }

    private String number(Application application, String item) {
        return story.caseOf(application, now(), item).number(TestClock.SHANGHAI);
    }

    /// A department of the demo does its part on its own pages.
    private void decide(String account, Application application, String item, String act, Map<String, String> says) {
        String number = number(application, item);
        try (Visit officer = browser.as(account)) {
            for (String step : List.of("take", "event-accept", "event-beginReview")) {
                OnTheDesk.act(officer, number, step);
            }
            officer.go("/cases/" + number + "/acts/" + act);
            says.forEach((field, value) -> officer.page().fill("[name=" + field + "]", value));
            OnTheDesk.press(OnTheDesk.press(officer)).shows("记下了").nothingFailed();
        }
    }

    @Test
    @Order(3)
    void theRegistrationAsksOnceAndTheFounderCorrects() {
        String number = number(newest(), "company-registration");
        try (Visit officer = browser.as("market")) {
            OnTheDesk.act(officer, number, "take");
            officer.go("/cases/" + number + "/acts/event-askCorrection").page().fill("[name=fault-1]", "证件号不对，请核对。");
            officer.page().fill("[name=fault-2]", "章程没有签字页。");
            officer.page().fill("#proof", "补正通知书 1 号");
            OnTheDesk.press(OnTheDesk.press(officer)).shows("记下了：要求补正");
        }
        try (Visit visit = browser.visitor()) {
            visit.go("/applications");
            signIn(visit);
            visit.shows("等您").click("开办企业");
            visit.shows("要改 2 处，一次说全", "证件号不对，请核对。", "章程没有签字页。").isWell("apply-correction-asked");
            visit.page().locator(".ry-turn a.govuk-button").click();
            visit.settled().isWell("apply-correct");
            press(visit, "改好了，核对一下");
            visit.expected(422).shows("还没有改动");
            visit.page().fill("input[name=shareholders]", "创业者（测试） 100%");
            visit.page().setInputFiles("#file-articles", file("章程.pdf", "%PDF-1.7 " + "y".repeat(400) + " %%EOF"));
            press(visit, "改好了，核对一下");
            visit.shows("还没有送出", "章程.pdf");
            await().atMost(Duration.ofMinutes(1)).until(() -> story.papersAreRead(newest()));
            press(visit, "回去再改");
            visit.shows("会换上这份").isWell("apply-correct-again");
            press(visit, "改好了，核对一下");
            visit.shows("公司章程打不开").isWell("apply-correct-check");
            visit.page().check("#despite");
            press(visit, "送回部门");
            visit.shows("已送到部门").nothingFailed();
        }
        assertThat(story.caseOf(newest(), now(), "company-registration").state().id())
                .isEqualTo("submitted");
    }

    @Test
    @Order(4)
    void theFirmIsRegisteredAndItsFounderActsForIt() {
        String number = number(newest(), "company-registration");
        try (Visit officer = browser.as("market")) {
            officer.go("/cases/" + number)
                    .shows("交来的内容", NAME, "申请人填写", "材料", "章程.pdf", "市监")
                    .isWell("case-content");
            OnTheDesk.papersAreForTheirDepartment(
                    port, number, officer.page().getByText("章程.pdf").first().getAttribute("href"));
            OnTheDesk.act(officer, number, "event-accept");
            OnTheDesk.act(officer, number, "event-beginReview");
            officer.go("/cases/" + number + "/acts/event-grant")
                    .shows("没有就空着，以后能补")
                    .isWell("case-grant-states");
            officer.page().fill("[name=creditCode]", "91510100MA0000000X");
            OnTheDesk.press(OnTheDesk.press(officer)).expected(422);
            officer.page().fill("[name=creditCode]", CODE.value());
            officer.page().fill("[name=establishedOn]", clock.today().toString());
            OnTheDesk.press(officer).shows("核对：准予许可", CODE.value()).isWell("case-grant-states-check");
            OnTheDesk.press(officer).shows("记下了：准予许可");
            officer.inEnglish()
                    .go("/cases/" + number)
                    .shows("What was handed in", "filled in by the applicant", "Registration")
                    .isWell("case-content-en");
        }
        decide("police", newest(), "seal-engraving", "event-grant", Map.of());
        try (Visit visit = browser.visitor()) {
            visit.go("/home");
            signIn(visit);
            visit.shows(NAME, "2 / 3 项办成").isWell("apply-home");
            visit.click("开办企业");
            visit.shows("办好了", "营业执照", CODE.value(), "证照和印章").isWell("apply-granted");
            visit.inEnglish().shows("How far each department is", "Granted").isWell("apply-granted-en");
        }
        decide("tax", newest(), "tax-registration", "event-grant", Map.of("taxOffice", "锦江区税务局"));
        try (Visit visit = browser.visitor()) {
            visit.go("/applications");
            signIn(visit);
            visit.shows("3 / 3 项办成");
        }
    }

    @Test
    @Order(5)
    void theRestaurantIsAppliedForWithWhatTheRegistrationKnows() {
        try (Visit visit = browser.visitor()) {
            visit.go("/").click("一网通办").click("开办餐饮店").click("现在申请");
            signIn(visit);
            visit.shows("给" + NAME + "申请");
            press(visit, "开始填");
            visit.click("接着：几个问题");
            answer(visit, Map.of("hasSign", "yes", "assemblyPlace", "no", "sellsTobacco", "yes", "foodForms", "热食"));
            visit.click("接着：一张表");
            visit.shows("已替您填好", "来自市监");
            fillForm(visit);
            visit.isWell("apply-form-known");
            press(visit, "存好，接着看材料");
            for (Locator bring = visit.page().locator("button[value=COUNTER]");
                    bring.count() > 0;
                    bring = visit.page().locator("button[value=COUNTER]")) {
                bring.first().click();
                visit.settled();
            }
            visit.click("接着：核对并提交");
            visit.page().check("#true");
            if (visit.page().locator("#despite").count() > 0) {
                visit.page().check("#despite");
            }
            press(visit, "确认并提交");
            visit.shows("提交好了");
        }
        Application restaurant = newest();
        decide(
                "tobacco",
                restaurant,
                "tobacco-permit",
                "event-refuse",
                Map.of("reason", "五十米内已有一家。", "basis", "合理布局规定", "proof", "不予许可决定书 1 号"));
        decide("market", restaurant, "licence-check", "event-grant", Map.of());
        decide("market", restaurant, "food-permit", "event-grant", Map.of());
        try (Visit visit = browser.visitor()) {
            visit.go("/applications/" + restaurant.id());
            signIn(visit);
            visit.shows("不予许可", "食品经营许可证", "办好了", "待受理");
            visit.page()
                    .locator("tr")
                    .filter(new Locator.FilterOptions().setHasText("户外招牌"))
                    .locator("a")
                    .filter(new Locator.FilterOptions().setHasText("撤回"))
                    .click();
            visit.settled().shows("别的事项照办").isWell("apply-withdraw");
            press(visit, "撤回");
            visit.expected(422).shows("写一句为什么撤回");
            visit.page().fill("textarea[name=reason]", "先不装招牌了。");
            press(visit, "撤回");
            visit.shows("已送到部门", "已撤回", "先不装招牌了。").isWell("apply-done");
            assertThat(visit.text()).containsPattern(Pattern.compile("食品经营许可[\\s\\S]*办好了"));
        }
    }
}
