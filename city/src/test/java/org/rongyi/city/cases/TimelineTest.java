package org.rongyi.city.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rongyi.city.cases.Scene.done;
import static org.rongyi.city.cases.Scene.step;

import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.cases.CaseFiles.Verification;
import org.rongyi.city.identity.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@CityTest
class TimelineTest {
    private final Scene scene;
    private final Cases cases;
    private final Department department;
    private final TransactionTemplate transaction;

    @Autowired
    TimelineTest(
            Cases cases,
            CaseFiles files,
            JdbcClient database,
            TestClock clock,
            People people,
            PlatformTransactionManager transactions) {
        this.scene = new Scene(cases, files, database, clock);
        this.cases = cases;
        this.department = Department.with(people);
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Five entries.
    private Case refused() {
        Case file = scene.open(department.application());
        scene.fire(file, department.officer, "accept");
        scene.fire(file, department.officer, "beginReview");
        done(cases.comment(step(file, department.colleague).because("面积差 12 平方米")));
        return done(cases.fire(
                step(file, department.officer).because("面积不足").basedOn("第 33 条").proving("决定书 3 号"), "refuse"));
    }

    @Test
    void aTimelineThatNobodyTouchedIsIntact() {
        Case file = refused();
        assertThat(scene.files.verify(file.id())).isEqualTo(new Verification.Intact(5));
        assertThat(scene.files.verify(Long.MAX_VALUE)).isEqualTo(new Verification.NoSuchCase());
    }

    @Test
    void noLineOfATimelineIsChangedOrDeleted() {
        Case file = refused();
        for (String change : new String[] {
            "update cases.entry set reason = '材料齐全' where case_id = " + file.id(),
            "delete from cases.entry where case_id = " + file.id(),
            "delete from cases.file where id = " + file.id(),
            "truncate cases.entry"
        }) {
            assertThatThrownBy(() -> scene.database.sql(change).update()).hasMessageContaining("append-only");
        }
    }

    @Test
    void aLineThatWasRewrittenPastTheSoftwareIsFound() {
        assertThat(tampered("update cases.entry set reason = '材料齐全' where case_id = %d and number = 4"))
                .isEqualTo(new Verification.Tampered(4));
        assertThat(tampered("update cases.entry set at = at - interval '1 day' where case_id = %d and number = 2"))
                .isEqualTo(new Verification.Tampered(2));
        assertThat(tampered("update cases.entry set basis = reason, reason = basis where case_id = %d and number = 5"))
                .as("the same words in other fields")
                .isEqualTo(new Verification.Tampered(5));
    }

    @Test
    void aLineThatIsMissingIsFoundAlsoAtTheEnd() {
        assertThat(tampered("delete from cases.entry where case_id = %d and number = 2"))
                .isEqualTo(new Verification.Tampered(2));
        assertThat(tampered("delete from cases.entry where case_id = %d and number = 5"))
                .isEqualTo(new Verification.Tampered(5));
    }

    @Test
    void aLineThatWasPutInIsFound() {
        String insert = """
                insert into cases.entry (case_id, number, at, actor, actor_name, what, hash)
                values (%d, 6, now(), 'x', 'x', 'COMMENTED', '\\x00')""";
        assertThat(tampered(insert)).isEqualTo(new Verification.Tampered(6));
    }

    /// As somebody with the keys of the database could, with the triggers off; taken back afterwards.
    private Verification tampered(String change) {
        Case file = refused();
        return transaction.execute(status -> {
            status.setRollbackOnly();
            scene.database.sql("set local session_replication_role = replica").update();
            assertThat(scene.database.sql(change.formatted(file.id())).update()).isPositive();
            return scene.files.verify(file.id());
        });
    }
}
