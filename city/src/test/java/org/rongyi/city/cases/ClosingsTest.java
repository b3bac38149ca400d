package org.rongyi.city.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
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

    private final String unit = "结案局-" + UUID.randomUUID().toString().substring(0, 6);

    private Case withdrawn() {
        NewCase what = NewCase.of("application", "结案许可 " + unit, "某店（测试）", unit)
                .promising("decision", 8)
                .forPerson("nobody-" + unit);
        if (!(cases.open(what, Actor.house("test")) instanceof Opening.Opened(Case opened, int _))) {
            throw new AssertionError("not opened");
        }
        assertThat(cases.fire(Step.of(opened.id(), Actor.house("applications")), "withdraw"))
                .isInstanceOf(Handling.Done.class);
        return opened;
    }

    private List<CaseProgress.OfUnit> mine() {
        return progress.report(SINCE).units().stream()
                .filter(each -> each.unit().equals(unit))
                .toList();
    }

    @Test
    void whatWasClosedBeforeItWasNotedIsMadeUpForOnce() {
        Case file = withdrawn();
        List<CaseProgress.OfUnit> noted = mine();
        assertThat(noted).containsExactly(new CaseProgress.OfUnit(unit, 0, 0, 1, 0, 0));
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            // As a city of an earlier version left it.
            database.sql("set local session_replication_role = replica").update();
            database.sql("delete from cases.closing where case_id = ?").param(file.id()).update();
            database.sql("insert into cases.closing_due (case_id) values (?)").param(file.id()).update();
        });
        assertThat(mine()).isEmpty();
        closings.makeUp();
        closings.makeUp();
        assertThat(mine()).isEqualTo(noted);
    }
}
