package org.rongyi.city.procedures;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ProcedureTable {
    private static final String TEXT = "select id, file_name, uploaded_at, uploaded_by, content from procedures.text ";

    private static final String IN_USE =
            "select distinct on (item) item, coalesce(text, -1) from procedures.use order by item, number desc";
    private static final String KEEP = """
            insert into procedures.text (file_name, content, hash, uploaded_at, uploaded_by)
            values (?, ?, ?, ?, ?) on conflict (hash) do nothing
            """;

    private final JdbcClient database;
    private final Clock clock;

    ProcedureTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    record Row(long id, String fileName, Instant uploadedAt, String uploadedBy, byte[] content) {}

    /// @param instance what the engine calls it; null: the case has not come to where it begins
    record Run(long caseId, long text, @Nullable String instance, Set<String> here, boolean ended) {}

    long keep(String fileName, byte[] content, String by) {
        byte[] hash = hash(content);
        return kept(hash).orElseGet(() -> {
            database.sql(KEEP).params(fileName, content, hash, now(), by).update();
            return kept(hash).orElseThrow();
        });
    }

    private Optional<Long> kept(byte[] hash) {
        return database.sql("select id from procedures.text where hash = ?")
                .param(hash)
                .query(Long.class)
                .optional();
    }

    /// Those in use, and the newest of the others.
    List<Row> texts(int most) {
        return database.sql(TEXT + """
                        where id in (select id from procedures.text order by id desc limit ?)
                           or id in (select text from (%s) used (item, text)) order by id desc""".formatted(IN_USE))
                .param(most)
                .query((row, _) -> row(row))
                .list();
    }

    Optional<Row> text(long id) {
        return database.sql(TEXT + "where id = ?")
                .param(id)
                .query((row, _) -> row(row))
                .optional();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("file_name"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                row.getString("uploaded_by"),
                row.getBytes("content"));
    }

    /// @param text null: none from now on
    void use(String item, @Nullable Long text, String by) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(item);
        values.add(text);
        values.add(now());
        values.add(by);
        database.sql("insert into procedures.use (item, text, since, set_by) values (?, ?::bigint, ?, ?)")
                .params(values)
                .update();
    }

    Map<String, Long> inUse() {
        Map<String, Long> used = new LinkedHashMap<>();
        database.sql(IN_USE).query((row, _) -> Map.entry(row.getString(1), row.getLong(2))).list().stream()
                .filter(use -> use.getValue() >= 0)
                .forEach(use -> used.put(use.getKey(), use.getValue()));
        return used;
    }

    Optional<Long> usedBy(String item) {
        return database.sql("select coalesce(text, -1) from procedures.use where item = ? order by number desc limit 1")
                .param(item)
                .query(Long.class)
                .optional()
                .filter(text -> text >= 0);
    }

    void begin(long caseId, long text) {
        database.sql("insert into procedures.run (case_id, text, here, begun_at) values (?, ?, '{}', ?)")
                .params(caseId, text, now())
                .update();
    }

    Optional<Run> run(long caseId) {
        return database.sql("select case_id, text, instance, here, ended_at from procedures.run where case_id = ?")
                .param(caseId)
                .query((row, _) -> new Run(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        Set.of((String[]) row.getArray(4).getArray()),
                        row.getObject(5) != null))
                .optional();
    }

    void save(long caseId, @Nullable String instance, Set<String> here, boolean ended) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(instance);
        values.add(here.toArray(String[]::new));
        values.add(ended ? now() : null);
        values.add(caseId);
        database.sql("update procedures.run set instance = ?, here = ?, ended_at = ?::timestamptz where case_id = ?")
                .params(values)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static byte[] hash(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
