package org.rongyi.city.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.Step;
import org.rongyi.city.cases.WorkList;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.springframework.beans.factory.annotation.Autowired;

/// An officer works off a list: a dozen through the pages (`-Dtasks=60`: as many as a day has, in a minute and a half),
/// sixty behind the doors.
@CityTest
class OfficersDayTest {
    private static final int TASKS = Integer.getInteger("tasks", 12);
    private static final int SIXTY = 60;

    private final Cases cases;
    private final CaseFiles files;
    private final WorkList list;
    private final Office office;

    @Autowired
    private Browser browser;

    @Autowired
    OfficersDayTest(People people, Cases cases, CaseFiles files, WorkList list) {
        this.cases = cases;
        this.files = files;
        this.list = list;
        this.office = new Office(people, cases);
    }

    private List<Case> applications(int number) {
        List<Case> opened = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            opened.add(office.open(
                    office.application().promising("decision", 1 + i % 9).handledBy(office.officer)));
        }
        return opened;
    }

    @Test
    void tasksThroughTheBrowser() {
        List<Case> opened = applications(TASKS);
        try (Visit visit = Office.signedIn(browser.visitor(), "/tasks", office.officer)) {
            for (int i = 0; i < TASKS; i++) {
                visit.page().locator("tbody th a").first().click();
                visit.settled().shows("决定是否受理");
                if (i % 4 == 3) {
                    visit.click("要求补正");
                    visit.page().fill("[name=fault-1]", "平面图：没标冷食间");
                    visit.page().fill("#proof", "补正告知书 " + i + " 号");
                    Office.press(Office.press(visit)).shows("记下了：要求补正");
                } else {
                    Office.press(Office.follow(visit)).shows("记下了：受理");
                    Office.press(Office.follow(visit)).shows("记下了：开始审查");
                    Office.press(Office.press(Office.follow(visit))).shows("记下了：准予许可");
                    Office.follow(visit);
                    visit.page().fill("#proof", "食品经营许可证 " + i + " 号");
                    Office.press(Office.press(visit)).shows("记下了：送达");
                }
                visit.click("看下一件");
            }
            visit.shows("等别人，暂时不用办").nothingFailed();
        }
        assertThat(opened.stream().map(this::state))
                .filteredOn("delivered"::equals)
                .hasSize(TASKS - TASKS / 4);
        assertThat(opened.stream().map(this::state))
                .filteredOn("correction"::equals)
                .hasSize(TASKS / 4);
    }

    private String state(Case file) {
        return files.find(file.id()).orElseThrow().state().id();
    }

    @Test
    void sixtyTasksBehindTheDoors() {
        applications(SIXTY);
        Acting officer = office.acting(office.officer);
        WorkList.Query mine = WorkList.Query.of(WorkList.Whose.MINE, office.officer, office.unit);
        assertThat(list.counts(mine).all()).isEqualTo(SIXTY);
        int steps = 0;
        while (true) {
            List<WorkList.Item> first = list.page(mine, null, 1).items();
            if (first.isEmpty() || first.getFirst().bucket() == WorkList.Bucket.WAITING) {
                break;
            }
            assertThat(++steps)
                    .as("every step brings the day nearer to its end")
                    .isLessThanOrEqualTo(SIXTY * 4);
            step(first.getFirst().caseId(), officer);
        }
        assertThat(list.counts(mine).of(WorkList.Bucket.WAITING)).isEqualTo(SIXTY / 6);
        assertThat(list.counts(mine).all()).isEqualTo(SIXTY / 6);
    }

    private void step(long id, Acting officer) {
        Case now = files.find(id).orElseThrow();
        Step step = Step.of(id, Actor.of(officer)).having(now.revision());
        Handling done = switch (now.state().id()) {
            case "submitted" ->
                id % 6 == 0
                        ? cases.fire(step.because("缺平面图").proving("补正告知书"), "askCorrection")
                        : cases.fire(step, "accept");
            case "accepted" -> cases.fire(step, "beginReview");
            case "review" ->
                id % 6 == 1
                        ? cases.fire(step.because("面积不够").basedOn("第三十三条").proving("决定书"), "refuse")
                        : cases.fire(step, "grant");
            default -> cases.fire(step.proving("许可证"), "deliver");
        };
        assertThat(done).isInstanceOf(Handling.Done.class);
    }
}
