package org.rongyi.city.enterprises.registrations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.enterprises.registrations.RegistrationImport.Counts;
import org.rongyi.definitions.Words;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The tables of imports.
@Component
class ImportLog {
    /// A run whose process is gone has lost the lock that it held, so it is no longer running, whatever its row says.
    private static final String SELECT = """
            select r.*, r.state = 'RUNNING' and not exists (
                       select 1 from pg_locks l
                        where l.locktype = 'advisory' and l.classid = %d and l.objid = %d and l.granted
                          and l.database = (select oid from pg_database where datname = current_database())) as gone
              from enterprises.import_run r
            """.formatted(ImportLock.HOUSE, ImportLock.IMPORT);

    private static final int LONGEST_NAME = 200;
    /// Some files have thousands of empty columns, and the report names each that is not used.
    private static final int MOST_HEADERS = 200;

    private static final int LONGEST_VALUE = 500;
    private static final int AT_ONCE = 1_000;

    private final JdbcClient database;
    private final JdbcTemplate template;
    private final Clock clock;

    ImportLog(JdbcClient database, JdbcTemplate template, Clock clock) {
        this.database = database;
        this.template = template;
        this.clock = clock;
    }

    /// Only who holds the lock may begin; a run that still says it is running was broken off.
    long begin(String fileName, long bytes, LocalDate asOf, String account) {
        database.sql("update enterprises.import_run set state = 'BROKEN_OFF', finished_at = ? where state = 'RUNNING'")
                .param(now())
                .update();
        return database.sql("""
                        insert into enterprises.import_run (file_name, bytes, as_of, started_at, started_by)
                        values (?, ?, ?, ?, ?) returning id""")
                .params(clean(fileName, LONGEST_NAME), bytes, asOf, now(), account)
                .query(Long.class)
                .single();
    }

    void progress(long id, long bytesRead, Counts counts) {
        counted(id, "bytes_read = ?", counts, bytesRead);
    }

    void read(long id, Counts counts, List<String> unusedHeaders) {
        counted(
                id,
                "state = 'READ', bytes_read = bytes, unused_headers = ?, finished_at = ?",
                counts,
                unusedHeaders.stream()
                        .limit(MOST_HEADERS)
                        .map(name -> clean(name, LONGEST_NAME))
                        .toArray(String[]::new),
                now());
    }

    void brokenOff(long id, Counts counts) {
        counted(id, "state = 'BROKEN_OFF', finished_at = ?", counts, now());
    }

    void unreadable(long id, Words why) {
        database.sql("""
                        update enterprises.import_run
                           set state = 'UNREADABLE', why_zh = ?, why_en = ?, finished_at = ? where id = ?""")
                .params(clean(why.zh(), LONGEST_VALUE), clean(why.en(), LONGEST_VALUE), now(), id)
                .update();
    }

    private void counted(long id, String more, Counts counts, Object... values) {
        database.sql("update enterprises.import_run set " + more + """
                        , rows_read = ?, new_firms = ?, changed_firms = ?, same_firms = ?, refused_rows = ?,
                          dropped_values = ? where id = ?""")
                .params(Arrays.asList(values))
                .params(
                        counts.rows(),
                        counts.newFirms(),
                        counts.changedFirms(),
                        counts.unchangedFirms(),
                        counts.refusedRows(),
                        counts.droppedValues(),
                        id)
                .update();
    }

