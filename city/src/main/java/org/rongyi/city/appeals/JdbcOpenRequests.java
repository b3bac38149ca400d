package org.rongyi.city.appeals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcOpenRequests implements OpenRequests {
    /// Resolved, as the standard understands it: answered and confirmed, or ended in another way.
    private static final String CLOSED = "(a.closed_at is not null or a.state in ('solved', 'asked'))";

    private static final String SELECT =
            "select " + AppealTable.COLUMNS + "null::text as into_number, " + CLOSED + " as resolved,"
                    + " coalesce(a.closed_at, a.replied_at, a.at) as updated"
                    + " from appeals.appeal a where a.channel = 'OPEN311' ";

    private final JdbcClient database;

    JdbcOpenRequests(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Request> find(Query query) {
        StringBuilder sql = new StringBuilder(SELECT).append("and a.at >= ? and a.at <= ? ");
        List<Object> parameters =
                new ArrayList<>(List.of(AppealTable.stamp(query.from()), AppealTable.stamp(query.until())));
        if (!query.services().isEmpty()) {
            sql.append("and a.category = any (?::text[]) ");
            parameters.add(query.services().toArray(String[]::new));
        }
        if (query.open() != null) {
            sql.append(query.open() ? "and not " : "and ").append(CLOSED);
        }
        sql.append(" order by a.id desc limit ").append(MOST);
        return database.sql(sql.toString())
                .params(parameters)
                .query(JdbcOpenRequests::row)
                .list();
    }

    @Override
    public List<Request> withNumbers(List<String> numbers) {
        return database.sql(SELECT + "and a.number = any (?::text[]) order by a.id desc limit " + MOST)
                .param(numbers.toArray(String[]::new))
                .query(JdbcOpenRequests::row)
                .list();
    }

    @Override
    public Optional<Request> withToken(String token) {
        return database.sql(SELECT + "and a.key = ?")
                .param(token)
                .query(JdbcOpenRequests::row)
                .optional();
    }

    private static Request row(ResultSet row, int number) throws SQLException {
        Instant updated = Objects.requireNonNull(AppealTable.instant(row.getObject("updated", OffsetDateTime.class)));
        return new Request(
                AppealTable.row(row, number),
                row.getString("state"),
                !row.getBoolean("resolved"),
                row.getString("unit"),
                updated,
                AppealTable.instant(row.getObject("due_at", OffsetDateTime.class)));
    }
}
