package org.rongyi.city.applications.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.identity.web.Caller;

/// What an officer of the demo does on the pages of a case.
final class OnTheDesk {
    private static final String DEMO_PASSWORD = "rongyi-demo";

    private OnTheDesk() {}

    static void act(Visit officer, String number, String act) {
        press(officer.go("/cases/" + number + "/acts/" + act)).shows("记下了");
    }

    /// Presses the filled button of the page.
    static Visit press(Visit visit) {
        visit.page()
                .locator("main button.govuk-button:not(.govuk-button--secondary)")
                .first()
                .click();
        return visit.settled();
    }

    /// What was handed in opens for the department that decides, and for nobody else.
    static void papersAreForTheirDepartment(int port, String number, String href) {
        HttpResponse<String> kept =
                new Caller(port).signedIn("market", DEMO_PASSWORD).get(href);
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(new Caller(port).signedIn("tax", DEMO_PASSWORD).get(href).statusCode())
                .as("another department")
                .isEqualTo(404);
        Caller leader = new Caller(port).signedIn("leader", DEMO_PASSWORD);
        assertThat(leader.get("/cases/" + number).body()).contains("只给经办部门看").doesNotContain(href);
        assertThat(leader.get(href).statusCode()).isEqualTo(404);
    }
}
