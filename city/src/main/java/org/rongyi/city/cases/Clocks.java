package org.rongyi.city.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of clocks, pauses and extensions.
@Component
class Clocks {
    private static final String SELECT = "select * from cases.clock ";
    private static final String INSERT = """
            insert into cases.clock (case_id, clock, length_days, counts_from, left_days, started_at, due_at,
                                     paused_at, pause_reason, extensions, asked, ran_out_at, stopped_at, step,
                                     alarm_at, alarm_no, length_minutes)
            values\s""";
    private static final String VALUES = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = """
            update cases.clock
               set length_days = ?, counts_from = ?, left_days = ?, due_at = ?, paused_at = ?, pause_reason = ?,
                   extensions = ?, asked = ?, ran_out_at = ?, stopped_at = ?, step = ?, alarm_at = ?, alarm_no = ?
             where id = ?""";

    private final JdbcClient database;
    private final JdbcTemplate template;

    Clocks(JdbcClient database, JdbcTemplate template) {
        this.database = database;
        this.template = template;
    }

    /// Those that are not stopped.
    List<ClockRow> alive(long caseId) {
        return database.sql(SELECT + "where case_id = ? and stopped_at is null order by id")
                .param(caseId)
                .query(Clocks::row)
                .list();
    }

    /// Those of several cases.
    Map<Long, List<ClockRow>> alive(List<Long> cases) {
        Map<Long, List<ClockRow>> alive = new HashMap<>();
        database.sql(SELECT + "where case_id = any (?::bigint[]) and stopped_at is null order by id")
                .param(cases.toArray(Long[]::new))
                .query((row, number) -> alive.computeIfAbsent(row.getLong("case_id"), _ -> new ArrayList<>())
                        .add(row(row, number)))
                .list();
        return alive;
    }

    List<ClockRow> all(long caseId) {
        return database.sql(SELECT + "where case_id = ? order by id")
                .param(caseId)
                .query(Clocks::row)
                .list();
    }

    record Ringing(long caseId, int alarmNo) {}

    Optional<Ringing> find(long clockId) {
        return database.sql("select case_id, alarm_no from cases.clock where id = ?")
                .param(clockId)
                .query((row, _) -> new Ringing(row.getLong(1), row.getInt(2)))
                .optional();
    }

    /// Cases with a clock that waits for the calendar.
    List<Long> undated() {
        String undated = """
                select distinct case_id from cases.clock
                 where stopped_at is null and paused_at is null and due_at is null""";
        return database.sql(undated).query((row, _) -> row.getLong(1)).list();
    }

    /// Those that are known first, in one round: one that is stopped makes room for its next run. Then the others, in
    /// one statement.
    void save(long caseId, List<ClockRow> changed) {
        update(changed.stream().filter(clock -> !clock.isNew()).toList());
        insert(caseId, changed.stream().filter(ClockRow::isNew).toList());
    }

    /// In the order of the rows PostgreSQL numbers them.
    private void insert(long caseId, List<ClockRow> news) {
        if (news.isEmpty()) {
            return;
        }
        List<@Nullable Object> values = new ArrayList<>();
        news.forEach(clock -> values.addAll(values(caseId, clock)));
        List<Long> ids = database
                .sql(INSERT + String.join(", ", Collections.nCopies(news.size(), VALUES)) + " returning id")
                .params(values)
                .query((row, _) -> row.getLong(1))
                .list()
                .stream()
                .sorted()
                .toList();
        for (int i = 0; i < ids.size(); i++) {
            ClockRow clock = news.get(i);
            clock.id = ids.get(i);
            clock.changed = false;
        }
    }

    private static List<@Nullable Object> values(long caseId, ClockRow clock) {
        return Arrays.asList(
                caseId,
                clock.clock,
                clock.lengthDays,
                clock.countsFrom,
                clock.leftDays,
                Times.stamp(clock.startedAt),
                Times.stampOrNull(clock.dueAt),
                Times.stampOrNull(clock.pausedAt),
                Texts.orNull(clock.pauseReason),
                clock.extensions,
                clock.asked,
                Times.stampOrNull(clock.ranOutAt),
                Times.stampOrNull(clock.stoppedAt),
                clock.step,
                Times.stampOrNull(clock.alarmAt),
                clock.alarmNo,
                clock.lengthMinutes);
    }

    private void update(List<ClockRow> known) {
        if (!known.isEmpty()) {
            template.batchUpdate(UPDATE, known.stream().map(Clocks::changes).toList());
            known.forEach(clock -> clock.changed = false);
        }
    }