    /// @param first number of the first of them
    void add(long id, int first, List<Problem> problems) {
        int[] number = {first};
        template.batchUpdate("""
                insert into enterprises.import_problem
                    (run_id, number, line, place, header, value, row_refused, zh, en)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", problems, AT_ONCE, (statement, problem) -> {
            statement.setLong(1, id);
            statement.setInt(2, number[0]++);
            statement.setInt(3, problem.line());
            statement.setInt(4, problem.column());
            statement.setString(5, clean(problem.header(), LONGEST_NAME));
            statement.setString(6, clean(problem.value(), LONGEST_VALUE));
            statement.setBoolean(7, problem.rowRefused());
            statement.setString(8, problem.zh());
            statement.setString(9, problem.en());
        });
    }

    /// Deletes what stood in the refused cells of old runs; line, column and reason stay.
    void forgetOldCells() {
        database.sql("""
                        with old as (
                            update enterprises.import_run set cells_forgotten_at = ?
                             where cells_forgotten_at is null and finished_at < ? returning id)
                        update enterprises.import_problem p set value = '' from old
                         where p.run_id = old.id and p.value <> ''""")
                .params(now(), clock.instant().minus(ImportRun.CELLS_KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    /// PostgreSQL keeps no NUL, and nobody reads a cell of a megabyte.
    private static String clean(String text, int longest) {
        String plain = text.replace('\0', ' ');
        return plain.length() <= longest ? plain : plain.substring(0, longest) + "…";
    }

    Optional<ImportRun> find(long id) {
        return database.sql(SELECT + "where r.id = ?")
                .param(id)
                .query(ImportLog::run)
                .optional();
    }

    List<ImportRun> latest(int limit) {
        return database.sql(SELECT + "order by r.id desc limit ?")
                .param(limit)
                .query(ImportLog::run)
                .list();
    }

    /// Reasons that name another line or a number of cells are one reason.
    List<Imports.Reason> reasons(long id, int limit) {
        return database.sql("""
                        select header, row_refused, regexp_replace(min(zh), '(第|有) \\d+ ', '\\1几', 'g') as zh,
                               regexp_replace(min(en), '(line|has) \\d+', '\\1 …', 'g') as en, count(*) as problems
                          from enterprises.import_problem where run_id = ?
                         group by header, row_refused, translate(en, '0123456789', '')
                         order by problems desc, header, zh limit ?""")
                .params(id, limit)
                .query((row, _) -> new Imports.Reason(
                        row.getString("header"),
                        new Words(row.getString("zh"), row.getString("en")),
                        row.getBoolean("row_refused"),
                        row.getLong("problems")))
                .list();
    }

    List<Problem> problems(long id, int offset, int limit) {
        return database.sql(
                        "select * from enterprises.import_problem where run_id = ? order by number limit ? offset ?")
                .params(id, limit, offset)
                .query(ImportLog::problem)
                .list();
    }

    /// Within a transaction the database sends some at a time; otherwise all of a million would be in memory.
    @Transactional(readOnly = true)
    void forEachProblem(long id, Consumer<Problem> each) {
        database.sql("select * from enterprises.import_problem where run_id = ? order by number")
                .param(id)
                .withFetchSize(AT_ONCE)
                .query((RowCallbackHandler) row -> each.accept(problem(row, 0)));
    }

    private static Problem problem(ResultSet row, int number) throws SQLException {
        return new Problem(
                row.getInt("line"),
                row.getInt("place"),
                row.getString("header"),
                row.getString("value"),
                row.getBoolean("row_refused"),
                row.getString("zh"),
                row.getString("en"));
    }

    private static ImportRun run(ResultSet row, int number) throws SQLException {
        String why = row.getString("why_zh");
        return new ImportRun(
                row.getLong("id"),
                row.getString("file_name"),
                row.getObject("as_of", LocalDate.class),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getString("started_by"),
                row.getBoolean("gone") ? ImportRun.State.BROKEN_OFF : ImportRun.State.valueOf(row.getString("state")),
                instant(row.getObject("finished_at", OffsetDateTime.class)),
                row.getLong("bytes"),
                row.getLong("bytes_read"),
                row.getInt("rows_read"),
                row.getInt("new_firms"),
                row.getInt("changed_firms"),
                row.getInt("same_firms"),
                row.getInt("refused_rows"),
                row.getInt("dropped_values"),
                List.of((String[]) row.getArray("unused_headers").getArray()),
                why == null ? null : new Words(why, row.getString("why_en")),
                instant(row.getObject("cells_forgotten_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
