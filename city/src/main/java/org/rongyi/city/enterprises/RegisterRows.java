package org.rongyi.city.enterprises;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.rongyi.city.enterprises.Changes.EachRow;
import org.rongyi.city.enterprises.RowFold.Report;
import org.rongyi.rules.Row;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/// The whole register as rows for rules, as fast as PostgreSQL hands its facts over: spans of firms are read and folded
/// on several threads, ahead of who takes the rows one after the other. PostgreSQL does not put the reports in order;
/// the few of one firm are sorted here.
@Component
class RegisterRows {
    private static final int SPAN = 4_000;

    /// Spans that lie ready or are being read, for each thread: some megabytes.
    private static final int AHEAD = 2;

    private static final String REPORTS = """
            copy (select enterprise_id, case when origin = '%s' then %d when source = '%s' then %d else %d end,
                         as_of, recorded_at, id, facts, notes
                    from enterprises.fact_report
                   where enterprise_id > %d and enterprise_id <= %d and as_of <= date '%s')
              to stdout (format binary)""";

    /// What precedes the first row: a signature, flags, and the length of what else might precede it.
    private static final int HEADER = 19;

    private static final List<Class<?>> FOLDING = List.of(
            RegisterRows.class,
            RowFold.class,
            Fold.class,
            FactBytes.class,
            FactJson.class,
            FactLog.class,
            Portrait.class,
            Portrait.Fact.class);

    private final JdbcTemplate database;
    private final FactLog log;

    RegisterRows(JdbcTemplate database, FactLog log) {
        this.database = database;
        this.log = log;
    }

    /// A fingerprint of the code that makes rows of facts: nobody has to remember to count a version.
    UUID fold() {
        ByteArrayOutputStream code = new ByteArrayOutputStream();
        for (Class<?> type : FOLDING) {
            String name = type.getName().substring(type.getPackageName().length() + 1);
            try (InputStream bytes = type.getResourceAsStream(name + ".class")) {
                if (bytes != null) {
                    bytes.transferTo(code);
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return UUID.nameUUIDFromBytes(code.toByteArray());
    }

    private record Firm(long number, String creditCode) {}

    private record Told(Firm firm, Row row) {}

    /// Tells each firm with its row, in rising order of numbers.
    void forEach(int threads, EachRow each) {
        LocalDate today = log.today();
        Map<Long, Set<String>> contested = contested();
        Long last = database.queryForObject("select coalesce(max(id), 0) from enterprises.enterprise", Long.class);
        ThreadLocal<RowFold> folds = ThreadLocal.withInitial(() -> new RowFold(log.stored(), log.bytes()));
        Deque<Future<List<Told>>> ahead = new ArrayDeque<>();
        ExecutorService readers = Executors.newFixedThreadPool(threads);
        try {
            long next = 0;
            while (last != null && next < last || !ahead.isEmpty()) {
                while (last != null && next < last && ahead.size() < AHEAD * threads) {
                    long after = next;
                    ahead.add(readers.submit(() -> span(after, today, contested, folds.get())));
                    next += SPAN;
                }
                Ahead.get(ahead.remove(), "the register was read")
                        .forEach(told -> each.take(told.firm.number, told.firm.creditCode, told.row));
            }
        } finally {
            ahead.forEach(span -> span.cancel(false));
            readers.close();
        }
    }

    private Map<Long, Set<String>> contested() {
        Map<Long, Set<String>> contested = new HashMap<>();
        database.query(
                "select enterprise_id, element from enterprises.contest where state = 'OPEN'",
                (RowCallbackHandler) row -> contested
                        .computeIfAbsent(row.getLong("enterprise_id"), _ -> new HashSet<>())
                        .add(row.getString("element")));
        return contested;
    }

    private List<Told> span(long after, LocalDate today, Map<Long, Set<String>> contested, RowFold fold) {
        List<Firm> firms = database.query(
                "select id, credit_code from enterprises.enterprise where id > ? and id <= ? order by id",
                (row, _) -> new Firm(row.getLong("id"), row.getString("credit_code")),
                after,
                after + SPAN);
        Map<Long, List<Report>> reports = new HashMap<>();
        database.execute((Connection connection) -> reports(connection, after, today, reports));
        List<Told> rows = new ArrayList<>();
        for (Firm firm : firms) {
            List<Report> own = reports.getOrDefault(firm.number, new ArrayList<>());
            rows.add(new Told(firm, fold.row(own, contested.getOrDefault(firm.number, Set.of()))));
        }
        return rows;
    }

    private static boolean reports(Connection connection, long after, LocalDate today, Map<Long, List<Report>> into)
            throws SQLException {
        CopyOut copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(REPORTS.formatted(
                        FactReport.Origin.SELF_DECLARED,
                        RowFold.FIRM,
                        FactReport.INFERRED,
                        RowFold.INFERENCE,
                        RowFold.DEPARTMENT,
                        after,
                        after + SPAN,
                        today));
        try {
            boolean first = true;
            for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                ByteBuffer cells = ByteBuffer.wrap(row).position(first ? HEADER : 0);
                first = false;
                boolean end = cells.getShort() < 0;
                if (!end) {
                    long number = skipLength(cells).getLong();
                    into.computeIfAbsent(number, _ -> new ArrayList<>()).add(report(cells, row));
                }
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        return true;
    }

    /// Each cell begins with its length; a `jsonb` has the number of its form in front of the text.
    private static Report report(ByteBuffer cells, byte[] row) {
        int voice = skipLength(cells).getInt();
        int asOf = skipLength(cells).getInt();
        long recordedAt = skipLength(cells).getLong();
        long id = skipLength(cells).getLong();
        int length = cells.getInt();
        int from = cells.position() + 1;
        int to = cells.position() + length;
        int notes = cells.position(to).getInt();
        int behind = cells.position();
        String told = notes < 0 ? null : Report.text(row, behind + 1, behind + notes);
        return new Report(voice, asOf, recordedAt, id, row, from, to, told);
    }

    private static ByteBuffer skipLength(ByteBuffer cells) {
        return cells.position(cells.position() + Integer.BYTES);
    }
}
