package org.rongyi.city.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.NewCase;
import org.rongyi.city.cases.Step;
import org.rongyi.city.identity.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CityTest
class WorkPagesTest {
    private final Cases cases;
    private final TestClock clock;
    private final Office office;

    @LocalServerPort
    private int port;

    @Autowired
    private Browser browser;

    @Autowired
    WorkPagesTest(People people, Cases cases, TestClock clock) {
        this.cases = cases;
        this.clock = clock;
        this.office = new Office(people, cases);
    }

    private NewCase errand(String title, int days, String handler) {
        return NewCase.of("errand", title, "某园区（测试）", office.unit)
                .promising("promise", days)
                .handledBy(handler);
    }

    @Test
    void aDayBeginsWithWhatIsLateAndEndsWithWhatWaitsForOthers() {
        office.open(errand("修路灯", 1, office.officer));
        office.open(errand("接水管", 2, office.officer));
        office.open(errand("清河道", 8, office.officer));
        office.open(errand("同事的事", 3, office.colleague));
        office.open(office.application());
        Case waiting = office.open(office.application().handledBy(office.officer));
        cases.fire(
                Step.of(waiting.id(), Actor.of(office.acting(office.officer)))
                        .because("缺平面图")
                        .proving("补正告知书 17 号"),
                "askCorrection");
        clock.moveTo(LocalDate.of(2026, 11, 25));
        try (Visit visit = Office.signedIn(browser.visitor(), "/tasks", office.officer)) {
            visit.shows("任务清单", "逾期 1 个工作日", "今天到期", "等申请人补正", "没人办").isWell("work-list");
            assertThat(visit.text()).doesNotContain("同事的事");
            visit.page().getByText("用键盘").click();
            assertThat(visit.page()
                            .evaluate("() => document.activeElement.textContent")
                            .toString())
                    .contains("修路灯");
            visit.page().keyboard().press("j");
            assertThat(visit.page()
                            .evaluate("() => document.activeElement.textContent")
                            .toString())
                    .contains("接水管");
            visit.page().keyboard().press("Enter");
            visit.page().waitForURL("**/cases/**");
            visit.settled().shows("接水管", "办理并报结果");
            visit.go("/tasks?show=overdue");
            assertThat(visit.page().locator("tbody th a").allInnerTexts())
                    .singleElement()
                    .satisfies(only -> assertThat(only).contains("修路灯"));
            visit.go("/tasks");
            visit.page().selectOption("#item", "食品经营许可");
            visit.page().selectOption("#whose", "unit");
            visit.page().locator("main form button").first().click();
            visit.settled().shows("江畔小馆（测试）");
            assertThat(visit.page().locator("tbody th a").count()).isEqualTo(2);
            visit.go("/tasks?whose=unit").shows("同事的事").inEnglish().shows("Waiting for others", "working days left");
            visit.isWell("work-list-en");
        }
    }

    @Test
    void whoHasNothingToDoReadsSo() {
        try (Visit visit = Office.signedIn(browser.visitor(), "/tasks", office.colleague)) {
            visit.shows("现在没有要您办的事").isWell("work-list-empty");
            visit.go("/tasks?q=没有这个").shows("没有这样的任务");
        }
    }

    @Test
    void aListOfManyHasPagesThatFollowOneAnother() {
        for (int i = 0; i < 53; i++) {
            office.open(errand("第 " + i + " 件", 1 + i % 9, office.officer));
        }
        try (Visit visit = Office.signedIn(browser.visitor(), "/tasks", office.officer)) {
            assertThat(visit.page().locator("tbody tr:not(.ry-group)").count()).isEqualTo(50);
            visit.shows("53 件").click("再看后面的");
            assertThat(visit.page().locator("tbody tr:not(.ry-group)").count()).isEqualTo(3);
            visit.click("回到开头");
            assertThat(visit.at()).isEqualTo("/tasks");
        }
    }

    @Test
    void theListLeavesAsATable() {
        office.open(errand("=修路灯", 1, office.officer));
        String csv = Office.calling(port, office.officer).get("/tasks/list.csv").body();
        assertThat(csv).startsWith("\uFEFF事项,编号,申请人").contains("'=修路灯", "某园区（测试）", "2026-11-24 17:00", "王办事（测试）");
        assertThat(Office.calling(port, office.colleague).get("/tasks/list.csv").body())
                .doesNotContain("修路灯");
    }
}
