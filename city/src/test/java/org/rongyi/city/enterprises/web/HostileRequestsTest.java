package org.rongyi.city.enterprises.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.city.enterprises.web.TestPeople.calling;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.enterprises.Contests;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Role;
import org.rongyi.city.identity.web.Caller;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What no honest visitor sends is answered like a mistake of the visitor, never as a fault of the city.
@CityTest
class HostileRequestsTest {
    private static final String NUL = "a\0b";

    private final TestPeople people;
    private CreditCode firm = TestFirms.newCode();

    @LocalServerPort
    private int port;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private Contests contests;

    @Autowired
    private Portraits portraits;

    HostileRequestsTest(@Autowired People people, @Autowired Mandates mandates) {
        this.people = new TestPeople(people, mandates);
    }

    @BeforeEach
    void aFirm() {
        firm = TestFirms.enter(enterprises, "望江楼竹器厂（演示）");
    }

    @Test
    void aNulInASearchOrAFieldIsAsIfItHadNotBeenTyped() {
        assertThat(new Caller(port)
                        .post("/sign-in", "account", NUL, "password", "x")
                        .statusCode())
                .isEqualTo(422);
        Caller officer = calling(port, people.officer("市监"));
        assertThat(officer.get("/officer?q=" + "%E6%9C%9B%00%E6%B1%9F%E6%A5%BC").body())
                .contains("望江楼竹器厂（演示）");
        assertThat(officer.get("/officer/firms.csv?q=%00").statusCode()).isEqualTo(200);
        Caller owner = calling(port, people.owner(firm));
        owner.post("/my/data/entityName/contest", "reason", "名称" + NUL);
        assertThat(contests.of(firm, TestFirms.owner(firm), 0, 20).getFirst().reason())
                .isEqualTo("名称ab");
        assertThat(owner.post("/my/mandates/check", "account", NUL).statusCode())
                .isEqualTo(422);
    }

    @Test
    void aDamagedSessionCookieIsNoSession() throws IOException, InterruptedException {
        String nul = Base64.getEncoder().encodeToString("a\0b".getBytes(StandardCharsets.US_ASCII));
        for (String cookie : List.of(nul, "A".repeat(3000), "%00%ff", "")) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/home"))
                    .header("Cookie", "SESSION=" + cookie)
                    .build();
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(cookie).isEqualTo(302);
        }
    }

    @Test
    void whatWasTypedSurvivesASessionThatEnded() {
        Caller nobodyAnyMore = new Caller(port);
        HttpResponse<String> answer = nobodyAnyMore.post("/my/data/entityName/contest", "reason", "门头换了，营业执照没有换");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("没有送出", "门头换了，营业执照没有换");
        assertThat(Caller.leadsTo(nobodyAnyMore.post("/my/mandates/1/revoke"))).isEqualTo("/sign-in");
    }

    @Test
    void anEndlessPolicyInTheCheckIsForgotten() {
        HttpResponse<String> answer =
                new Caller(port).post("/check", "element", "insuredStaff", "policy", "x".repeat(100_000));
        assertThat(Caller.leadsTo(answer)).isEqualTo("/check");
    }

    @Test
    void anEditorCannotAskAfterOneFirm() {
        Caller editor = calling(port, people.with(Role.POLICY_EDITOR));
        HttpResponse<String> answer = editor.post("/editor/try", "rule", "名称 = \"锦江区巷口面馆（演示）\" and 营业收入 > 117");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("名称能指到某一家企业").doesNotContain("id=\"trial\"");
    }

    @Test
    void nobodyUnknownSendsFiles() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/check"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString("--b\r\nnever closed"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(Caller.leadsTo(answer)).isEqualTo("/sign-in");
    }

    @Test
    void aFileThatIsTooLargeIsAnsweredByAPageThatSaysSo() throws IOException, InterruptedException {
        Caller administrator = calling(port, people.with(Role.ADMINISTRATOR));
        HttpResponse<String> answer = administrator.upload("/admin/import", "x".repeat(66 << 20));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("一次最多 64 MB");
    }

    @Test
    void anAgentWhoMayAnswerDoesNotAnswerForPeople() {
        enterprises.record(TestFirms.report(firm, "市监", "2026-01-01", Map.of("registeredCapital", BigDecimal.TEN)));
        Caller agent = calling(port, people.agent(firm, Mandate.Purpose.VIEW, Mandate.Purpose.ANSWER));
        agent.post("/home/answers", "contactPhone", "13800000000", "totalAssets", "31");
        assertThat(portraits.current(firm).orElseThrow().facts())
                .containsKey("totalAssets")
                .doesNotContainKey("contactPhone");
    }

    @Test
    void aReportOfNoImportIsNotFound() {
        Caller officer = calling(port, people.officer("市监"));
        assertThat(officer.get("/officer/imports/999999/report.csv").statusCode())
                .isEqualTo(404);
    }
}
