package org.rongyi.city.services;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rongyi.city.services.Catalogue.Stub;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Names and codes of items that nobody has described yet.
@Component
class StubTable {
    private static final String PUT = """
            insert into services.stub as old (code, name, department, source, recorded_at)
            values (?, ?, ?, ?, ?)
            on conflict (code) do update set name = excluded.name, department = excluded.department,
                source = excluded.source, recorded_at = excluded.recorded_at
            where (old.name, old.department) is distinct from (excluded.name, excluded.department)""";

    private static final String FIND = """
            select * from services.stub where code || ' ' || name || ' ' || department ilike all (?)
             order by department, code limit ?""";

    private final JdbcTemplate template;
    private final JdbcClient database;
    private final Clock clock;

    StubTable(JdbcTemplate template, JdbcClient database, Clock clock) {
        this.template = template;
        this.database = database;
        this.clock = clock;
    }

    /// What a file says of an item.
    record Row(String code, String name, String department) {}

    /// The same again changes nothing.
    ///
    /// @return how many are new or changed
    int put(List<Row> rows, String source) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        int changed = 0;
        for (Row row : rows) {
            changed += template.update(PUT, row.code(), row.name(), row.department(), source, now);
        }
        return changed;
    }

    List<Stub> find(String words, int limit) {
        List<String> patterns = Stream.of(words.strip().split("\\s+"))
                .map(word ->
                        "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .toList();
        return database.sql(FIND)
                .params(patterns.toArray(String[]::new), limit)
                .query(StubTable::read)
                .list();
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
