package org.rongyi.city.services;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rongyi.city.services.Catalogue.Stub;
import org.rongyi.city.vocabulary.LikePattern;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Names and codes of items that nobody has described yet.
@Component
class StubTable {
    private static final String PUT = """
            insert into services.stub as old (code, name, department, source, recorded_at)
            values (?, ?, ?, ?, ?)
            on conflict (code) do update set name = excluded.name, department = excluded.department,
                source = excluded.source, recorded_at = excluded.recorded_at
            where (old.name, old.department) is distinct from (excluded.name, excluded.department)""";

    private static final String FOUND =
            " from services.stub where code || ' ' || name || ' ' || department ilike all (?)";

    private static final int AT_ONCE = 1_000;

    private final JdbcTemplate template;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StubTable(JdbcTemplate template, JdbcClient database, PlatformTransactionManager transactions, Clock clock) {
        this.template = template;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// What a file says of an item.
    record Row(String code, String name, String department) {}

    /// All or none. The same again changes nothing.
    ///
    /// @return how many are new or changed
    int put(List<Row> rows, String source) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        int[][] changed = transaction.execute(_ -> template.batchUpdate(PUT, rows, AT_ONCE, (statement, row) -> {
            statement.setString(1, row.code());
            statement.setString(2, row.name());
            statement.setString(3, row.department());
            statement.setString(4, source);
            statement.setObject(5, now);
        }));
        return Stream.of(changed).flatMapToInt(IntStream::of).sum();
    }

    List<Stub> find(String words, int limit) {
        return database.sql("select *" + FOUND + " order by department, code limit ?")
                .params(patterns(words), limit)
                .query(StubTable::read)
                .list();
    }

    int count(String words) {
        return database.sql("select count(*)" + FOUND)
                .param(patterns(words))
                .query(Integer.class)
                .single();
    }

    /// Every word somewhere.
    private static String[] patterns(String words) {
        return Stream.of(words.strip().split("\\s+"))
                .map(LikePattern::containing)
                .toArray(String[]::new);
    }

    Optional<Stub> find(String code) {
        return database.sql("select * from services.stub where code = ?")
                .param(code)
                .query(StubTable::read)
                .optional();
    }

    private static Stub read(ResultSet row, int number) throws SQLException {
        return new Stub(
                row.getString("code"),
                row.getString("name"),
                row.getString("department"),
                row.getString("source"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
