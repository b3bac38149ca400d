package org.rongyi.city.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.CaseProgress;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.NewCase;
import org.rongyi.city.cases.Ratings;
import org.rongyi.city.cases.Step;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CityTest
class ProgressPagesTest {
    private final Cases cases;
    private final TestClock clock;
    private final Office office;

    @LocalServerPort
    private int port;

    @Autowired
    private Browser browser;

    @Autowired
    private CaseProgress progress;

    @Autowired
    private Ratings ratings;

    @Autowired
    ProgressPagesTest(People people, Cases cases, TestClock clock) {
        this.cases = cases;
        this.clock = clock;
        this.office = new Office(people, cases);
    }

    private void fire(Case file, String event) {
        Step step = Step.of(file.id(), Actor.of(office.acting(office.officer)))
                .because("见决定书")
                .basedOn("第三十八条")
                .proving("决定书");
        assertThat(cases.fire(step, event)).isInstanceOf(Handling.Done.class);
    }

    /// Accepted on Monday, decided on Wednesday, with a pause over Tuesday.
    private Case decided(String title, Acting applicant) {
        Case file = office.open(NewCase.of("application", title, "某店（测试）", office.unit)
                .promising("decision", 5)
                .handledBy(office.officer)
                .forPerson(applicant.account()));
        fire(file, "askCorrection");
        fire(file, "correct");
        fire(file, "accept");
        fire(file, "beginReview");
        Step step = Step.of(file.id(), Actor.of(office.acting(office.officer))).proving("听证通知");
        assertThat(cases.pause(step, "decision", "hearing")).isInstanceOf(Handling.Done.class);
        clock.moveTo(LocalDate.of(2026, 11, 24));
        assertThat(cases.resume(step, "decision")).isInstanceOf(Handling.Done.class);
        clock.moveTo(LocalDate.of(2026, 11, 26));
        fire(file, "refuse");
        return file;
    }

    @Test
    void whatIsPromisedStandsBesideWhatTheLawAllowsAndWhatWasUsed() {
        String title = "进度许可 " + office.unit;
        Acting applicant = office.acting(office.register("某人", ""));
        Case file = decided(title, applicant);
        assertThat(ratings.rate(file.id(), 3, "", applicant)).isInstanceOf(Ratings.Rating.Rated.class);
        office.open(office.application());
        CaseProgress.Report report = progress.report(LocalDate.of(2026, 11, 1));
        assertThat(report.units())
                .filteredOn(unit -> unit.unit().equals(office.unit))
                .containsExactly(new CaseProgress.OfUnit(office.unit, 1, 0, 1, 0, 1));
        assertThat(report.items())
                .filteredOn(item -> item.title().equals(title))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.allowed()).isEqualTo(20);
                    assertThat(item.promised()).isEqualByComparingTo("5");
                    assertThat(item.used()).as("three days less one").isEqualByComparingTo("2");
                });
        assertThat(report.weeks())
                .filteredOn(week -> week.monday().equals(LocalDate.of(2026, 11, 23)))
                .singleElement()
                .satisfies(week -> assertThat(week.inTime()).isPositive());
        assertThat(progress.report(LocalDate.of(2026, 11, 27)).items())
                .as("closed before")
                .noneSatisfy(item -> assertThat(item.title()).isEqualTo(title));
        String leader = office.register("某领导", "市政府办", Role.LEADER);
        try (Visit visit = Office.signedIn(browser.visitor(), "/leader/progress", leader)) {
            visit.shows("办件进度", "按时办结", "按周", "按部门", office.unit, "承诺比法定快多少", title)
                    .shows("企业怎么评", "满分 5 分", "预审准不准")
                    .isWell("progress");
            visit.go("/leader/pre-review").shows("预审准不准").isWell("pre-review");
            visit.go("/leader/progress")
                    .inEnglish()
                    .shows("Progress of cases", "Promised", "Used")
                    .isWell("progress-en");
        }
        Map<String, String> files = Map.of(
                "departments", office.unit, "items", office.unit, "weeks", "2026-11-23,", "ratings", office.unit);
        files.forEach((table, says) -> assertThat(Office.calling(port, leader)
                        .get("/leader/progress/" + table + ".csv")
                        .body())
                .contains(says));
        assertThat(Office.calling(port, leader).get("/leader/progress/else.csv").statusCode())
                .isEqualTo(404);
    }
}
