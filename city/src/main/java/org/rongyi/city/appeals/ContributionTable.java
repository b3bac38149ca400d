package org.rongyi.city.appeals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.Contribution.State;
import org.rongyi.city.cases.Case;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of contributions. Each changes under the lock of its own case only.
@Component
class ContributionTable {
    private static final String SELECT = """
            select id, appeal_id, case_id, unit, question, asked_at, state, answer, answered_at
              from appeals.contribution\s""";

    private final JdbcClient database;

    ContributionTable(JdbcClient database) {
        this.database = database;
    }

    /// As it stands here; number and date are told by its case.
    record Row(
            long id,
            long appealId,
            long caseId,
            String unit,
            String question,
            Instant askedAt,
            State state,
            String answer,
            @Nullable Instant answeredAt) {
        Contribution with(String number, Case now) {
            return new Contribution(
                    id,
                    appealId,
                    caseId,
                    number,
                    unit,
                    question,
                    askedAt,
                    state,
                    state == State.ASKED ? now.dueAt() : null,
                    answer,
                    answeredAt);
        }
    }

    List<Row> of(long appeal) {
        return database.sql(SELECT + "where appeal_id = ? order by id")
                .param(appeal)
                .query(ContributionTable::row)
                .list();
    }

    Optional<Row> ofCase(long caseId) {
        return database.sql(SELECT + "where case_id = ?")
                .param(caseId)
                .query(ContributionTable::row)
                .optional();
    }

    void insert(long appeal, long caseId, String unit, String question, String by, Instant at) {
        database.sql("""
                        with counted as (
                            update appeals.appeal set contributions = contributions + 1 where id = ?)
                        insert into appeals.contribution (appeal_id, case_id, unit, question, asked_by, asked_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(appeal, appeal, caseId, unit, question, by, AppealTable.stamp(at))
                .update();
    }

    void answered(long caseId, State state, String answer, String by, Instant at) {
        database.sql("""
                        update appeals.contribution set state = ?, answer = ?, answered_by = ?, answered_at = ?
                         where case_id = ?""")
                .params(state.name(), answer, by, AppealTable.stamp(at), caseId)
                .update();
    }

    void passed(long caseId, String unit) {
        database.sql("update appeals.contribution set unit = ? where case_id = ?")
                .params(unit, caseId)
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getLong("appeal_id"),
                row.getLong("case_id"),
                row.getString("unit"),
                row.getString("question"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")),
                row.getString("answer"),
                AppealTable.instant(row.getObject("answered_at", OffsetDateTime.class)));
    }
}
