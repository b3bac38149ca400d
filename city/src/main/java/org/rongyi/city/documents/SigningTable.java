package org.rongyi.city.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Documents that are being sealed. What was brought in is kept until it is sealed, at most a day; what was
/// sealed can be downloaded for a month.
@Component
class SigningTable {
    private static final Duration OPEN = Duration.ofDays(1);
    private static final Duration SEALED = Duration.ofDays(Signing.KEPT_DAYS);
    private static final String ONE_HOUR = "PT1H";
    private static final String SELECT = """
            select id, firm, account, seal, purpose, name, file, page, pages, width, height, x, y, others, tries,
                   sealed, asked_zh, asked_en
              from documents.signing where id = ? and firm = ? and account = ?
            """;

    private final JdbcClient database;
    private final Clock clock;

    SigningTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @param others for how many more places are kept
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
            int others,
            int tries,
            Optional<byte[]> sealed,
            Words asked) {}

    /// Several processes on one database do no harm.
    @Scheduled(initialDelayString = ONE_HOUR, fixedDelayString = ONE_HOUR)
    void forget() {
        Instant now = clock.instant();
        database.sql("delete from documents.signing where sealed_at is null and begun_at < ? or sealed_at < ?")
                .params(Timestamp.from(now.minus(OPEN)), Timestamp.from(now.minus(SEALED)))
                .update();
    }

    /// How many a person has begun and not sealed; until the transaction ends the person begins none
    /// elsewhere.
    long lockOpen(String account) {
        database.sql("select pg_advisory_xact_lock(hashtext('documents.signing ' || ?))")
                .param(account)
                .query((_, _) -> true)
                .single();
        return database.sql("""
                        select count(*) from documents.signing
                         where account = ? and sealed_at is null and begun_at >= ?""")
                .params(account, Timestamp.from(clock.instant().minus(OPEN)))
                .query(Long.class)
                .single();
    }

    /// Wrong codes of a person in the last hour, in whichever sittings.
    long wrongCodes(String account) {
        return database.sql("select coalesce(sum(tries), 0) from documents.signing where account = ? and tried_at > ?")
                .params(account, Timestamp.from(clock.instant().minus(Duration.ofHours(1))))
                .query(Long.class)
                .single();
    }

    void insert(Row row) {
        database.sql("""
                        insert into documents.signing (id, firm, account, seal, purpose, name, file, page, pages,
                                                       width, height, x, y, others, begun_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
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
                        row.others(),
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
                row.getInt("others"),
                row.getInt("tries"),
                Optional.ofNullable(row.getBytes("sealed")),
                new Words(row.getString("asked_zh"), row.getString("asked_en")));
    }

    void asked(String id, Words where) {
        database.sql("update documents.signing set asked_zh = ?, asked_en = ? where id = ?")
                .params(where.zh(), where.en(), id)
                .update();
    }

    void tried(String id) {
        database.sql("update documents.signing set tries = tries + 1, tried_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    /// What was brought in is needed no longer.
    void sealed(String id, byte[] file) {
        database.sql("update documents.signing set sealed = ?, sealed_at = ?, file = '' where id = ?")
                .params(file, Timestamp.from(clock.instant()), id)
                .update();
    }
}
