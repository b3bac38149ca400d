package org.rongyi.city.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Documents that are being sealed. What nobody went on with for a day is thrown away.
@Component
class SigningTable {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final String SELECT = """
            select id, firm, account, seal, purpose, name, file, page, pages, width, height, x, y, tries, sealed
              from documents.signing where id = ? and firm = ? and account = ?
            """;

    private final JdbcClient database;
    private final Clock clock;

    SigningTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @param sealed empty: not yet
    record Row(
            String id,
            CreditCode firm,
            String account,
            String seal,
            UsePurpose purpose,
            String name,
            byte[] file,
            int page,
            int pages,
            double width,
            double height,
            double x,
            double y,
            int tries,
            Optional<byte[]> sealed) {}

    void insert(Row row) {
        database.sql("delete from documents.signing where sealed_at is null and begun_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
        database.sql("""
                        insert into documents.signing (id, firm, account, seal, purpose, name, file, page, pages,
                                                       width, height, x, y, begun_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        row.id(),
                        row.firm().value(),
                        row.account(),
                        row.seal(),
                        row.purpose().name(),
                        row.name(),
                        row.file(),
                        row.page(),
                        row.pages(),
                        row.width(),
                        row.height(),
                        row.x(),
                        row.y(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    Optional<Row> find(String id, CreditCode firm, String account) {
        return database.sql(SELECT)
                .params(id, firm.value(), account)
                .query(SigningTable::row)
                .optional();
    }

    Optional<Row> lock(String id, CreditCode firm, String account) {
        return database.sql(SELECT + "for update")
                .params(id, firm.value(), account)
                .query(SigningTable::row)
                .optional();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("id"),
                new CreditCode(row.getString("firm")),
                row.getString("account"),
                row.getString("seal"),
                UsePurpose.valueOf(row.getString("purpose")),
                row.getString("name"),
                row.getBytes("file"),
                row.getInt("page"),
                row.getInt("pages"),
                row.getDouble("width"),
                row.getDouble("height"),
                row.getDouble("x"),
                row.getDouble("y"),
                row.getInt("tries"),
                Optional.ofNullable(row.getBytes("sealed")));
    }

    void tried(String id) {
        database.sql("update documents.signing set tries = tries + 1 where id = ?")
                .param(id)
                .update();
    }

    void sealed(String id, byte[] file) {
        database.sql("update documents.signing set sealed = ?, sealed_at = ? where id = ?")
                .params(file, Timestamp.from(clock.instant()), id)
                .update();
    }
}
