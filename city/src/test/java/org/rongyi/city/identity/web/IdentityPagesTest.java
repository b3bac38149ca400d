package org.rongyi.city.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
import org.rongyi.city.identity.Role;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;

/// An owner lets a clerk act for the firm and ends it again, in a real browser.
@CityTest
class IdentityPagesTest {
    private static final String PASSWORD = "a password of the test";

    private final String owner = "owner-" + UUID.randomUUID();
    private final String clerk = "clerk-" + UUID.randomUUID();

    @Autowired
    private Browser browser;

    @Autowired
    private People people;

    @Autowired
    private Mandates mandates;

    @Autowired
    private Enterprises enterprises;

    @BeforeEach
    void aFirmWithItsOwnerAndAClerk() {
        people.register(new Person(owner, "某业主", "", Set.of()), PASSWORD);
        people.register(new Person(clerk, "某会计", "", Set.of()), PASSWORD);
        mandates.registered(new org.rongyi.city.identity.TestFirms().next(), owner, Mandate.Capacity.OWNER, "市监");
    }

    @Test
    void anOwnerGrantsAMandateAndRevokesIt() {
        try (Visit visit = browser.visitor()) {
            signInOnTheWay(visit, "/my/mandates", owner);
            visit.shows("谁能代表企业", "某业主", "全部事项").isWell("mandates");
            visit.click("授权给一个人").isWell("mandate-new");
            visit.page().fill("input[name=account]", clerk);
            visit.page().fill("input[name=name]", "某会计");
            visit.page().check("input[value=VIEW]");
            visit.page().fill("input[name=until]", "2026-12-31");
            button(visit, "核对");
            visit.shows("核对授权", "某会计", "看企业数据").isWell("mandate-check");
            button(visit, "确认授权");
            visit.shows("授权已生效", "某会计").isWell("mandate-granted");
            visit.page().click("a:has-text('撤销')");
            visit.settled().shows("撤销后马上生效").isWell("mandate-revoke");
            button(visit, "撤销");
            visit.shows("授权已撤销").inEnglish().shows("Who may act for the firm");
        }
    }

    @Test
    void anAdministratorMakesAnAccountForWhoeverRepresentsAFirmAndThePersonGoesToWork() {
        String chief = "chief-" + UUID.randomUUID();
        String made = "made-" + UUID.randomUUID();
        people.register(new Person(chief, "某管理员", "", Set.of(Role.ADMINISTRATOR)), PASSWORD);
        CreditCode firm = TestFirms.enter(enterprises, "早就开着的店（测试）");
        String password;
        try (Visit visit = browser.visitor().signedIn(chief, PASSWORD)) {
            visit.go("/admin").click("看账号").shows("谁能登录").isWell("accounts");
            visit.click("开一个账号");
            button(visit, "开账号");
            visit.expected(422).shows("填姓名").isWell("account-new");
            visit.page().fill("input[name=account]", made);
            visit.page().fill("input[name=name]", "某店主");
            button(visit, "开账号");
            password = visit.shows("现在告诉某店主").isWell("account-password").page().textContent("#password");
            visit.click("告诉了，看这个账号").click("登记为企业代表");
            visit.page().fill("input[name=firm]", firm.value());
            visit.page().check("input[value=OWNER]");
            visit.page().fill("input[name=proof]", "看过营业执照原件和身份证");
            visit.isWell("account-firm");
            button(visit, "核对");
            visit.shows("核对登记", "早就开着的店（测试）", "看过营业执照").isWell("account-firm-check");
            button(visit, "确认登记");
            visit.shows("登记好了", "经营者", "本人还没有换成自己的密码").isWell("account");
            visit.click("关闭账号").shows("不再代表任何企业").isWell("account-close");
            visit.inEnglish().shows("acts for no firm").isWell("account-close-en");
            visit.go("/admin/accounts/" + made).shows("Entered for a firm").isWell("account-en");
            assertThat(visit.text()).as("the record in the reader's language").contains(firm + " Proprietor 看过");
            visit.go("/admin/accounts/" + made + "/firm").isWell("account-firm-en");
            visit.go("/admin/accounts/_new").shows("市监 (Market regulation)").isWell("account-new-en");
            visit.go("/admin/accounts?q=" + made).shows("Acts for firms").isWell("accounts-en");
            visit.inChinese();
        }
        try (Visit visit = browser.visitor().signedIn(made, password)) {
            visit.go("/home").shows("换成您自己的密码").isWell("password-given");
            visit.page().fill("#password", password);
            visit.page().fill("#newPassword", "four words of my own");
            visit.page().fill("#newPasswordAgain", "four words of my own");
            button(visit, "就用这个密码");
            assertThat(visit.at()).isEqualTo("/home");
            visit.shows("早就开着的店（测试）").nothingFailed();
        }
    }

    @Test
    void anAccountOfAnyNameHasAPage() {
        String chief = "chief-" + UUID.randomUUID();
        people.register(new Person(chief, "某管理员", "", Set.of(Role.ADMINISTRATOR)), PASSWORD);
        people.register(new Person("new", "姓新的人", "", Set.of()), PASSWORD);
        try (Visit visit = browser.visitor().signedIn(chief, PASSWORD)) {
            visit.go("/admin/accounts?q=姓新").click("new").shows("姓新的人", "还没有");
            visit.click("关闭账号").shows("不再代表任何企业");
        }
    }

    @Test
    void whoSignsInReadsBothLanguagesAndChoosesForWhomToAct() {
        try (Visit visit = browser.visitor()) {
            visit.go("/sign-in").isWell("sign-in");
            visit.inEnglish().shows("Sign in", "Account").isWell("sign-in-en");
        }
        try (Visit visit = browser.visitor()) {
            signInOnTheWay(visit, "/identity/switch", clerk);
            visit.shows("您现在不代表任何企业").isWell("switch");
        }
    }

    @Test
    void theDictionaryExplainsWhatADerivedElementIsMadeOf() {
        try (Visit visit = browser.visitor()) {
            visit.go("/elements?q=研发&kind=derived").shows("研发强度").isWell("elements");
            visit.click("研发强度").shows("研发费用 / 营业收入").isWell("element");
            visit.inEnglish().shows("How it is derived");
        }
    }

    /// Asks for a page, meets the sign-in page and comes out where it was going.
    private static void signInOnTheWay(Visit visit, String path, String account) {
        visit.go(path).shows("登录");
        visit.page().fill("input[name=account]", account);
        visit.page().fill("input[name=password]", PASSWORD);
        button(visit, "登录");
        assertThat(visit.at()).isEqualTo(path);
    }

    private static void button(Visit visit, String name) {
        visit.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        visit.settled();
    }
}
