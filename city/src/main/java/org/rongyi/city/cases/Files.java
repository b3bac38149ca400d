package org.rongyi.city.cases;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of the cases.
@Component
class Files {
    private static final String SELECT = """
            select id, kind, version, state, came_by, title, applicant, firm, person, about, limits, unit, handler,
                   owner, level, standing, passed, returns, opened_at, closed_at, due_at, paused, handled, reopened,
                   revision, entries, head,
                   exists (select from cases.step s where s.case_id = file.id) as has_steps
              from cases.file
            """;

    private static final int MOST_COUNTED = 1000;

    private final JdbcClient database;
    private final Kinds kinds;

    Files(JdbcClient database, Kinds kinds) {
        this.database = database;
        this.kinds = kinds;
    }

    long nextId() {
        return database.sql("select nextval('cases.file_id')").query(Long.class).single();
    }

    /// Waits for whoever works on the case, then keeps others off until the transaction ends.
    Optional<CaseRow> lock(long id) {
        return database.sql(SELECT + "where id = ? for no key update")
                .param(id)
                .query(this::row)
                .optional();
    }

    List<CaseRow> find(List<Long> ids) {
        return database.sql(SELECT + "where id = any (?::bigint[])")
                .param(ids.toArray(Long[]::new))
                .query(this::row)
                .list();
    }

    Optional<CaseRow> find(long id) {
        return database.sql(SELECT + "where id = ?").param(id).query(this::row).optional();
    }

    List<CaseRow> of(CreditCode firm, int limit) {
        return database.sql(SELECT + "where firm = ? order by id desc limit ?")
                .params(firm.value(), limit)
                .query(this::row)
                .list();
    }

    List<CaseRow> about(String about) {
        return database.sql(SELECT + "where about = ? order by id")
                .param(about)
                .query(this::row)
                .list();
    }

    void insert(CaseRow file, String openedBy) {
        database.sql("""
                        insert into cases.file (id, kind, version, state, came_by, title, applicant, firm, person,
                                                about, limits, unit, handler, owner, level, standing, passed, returns,
                                                opened_at, opened_by, closed_at, due_at, paused, handled, reopened,
                                                revision, entries, head)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::text[], ?, ?, ?, ?, ?, ?::text[], ?, ?, ?, ?, ?, ?,
                                ?::text[], ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        file.id,
                        file.kind.id(),
                        file.kind.version(),
                        file.state,
                        file.cameBy,
                        file.title,
                        file.applicant,
                        Texts.orNull(file.firm == null ? null : file.firm.value()),
                        Texts.orNull(file.person),
                        Texts.orNull(file.about),
                        array(lines(file.limits)),
                        file.unit,
                        Texts.orNull(file.handler),
                        file.owner,
                        file.level,
                        file.standing.name(),
                        array(file.passed),
                        file.returns,
                        Times.stamp(file.openedAt),
                        openedBy,
                        Times.stampOrNull(file.closedAt),
                        Times.stampOrNull(file.dueAt),
                        file.paused,
                        array(file.handled),
                        file.reopened,
                        file.revision,
                        file.entries,
                        file.head))
                .update();
    }

    void save(CaseRow file) {
        database.sql("""
                        update cases.file
                           set state = ?, came_by = ?, unit = ?, handler = ?, owner = ?, level = ?, standing = ?,
                               passed = ?::text[], returns = ?, closed_at = ?, due_at = ?, paused = ?,
                               handled = ?::text[], reopened = ?, limits = ?::text[], revision = ?, entries = ?,
                               head = ?
                         where id = ?""")
                .params(Arrays.asList(
                        file.state,
                        file.cameBy,
                        file.unit,
                        Texts.orNull(file.handler),
                        file.owner,
                        file.level,
                        file.standing.name(),
                        array(file.passed),
                        file.returns,
                        Times.stampOrNull(file.closedAt),
                        Times.stampOrNull(file.dueAt),
                        file.paused,
                        array(file.handled),
                        file.reopened,
                        array(lines(file.limits)),
                        file.revision,
                        file.entries,
                        file.head,
                        file.id))
                .update();
    }

    /// How many open cases each of these people answers for, up to so many that a difference no longer counts.
    Map<String, Integer> load(List<String> accounts) {
        Map<String, Integer> load = new LinkedHashMap<>();
        accounts.forEach(account -> load.put(account, 0));
        database.sql("""
                        select who, (select count(*) from (select from cases.file
                                      where closed_at is null and owner = who limit ?) those)
                          from unnest(?::text[]) who""")
                .params(MOST_COUNTED, array(accounts))
                .query((row, _) -> load.put(row.getString(1), row.getInt(2)))
                .list();
        return load;
    }

    private CaseRow row(ResultSet row, int number) throws SQLException {
        String firm = row.getString("firm");
        CaseRow file = new CaseRow(
                row.getLong("id"),
                kinds.of(row.getString("kind"), row.getString("version")),
                row.getString("title"),
                row.getString("applicant"),
                firm == null ? null : new CreditCode(firm),
                row.getString("person"),
                row.getString("about"),
                limits(texts(row.getArray("limits"))),
                Objects.requireNonNull(row.getObject("opened_at", OffsetDateTime.class))
                        .toInstant());
        file.state = row.getString("state");
        file.cameBy = row.getString("came_by");
        file.unit = row.getString("unit");
        file.handler = row.getString("handler");
        file.owner = row.getString("owner");
        file.level = row.getInt("level");
        file.standing = Case.Standing.valueOf(row.getString("standing"));
        file.passed = texts(row.getArray("passed"));
        file.returns = row.getInt("returns");
        file.closedAt = Times.instant(row.getObject("closed_at", OffsetDateTime.class));
        file.dueAt = Times.instant(row.getObject("due_at", OffsetDateTime.class));
        file.paused = row.getBoolean("paused");
        file.handled = texts(row.getArray("handled"));
        file.reopened = row.getInt("reopened");
        file.revision = row.getInt("revision");
        file.entries = row.getInt("entries");
        file.head = row.getBytes("head");
        file.hasSteps = row.getBoolean("has_steps");
        return file;
    }

    private static List<String> texts(Array stored) throws SQLException {
        return new ArrayList<>(List.of((String[]) stored.getArray()));
    }

    /// An array as PostgreSQL reads it from text, every element quoted.
    private static String array(List<String> texts) {
        return texts.stream()
                .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static List<String> lines(Map<String, Integer> limits) {
        return limits.entrySet().stream()
                .map(limit -> limit.getKey() + "=" + limit.getValue())
                .toList();
    }

    private static Map<String, Integer> limits(List<String> lines) {
        Map<String, Integer> limits = new LinkedHashMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            limits.put(line.substring(0, equals), Integer.parseInt(line.substring(equals + 1)));
        }
        return limits;
    }
}
