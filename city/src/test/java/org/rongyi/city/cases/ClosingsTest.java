package org.rongyi.city.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.identity.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What leaders ask about closed cases is noted with the end of each.
@CityTest
class ClosingsTest {
    private static final LocalDate SINCE = LocalDate.of(2026, 11, 1);

    @Autowired
    private Cases cases;

    @Autowired
    private CaseProgress progress;

    @Autowired
    private Closings closings;

    @Autowired
    private JdbcClient database;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private People people;

    private Case finished(Department department) {
        NewCase what = NewCase.of("errand", "一件事（测试）", "某店（测试）", department.name)
                .promising("promise", 8)
                .handledBy(department.officer.account());
        Case opened = Scene.opened(cases.open(what, Actor.house("test")));
        Step step = Scene.step(opened, department.officer)
                .because("办好了")
                .basedOn("某条")
                .proving("某号");
        return Scene.done(cases.fire(step, "finish"));
    }

    private List<CaseProgress.OfUnit> of(Department department) {
        return progress.report(SINCE).units().stream()
                .filter(each -> each.unit().equals(department.name))
                .toList();
    }

    @Test
    void whatWasClosedBeforeItWasNotedIsMadeUpForOnce() {
        Department department = Department.with(people);
        Case file = finished(department);
        List<CaseProgress.OfUnit> noted = of(department);
        assertThat(noted).containsExactly(new CaseProgress.OfUnit(department.name, 0, 0, 1, 0, 0));
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            // As a city of an earlier version left it.
            database.sql("set local session_replication_role = replica").update();
            database.sql("delete from cases.closing where case_id = ?")
                    .param(file.id())
                    .update();
            database.sql("insert into cases.closing_due (case_id) values (?)")
                    .param(file.id())
                    .update();
        });
        assertThat(of(department)).isEmpty();
        closings.makeUp();
        closings.makeUp();
        assertThat(of(department)).isEqualTo(noted);
    }
}
