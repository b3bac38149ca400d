package org.rongyi.city.utilities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.utilities.Connection.Permit;
import org.rongyi.city.utilities.Connection.PermitState;
import org.rongyi.city.utilities.Connection.Plan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of plans and of permits for works.
@Component
class PlanTable {
    private static final String BETWEEN = " ";

    private final JdbcClient database;

    PlanTable(JdbcClient database) {
        this.database = database;
    }

    /// @param plan one without a fault: nothing of it is null
    void offer(long request, NewPlan plan, String by, Instant now) {
        database.sql("""
                        insert into utilities.plan (request_id, words, metres, kilovolts, quote_yuan, valid_until,
                                                    works_days, permits, by_account, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        request,
                        plan.words().strip(),
                        plan.metres(),
                        plan.kilovolts(),
                        plan.quoteYuan(),
                        plan.validUntil(),
                        plan.worksDays(),
                        String.join(BETWEEN, new TreeSet<>(plan.permits())),
                        by,
                        ConnectionTable.stamp(now)))
                .update();
    }

    List<Plan> plans(long request) {
        return database.sql("select * from utilities.plan where request_id = ? order by id")
                .param(request)
                .query(PlanTable::plan)
                .list();
    }

    void choose(long plan, String by, Instant now) {
        database.sql("update utilities.plan set chosen_by = ?, chosen_at = ? where id = ?")
                .params(by, ConnectionTable.stamp(now), plan)
                .update();
    }

    /// @param rule why it is only filed; null: it is to be granted
    long permit(long request, UtilityBook.PermitKind kind, @Nullable String rule, Instant now) {
        return database.sql("""
                        insert into utilities.permit (request_id, kind, unit, state, rule, at, decided_at)
                        values (?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(Arrays.asList(
                        request,
                        kind.id(),
                        kind.unit(),
                        (rule == null ? PermitState.OPEN : PermitState.FILED).name(),
                        rule == null ? "" : rule,
                        ConnectionTable.stamp(now),
                        rule == null ? null : ConnectionTable.stamp(now)))
                .query(Long.class)
                .single();
    }

    void goesWith(long permit, long caseId) {
        database.sql("update utilities.permit set case_id = ? where id = ?")
                .params(caseId, permit)
                .update();
    }

    record OfCase(long id, long request, String kind, PermitState state) {}

    Optional<OfCase> ofCase(long caseId) {
        return database.sql("select * from utilities.permit where case_id = ?")
                .param(caseId)
                .query((row, _) -> new OfCase(
                        row.getLong("id"),
                        row.getLong("request_id"),
                        row.getString("kind"),
                        PermitState.valueOf(row.getString("state"))))
                .optional();
    }

    void decided(long permit, PermitState state, Instant now) {
        database.sql("update utilities.permit set state = ?, decided_at = ? where id = ?")
                .params(state.name(), ConnectionTable.stamp(now), permit)
                .update();
    }

    List<Permit> permits(long request) {
        return database.sql("select * from utilities.permit where request_id = ? order by id")
                .param(request)
                .query(PlanTable::permit)
                .list();
    }

    private static Plan plan(ResultSet row, int number) throws SQLException {
        String permits = row.getString("permits");
        return new Plan(
                row.getLong("id"),
                row.getString("words"),
                row.getInt("metres"),
                row.getInt("kilovolts"),
                row.getBigDecimal("quote_yuan"),
                Objects.requireNonNull(row.getObject("valid_until", LocalDate.class)),
                row.getInt("works_days"),
                permits.isEmpty() ? Set.of() : Set.of(permits.split(BETWEEN)),
                ConnectionTable.instant(row, "at"),
                row.getString("by_account"),
                ConnectionTable.instantOrNull(row, "chosen_at"));
    }

    private static Permit permit(ResultSet row, int number) throws SQLException {
        long caseId = row.getLong("case_id");
        return new Permit(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("unit"),
                PermitState.valueOf(row.getString("state")),
                row.getString("rule"),
                caseId == 0 ? null : caseId,
                ConnectionTable.instant(row, "at"),
                ConnectionTable.instantOrNull(row, "decided_at"));
    }
}
