package org.rongyi.city.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rongyi.city.CityTest;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.city.identity.TestFirms;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@CityTest
class SignInPageTest {
    private static final String PASSWORD = "Right-1 密码";
    private final String account = "leader-" + UUID.randomUUID();

    @LocalServerPort
    private int port;

    @Autowired
    private Browser browser;

    @Autowired
    private People people;

    @Autowired
    private Mandates mandates;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void aLeaderWithAnAccount() {
        people.register(new Person(account, "某领导", "市政府办", Set.of(Role.LEADER)), PASSWORD);
    }

    @Test
    void leadsToWhereThePersonsWorkIs() {
        assertThat(Caller.leadsTo(signIn(account, PASSWORD))).isEqualTo("/leader");
        String owner = "owner-" + UUID.randomUUID();
        people.register(new Person(owner, "某业主", "", Set.of()), PASSWORD);
        assertThat(Caller.leadsTo(signIn(owner, PASSWORD))).isEqualTo("/");
        mandates.registered(new TestFirms().next(), owner, Mandate.Capacity.OWNER, "市监");
        assertThat(Caller.leadsTo(signIn(owner, PASSWORD))).isEqualTo("/home");
        mandates.registered(new TestFirms().next(), owner, Mandate.Capacity.OWNER, "市监");
        assertThat(Caller.leadsTo(signIn(owner, PASSWORD))).isEqualTo("/identity/switch");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleBeginsWhereItsWorkIsAndFindsItInTheMenu(Role role) {
        String worker = "worker-" + UUID.randomUUID();
        // Of no department of the demo: a further head there would be given its cases.
        people.register(new Person(worker, "某人", "某局（测试）", Set.of(role)), PASSWORD);
        Caller caller = new Caller(port);
        String start = Caller.leadsTo(caller.post("/sign-in", "account", worker, "password", PASSWORD));
        assertThat(start).isNotEqualTo("/");
        assertThat(caller.get(start).statusCode()).isEqualTo(200);
        assertThat(caller.get("/policies").body()).contains("href=\"" + start + "\"");
    }

    @Test
    void leadsToThePageThatWasAskedFor() {
        Caller caller = new Caller(port);
        String signIn = caller.get("/leader/districts?year=2026&of=[一]")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(signIn).contains("/sign-in?next=%2Fleader%2Fdistricts%3Fyear%3D2026");
        assertThat(caller.cookie("SESSION"))
                .as("who only knocks has no session")
                .isEmpty();
        assertThat(caller.get(signIn.substring(signIn.indexOf("/sign-in"))).body())
                .contains("name=\"next\" value=\"/leader/districts?year=2026&amp;of=");
        String next = "/leader/districts?year=2026";
        HttpResponse<String> wrong = caller.post("/sign-in", "account", account, "password", "wrong", "next", next);
        assertThat(wrong.body()).as("kept when the password was wrong").contains("value=\"" + next + "\"");
        HttpResponse<String> answer = caller.post("/sign-in", "account", account, "password", PASSWORD, "next", next);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).endsWith(next));
    }

    @Test
    void leadsToNoOtherSite() {
        for (String elsewhere :
                List.of("//evil.example/x", "/\\evil.example", "https://evil.example", "{x}", "/a\nb")) {
            HttpResponse<String> answer =
                    new Caller(port).post("/sign-in", "account", account, "password", PASSWORD, "next", elsewhere);
            assertThat(answer.statusCode()).as(elsewhere).isEqualTo(302);
            String to = answer.headers().firstValue("Location").orElseThrow();
            assertThat(URI.create("http://localhost:" + port + "/").resolve(to).getHost())
                    .as(elsewhere)
                    .isEqualTo("localhost");
        }
    }

    @Test
    void whoTriesTheDemoChoosesAnAccountThatIsThenFilledIn() {
        try (Visit visit = browser.visitor()) {
            visit.go("/sign-in").shows("演示账号", "部门办事员").isWell("sign-in-demo");
            visit.page().getByText("负责人、领导").click();
            visit.click("drugs-head");
            assertThat(visit.page().inputValue("#account")).isEqualTo("drugs-head");
            visit.inEnglish().shows("Officers of departments").screenshot("sign-in-demo-en");
        }
        assertThat(new Caller(port).get("/sign-in?account=" + account).body())
                .as("nobody else is filled in")
                .doesNotContain("value=\"" + account);
    }

    @Test
    void theAccountCountsInAnyCaseAndWithSpacesAround() {
        assertThat(signIn(" " + account.toUpperCase(java.util.Locale.ROOT) + " ", PASSWORD)
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void keepsTheAccountAndDoesNotSayWhichOfTheTwoIsWrong() {
        HttpResponse<String> wrongPassword = signIn(account, "wrong");
        HttpResponse<String> wrongAccount = signIn(account + "x", PASSWORD);
        assertThat(wrongPassword.statusCode()).isEqualTo(422);
        assertThat(wrongPassword.body())
                .contains("value=\"" + account + "\"")
                .contains("账号或密码不对")
                .doesNotContain("wrong");
        assertThat(withoutWhatDiffers(wrongAccount.body(), account + "x"))
                .isEqualTo(withoutWhatDiffers(wrongPassword.body(), account));
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(signIn("", "").body()).contains("输入账号").contains("输入密码").doesNotContain("不对");
        assertThat(signIn(account, "").body()).contains("输入密码").doesNotContain("输入账号");
    }

    @Test
    void afterTooManyFailuresEvenTheRightPasswordMustWait() {
        for (int i = 0; i < 10; i++) {
            assertThat(signIn(account, "wrong " + i).statusCode()).isEqualTo(422);
        }
        HttpResponse<String> answer = signIn(account, PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("900");
        assertThat(answer.body()).contains("15 分钟").contains("value=\"" + account + "\"");
        // Other tests sign in from the same address.
        jdbc.sql("delete from identity.sign_in_attempt").update();
    }

    @Test
    void signingInGivesTheSessionANewIdThatNoScriptCanRead() {
        Caller caller = new Caller(port);
        caller.signedIn(account, PASSWORD);
        String before = caller.cookie("SESSION");
        HttpResponse<String> answer = caller.post("/sign-in", "account", account, "password", PASSWORD);
        assertThat(before).isNotEmpty();
        assertThat(caller.cookie("SESSION")).isNotEmpty().isNotEqualTo(before);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("SESSION=").contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void signingOutEndsTheSession() {
        Caller caller = new Caller(port).signedIn(account, PASSWORD);
        String session = caller.cookie("SESSION");
        assertThat(caller.get("/identity/switch").statusCode()).isEqualTo(200);
        assertThat(Caller.leadsTo(caller.post("/sign-out"))).isEqualTo("/");
        assertThat(Caller.leadsTo(caller.get("/identity/switch"))).isEqualTo("/sign-in");
        assertThat(jdbc.sql("select count(*) from identity.session where session_id = ?")
                        .param(new String(Base64.getDecoder().decode(session), StandardCharsets.UTF_8))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aNewPasswordEndsTheSessionsOfTheOldOne() {
        Caller caller = new Caller(port).signedIn(account, PASSWORD);
        people.register(new Person(account, "某领导", "市政府办", Set.of(Role.LEADER)), "another " + PASSWORD);
        assertThat(Caller.leadsTo(caller.get("/identity/switch"))).isEqualTo("/sign-in");
    }

    @Test
    void whoseAccountIsClosedIsSignedOutAtOnceAndSignsInNoLonger() {
        String chief = "chief-" + UUID.randomUUID();
        people.register(new Person(chief, "某管理员", "", Set.of(Role.ADMINISTRATOR)), PASSWORD);
        Caller caller = new Caller(port).signedIn(account, PASSWORD);
        assertThat(caller.get("/leader").statusCode()).isEqualTo(200);
        new Caller(port).signedIn(chief, PASSWORD).post("/admin/accounts/" + account + "/close");
        assertThat(Caller.leadsTo(caller.get("/leader"))).isEqualTo("/sign-in");
        assertThat(jdbc.sql("select count(*) from identity.session where principal_name = ?")
                        .param(account)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(signIn(account, PASSWORD).statusCode()).isEqualTo(422);
    }

    @Test
    void aRoleThatIsTakenAwayEndsAtOnce() {
        Caller caller = new Caller(port).signedIn(account, PASSWORD);
        assertThat(caller.get("/leader").statusCode()).isNotEqualTo(403);
        people.register(new Person(account, "某领导", "市政府办", Set.of()), PASSWORD);
        assertThat(caller.get("/leader").statusCode()).isEqualTo(403);
    }

    @Test
    void aFormFromElsewhereIsRefused() {
        Caller caller = new Caller(port).signedIn(account, PASSWORD);
        assertThat(caller.postWithoutToken("/identity/switch").statusCode()).isEqualTo(403);
        assertThat(caller.postWithoutToken("/sign-out").statusCode()).isEqualTo(403);
    }

    @Test
    void passwordsAreKeptHashed() {
        assertThat(jdbc.sql("select password_hash from identity.person where account = ?")
                        .param(account)
                        .query(String.class)
                        .single())
                .startsWith("{bcrypt}$2")
                .doesNotContain(PASSWORD);
    }

    @Test
    void everyAnswerCarriesTheHeadersThatProtectIt() {
        HttpResponse<String> answer = new Caller(port).get("/sign-in");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .contains(SecurityConfiguration.CONTENT_SECURITY_POLICY);
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(answer.headers().firstValue("Permissions-Policy"))
                .contains(SecurityConfiguration.PERMISSIONS_POLICY);
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    }

    private HttpResponse<String> signIn(String who, String password) {
        return new Caller(port).post("/sign-in", "account", who, "password", password);
    }

    private static String withoutWhatDiffers(String page, String typed) {
        return page.replace(typed, "…").replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }
}
