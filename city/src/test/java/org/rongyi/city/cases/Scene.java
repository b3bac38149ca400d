package org.rongyi.city.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.rongyi.city.TestClock;
import org.rongyi.city.cases.Opening.Opened;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What tests of cases say often.
final class Scene {
    final Cases cases;
    final CaseFiles files;
    final JdbcClient database;
    final TestClock clock;

    Scene(Cases cases, CaseFiles files, JdbcClient database, TestClock clock) {
        this.cases = cases;
        this.files = files;
        this.database = database;
        this.clock = clock;
    }

    Case open(NewCase what) {
        return opened(cases.open(what, Actor.house("test")));
    }

    static Case opened(Opening opening) {
        assertThat(opening).isInstanceOf(Opened.class);
        return ((Opened) opening).opened();
    }

    static Case done(Handling handling) {
        assertThat(handling).isInstanceOf(Handling.Done.class);
        return ((Handling.Done) handling).after();
    }

    Case fire(Case before, Acting by, String event) {
        return done(cases.fire(step(before, by), event));
    }

    static Step step(Case file, Acting by) {
        return Step.of(file.id(), Actor.of(by));
    }

    CaseFile file(Case file) {
        String unit = files.find(file.id()).orElseThrow().unit();
        Acting head = new Acting(new Person("sees-all", "看的人", unit, Set.of(Role.LEADER)), null);
        return files.open(file.id(), head).orElseThrow();
    }

    CaseFile.Running running(Case file, String clock) {
        return file(file).clocks().stream()
                .filter(each -> each.clock().id().equals(clock))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    List<Entry.What> timeline(Case file) {
        return file(file).timeline().stream().map(Entry::what).toList();
    }

    /// The end of office hours on that day.
    static Instant endOf(String day) {
        return LocalDate.parse(day)
                .atTime(LocalTime.of(17, 0))
                .atZone(TestClock.SHANGHAI)
                .toInstant();
    }

    /// Rings every alarm of the case that is due by now, as the alarm clock would.
    void ring(Alarms alarms, Case file) {
        List<Ringing> due;
        do {
            due = database.sql("select id, alarm_no from cases.clock where case_id = ? and alarm_at <= ?")
                    .params(file.id(), Times.stamp(clock.instant()))
                    .query((row, _) -> new Ringing(row.getLong(1), row.getInt(2)))
                    .list();
            due.forEach(each -> alarms.ring(each.clock, each.alarmNo));
        } while (!due.isEmpty());
    }

    record Ringing(long clock, int alarmNo) {}
}
