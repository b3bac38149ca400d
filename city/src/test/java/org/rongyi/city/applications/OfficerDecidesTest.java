package org.rongyi.city.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.cases.Case;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.web.Caller;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// An officer of the demo reads what a founder handed in, and registers the company through the page of the case.
@CityTest
class OfficerDecidesTest {
    private static final String DEMO_PASSWORD = "rongyi-demo";

    private final Story story;
    private final Drafts drafts;
    private final Enterprises enterprises;

    @LocalServerPort
    private int port;

    @Autowired
    private Browser browser;

    @Autowired
    OfficerDecidesTest(Story story, Drafts drafts, Enterprises enterprises) {
        this.story = story;
        this.drafts = drafts;
        this.enterprises = enterprises;
    }

    @Test
    void aCompanyIsRegisteredThroughThePageOfItsCase() {
        Acting founder = story.person("测试legalRepName");
        Draft draft = story.filled(
                founder,
                "start-company",
                Map.of("firmStaff", BigDecimal.ZERO, "needsInvoices", true, "entityType", "有限责任公司"),
                "bank-account-booking");
        byte[] paper = ("%PDF-1.4\n" + "x".repeat(400) + "\n%%EOF").getBytes(StandardCharsets.US_ASCII);
        assertThat(drafts.attach(draft.application().id(), founder, "articles", "公司章程.pdf", paper))
                .isEqualTo(Drafts.Attaching.KEPT);
        Application application = story.handIn(draft, founder);
        Case file = story.caseOf(application, founder, "company-registration");
        String number = file.number(TestClock.SHANGHAI);
        CreditCode code = Story.newCode();
        try (Visit visit = browser.as("market")) {
            visit.go("/cases/" + number)
                    .shows("交来的内容", "测试entityName", "申请人填写", "材料", "公司章程", "市场监督管理部门")
                    .isWell("case-content");
            String href = visit.page().getByText("公司章程.pdf").getAttribute("href");
            HttpResponse<String> kept =
                    new Caller(port).signedIn("market", DEMO_PASSWORD).get(href);
            assertThat(kept.statusCode()).isEqualTo(200);
            assertThat(kept.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment");
            assertThat(new Caller(port).signedIn("tax", DEMO_PASSWORD).get(href).statusCode())
                    .as("another department")
                    .isEqualTo(404);
            Caller leader = new Caller(port).signedIn("leader", DEMO_PASSWORD);
            assertThat(leader.get("/cases/" + number).body())
                    .contains("测试entityName", "只给经办部门看")
                    .doesNotContain("测试legalRepId", href);
            assertThat(leader.get(href).statusCode()).isEqualTo(404);
            take(visit, number);
            visit.go("/cases/" + number + "/acts/event-grant")
                    .shows("没有就空着，以后能补")
                    .isWell("case-grant-states");
            visit.page().fill("[name=creditCode]", "91510100MA0000000X");
            press(visit).shows("核对：准予许可");
            press(visit).expected(422);
            visit.page().fill("[name=creditCode]", code.value());
            visit.page().fill("[name=establishedOn]", "2026-11-23");
            press(visit).shows("核对：准予许可", code.value()).isWell("case-grant-states-check");
            press(visit).shows("记下了：准予许可");
            visit.inEnglish()
                    .go("/cases/" + number)
                    .shows("What was handed in", "filled in by the applicant", "Registration");
            visit.isWell("case-content-en");
        }
        assertThat(enterprises.find(code).orElseThrow().name()).isEqualTo("测试entityName");
        assertThat(story.part(application, founder, "seal-engraving").state()).isNotEqualTo(Part.State.WAITING);
    }

    private static void take(Visit visit, String number) {
        for (String act : new String[] {"take", "event-accept", "event-beginReview"}) {
            press(visit.go("/cases/" + number + "/acts/" + act)).shows("记下了");
        }
    }

    private static Visit press(Visit visit) {
        visit.page()
                .locator("main button.govuk-button:not(.govuk-button--secondary)")
                .first()
                .click();
        return visit.settled();
    }
}