    private static @Nullable Object[] changes(ClockRow clock) {
        return new @Nullable Object[] {
            clock.lengthDays,
            clock.countsFrom,
            clock.leftDays,
            Times.stampOrNull(clock.dueAt),
            Times.stampOrNull(clock.pausedAt),
            Texts.orNull(clock.pauseReason),
            clock.extensions,
            clock.asked,
            Times.stampOrNull(clock.ranOutAt),
            Times.stampOrNull(clock.stoppedAt),
            clock.step,
            Times.stampOrNull(clock.alarmAt),
            clock.alarmNo,
            clock.id
        };
    }

    void beginPause(ClockRow clock, String reason, String proof, Instant at, String by) {
        database.sql("""
                        insert into cases.pause (clock_id, number, reason, proof, begun_at, begun_by)
                        select ?, count(*) + 1, ?, ?, ?, ? from cases.pause where clock_id = ?""")
                .params(Arrays.asList(clock.id, reason, proof, Times.stamp(at), by, clock.id))
                .update();
    }

    void endPause(ClockRow clock, Instant at, String by) {
        database.sql("update cases.pause set ended_at = ?, ended_by = ? where clock_id = ? and ended_at is null")
                .params(Arrays.asList(Times.stamp(at), by, clock.id))
                .update();
    }

    record PauseRow(
            long clockId,
            String reason,
            String proof,
            Instant begunAt,
            String begunBy,
            @Nullable Instant endedAt,
            @Nullable String endedBy) {}

    List<PauseRow> pauses(long caseId) {
        return database.sql("""
                        select p.* from cases.pause p join cases.clock c on c.id = p.clock_id
                         where c.case_id = ? order by p.clock_id, p.number""")
                .param(caseId)
                .query((row, _) -> new PauseRow(
                        row.getLong("clock_id"),
                        row.getString("reason"),
                        row.getString("proof"),
                        instant(row, "begun_at"),
                        row.getString("begun_by"),
                        Times.instant(row.getObject("ended_at", OffsetDateTime.class)),
                        row.getString("ended_by")))
                .list();
    }

    record ExtensionRow(long clockId, int workingDays, String reason, Instant askedAt, String askedBy) {}

    void askExtension(ClockRow clock, int workingDays, String reason, Instant at, String by) {
        database.sql("""
                        insert into cases.extension (clock_id, working_days, reason, asked_at, asked_by)
                        values (?, ?, ?, ?, ?)""")
                .params(Arrays.asList(clock.id, workingDays, reason, Times.stamp(at), by))
                .update();
    }

    void answerExtension(ClockRow clock, boolean granted, Instant at, String by) {
        database.sql("""
                        update cases.extension set granted = ?, answered_at = ?, answered_by = ?
                         where clock_id = ? and answered_at is null""")
                .params(Arrays.asList(granted, Times.stamp(at), by, clock.id))
                .update();
    }

    List<ExtensionRow> asked(long caseId) {
        return database.sql("""
                        select e.* from cases.extension e join cases.clock c on c.id = e.clock_id
                         where c.case_id = ? and e.answered_at is null""")
                .param(caseId)
                .query((row, _) -> new ExtensionRow(
                        row.getLong("clock_id"),
                        row.getInt("working_days"),
                        row.getString("reason"),
                        instant(row, "asked_at"),
                        row.getString("asked_by")))
                .list();
    }

    private static ClockRow row(ResultSet row, int number) throws SQLException {
        ClockRow clock = new ClockRow(
                row.getString("clock"),
                instant(row, "started_at"),
                Objects.requireNonNull(row.getObject("counts_from", LocalDate.class)),
                row.getInt("length_days"));
        clock.id = row.getLong("id");
        clock.leftDays = row.getInt("left_days");
        clock.lengthMinutes = row.getInt("length_minutes");
        clock.extensions = row.getInt("extensions");
        clock.asked = row.getBoolean("asked");
        clock.step = row.getInt("step");
        clock.alarmNo = row.getInt("alarm_no");
        clock.dueAt = Times.instant(row.getObject("due_at", OffsetDateTime.class));
        clock.pausedAt = Times.instant(row.getObject("paused_at", OffsetDateTime.class));
        clock.pauseReason = row.getString("pause_reason");
        clock.ranOutAt = Times.instant(row.getObject("ran_out_at", OffsetDateTime.class));
        clock.stoppedAt = Times.instant(row.getObject("stopped_at", OffsetDateTime.class));
        clock.alarmAt = Times.instant(row.getObject("alarm_at", OffsetDateTime.class));
        clock.changed = false;
        return clock;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
