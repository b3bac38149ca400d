package org.rongyi.city.enterprises;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcIntake implements Intake {
    /// Firms sent in one go: some megabytes.
    private static final int STRIDE = 5_000;

    private static final String ENTERPRISE_COLUMNS = "enterprises.enterprise"
            + " (id, credit_code, name, entity_type, area_code, industry_code, established_on)";
    private static final String REPORT_COLUMNS = "enterprises.fact_report"
            + " (enterprise_id, source, origin, as_of, recorded_at, recorded_by, facts, notes)";

    private static final String CHANGE_COLUMNS = "enterprises.change (enterprise_id, elements)";

    private final JdbcTemplate template;
    private final JdbcClient database;
    private final FactLog log;
    private final JdbcEnterprises enterprises;
    private final JdbcChanges changes;
    private final ApplicationEventPublisher events;

    JdbcIntake(
            JdbcTemplate template,
            JdbcClient database,
            FactLog log,
            JdbcEnterprises enterprises,
            JdbcChanges changes,
            ApplicationEventPublisher events) {
        this.template = template;
        this.database = database;
        this.log = log;
        this.enterprises = enterprises;
        this.changes = changes;
        this.events = events;
    }

    @Override
    @Transactional
    public long fillEmptyRegister(Stream<Filing> filings, LongConsumer progress) {
        template.execute("lock table enterprises.enterprise in exclusive mode");
        if (enterprises.count() > 0) {
            throw new IllegalStateException("the register has (" + enterprises.count() + ") firms already");
        }
        Long first = database.sql("select nextval(pg_get_serial_sequence('enterprises.enterprise', 'id'))")
                .query(Long.class)
                .single();
        boolean names = dropIndexes();
        long next = copyAll(filings.iterator(), first, progress);
        buildIndexes(names);
        database.sql("select setval(pg_get_serial_sequence('enterprises.enterprise', 'id'), ?)")
                .param(next)
                .query(Long.class)
                .single();
        changes.everything();
        finish(next - first);
        return next - first;
    }

    /// While PostgreSQL takes some firms, the next ones are made.
    private long copyAll(Iterator<Filing> filings, long first, LongConsumer progress) {
        String recordedAt = log.now().toString();
        long next = first;
        try (ExecutorService maker = Executors.newSingleThreadExecutor()) {
            long number = next;
            Future<Some> ahead = maker.submit(() -> some(filings, number, recordedAt));
            for (Some some = made(ahead); some.firms > 0; some = made(ahead)) {
                next += some.firms;
                long behind = next;
                ahead = maker.submit(() -> some(filings, behind, recordedAt));
                send(some.entries, some.reports);
                progress.accept(next - first);
            }
        }
        return next;
    }

    private record Some(int firms, CopyRows entries, CopyRows reports) {}

    private static Some some(Iterator<Filing> filings, long number, String recordedAt) {
        CopyRows entries = new CopyRows(ENTERPRISE_COLUMNS);
        CopyRows reports = CopyRows.frozen(REPORT_COLUMNS);
        int firms = 0;
        for (; firms < STRIDE && filings.hasNext(); firms++) {
            Filing filing = filings.next();
            long id = number + firms;
            entry(entries, id, RegisterEntry.of(filing.firm(), element -> firstValue(filing, element)));
            for (FactReport report : filing.reports()) {
                report(reports, id, report, report.facts(), recordedAt);
            }
        }
        return new Some(firms, entries, reports);
    }

    private static Some made(Future<Some> ahead) {
        return Ahead.get(ahead, "firms were made");
    }

    private void send(CopyRows... rows) {
        template.execute((Connection connection) -> {
            for (CopyRows some : rows) {
                some.send(connection);
            }
            return true;
        });
    }

    /// Loading first and indexing after is several times faster. All in one transaction: a crash leaves what was. The
    /// table of reports is empty; to be emptied makes it new, so that its rows can be written for good.
    private boolean dropIndexes() {
        boolean names = Boolean.TRUE.equals(template.queryForObject(
                "select to_regclass('enterprises.enterprise_name') is not null", Boolean.class));
        template.execute("""
                drop index if exists enterprises.enterprise_name;
                drop index enterprises.enterprise_area;
                drop index enterprises.fact_report_enterprise_id;
                alter table enterprises.fact_report drop constraint fact_report_enterprise;
                alter table enterprises.enterprise drop constraint enterprise_credit_code_unique;
                alter table enterprises.fact_report disable trigger fact_report_append_only;
                truncate enterprises.fact_report;
                alter table enterprises.fact_report enable trigger fact_report_append_only;
                set local maintenance_work_mem = '256MB'""");
        return names;
    }

    private void buildIndexes(boolean names) {
        template.execute("""
                alter table enterprises.enterprise
                    add constraint enterprise_credit_code_unique unique (credit_code);
                alter table enterprises.fact_report add constraint fact_report_enterprise
                    foreign key (enterprise_id) references enterprises.enterprise;
                create index fact_report_enterprise_id on enterprises.fact_report (enterprise_id);
                create index enterprise_area on enterprises.enterprise (area_code text_pattern_ops);
                analyze enterprises.enterprise;
                analyze enterprises.fact_report""");
        if (names) {
            template.execute(
                    "create index enterprise_name on enterprises.enterprise using gin (name public.gin_trgm_ops)");
        }
    }

    private static void entry(CopyRows rows, long id, Enterprise entry) {
        rows.cell(id)
                .cell(entry.creditCode().value())
                .cell(entry.name())
                .cell(entry.entityType())
                .cell(entry.area() == null ? null : entry.area().value())
                .cell(entry.industryCode())
                .cell(Objects.toString(entry.establishedOn(), null))
                .endRow();
    }

    private static void report(
            CopyRows rows,
            long enterpriseId,
            FactReport report,
            Map<String, ? extends @Nullable Object> facts,
            String recordedAt) {
        Map<String, FactNote> notes = new LinkedHashMap<>(report.notes());
        notes.keySet().retainAll(facts.keySet());
        rows.cell(enterpriseId)
                .cell(report.source())
                .cell(report.origin().name())
                .cell(report.asOf().toString())
                .cell(recordedAt)
                .cell(report.recordedBy())
                .cell(FactJson.write(facts))
                .cell(FactJson.writeNotes(notes))
                .endRow();
    }

    private static @Nullable Object firstValue(Filing filing, String element) {
        for (FactReport report : filing.reports()) {
            Object value = report.facts().get(element);
            if (value != null && FactNote.sureEnough(report.notes().get(element))) {
                return value;
            }
        }
        return null;
    }

    @Override
    @Transactional
    public Taken take(List<Filing> filings) {
        Map<CreditCode, Known> known = known(filings);
        List<Long> ids = newIds(filings.size() - known.size());
        String recordedAt = log.now().toString();
        CopyRows entries = new CopyRows(ENTERPRISE_COLUMNS);
        CopyRows reports = new CopyRows(REPORT_COLUMNS);
        CopyRows pointers = new CopyRows(CHANGE_COLUMNS);
        Map<Long, CreditCode> toRefresh = new LinkedHashMap<>();
        int newFirms = 0;
        int changed = 0;
        int facts = 0;
        for (Filing filing : filings) {
            Known before = known.get(filing.firm());
            long id = before == null ? ids.get(newFirms) : before.id();
            Set<String> elements = new TreeSet<>();
            for (FactReport report : filing.reports()) {
                var fresh = before == null ? report.facts() : before.news(report);
                if (!fresh.isEmpty()) {
                    report(reports, id, report, fresh, recordedAt);
                    elements.addAll(fresh.keySet());
                    facts += fresh.size();
                }
            }
            if (before == null) {
                entry(entries, id, RegisterEntry.of(filing.firm(), element -> firstValue(filing, element)));
                newFirms++;
            } else if (!elements.isEmpty()) {
                changed++;
                if (elements.stream().anyMatch(RegisterEntry.ELEMENTS::contains)) {
                    toRefresh.put(id, filing.firm());
                }
            }
            if (!elements.isEmpty()) {
                pointers.cell(id).cell("{" + String.join(",", elements) + "}").endRow();
            }
        }
        send(entries, reports, pointers);
        toRefresh.forEach(enterprises::refresh);
        return new Taken(newFirms, changed, filings.size() - newFirms - changed, facts);
    }

    private List<Long> newIds(int number) {
        return database.sql("""
                        select nextval(pg_get_serial_sequence('enterprises.enterprise', 'id'))
                          from generate_series(1, ?)""").param(number).query((row, _) -> row.getLong(1)).list();
    }

    /// Firm by firm through the indexes, which `offset 0` makes sure of: while a file fills the tables their statistics
    /// are those of empty ones, and PostgreSQL would read them whole for each batch.
    private Map<CreditCode, Known> known(List<Filing> filings) {
        // The costs that it expects by those statistics would have it compile the query each time.
        template.execute("set local jit = off");
        String[] codes = filings.stream().map(filing -> filing.firm().value()).toArray(String[]::new);
        String[] sources = filings.stream()
                .flatMap(filing -> filing.reports().stream())
                .map(FactReport::source)
                .distinct()
                .toArray(String[]::new);
        Map<CreditCode, Known> known = new HashMap<>();
        template.query(
                """
                select e.id, e.credit_code, r.source, r.as_of, r.facts
                  from unnest(?) as wanted (code)
                 cross join lateral (select id, credit_code from enterprises.enterprise
                                      where credit_code = wanted.code offset 0) e
                  left join lateral (select * from enterprises.fact_report
                                      where enterprise_id = e.id and origin <> 'CORRECTED'
                                        and source = any(?) offset 0) r on true
                 order by e.id, r.as_of, r.recorded_at, r.id""",
                (RowCallbackHandler) row -> {
                    Known firm =
                            known.computeIfAbsent(new CreditCode(row.getString("credit_code")), _ -> newKnown(row));
                    String facts = row.getString("facts");
                    if (facts != null) {
                        firm.said.add(new Said(
                                row.getString("source"),
                                row.getObject("as_of", LocalDate.class),
                                log.json().facts(facts)));
                    }
                },
                codes,
                sources);
        return known;
    }

    private static Known newKnown(java.sql.ResultSet row) {
        try {
            return new Known(row.getLong("id"), new ArrayList<>());
        } catch (SQLException e) {
            throw new IllegalStateException("the column id of the register cannot be read", e);
        }
    }

    @Override
    @Transactional
    public void finish(long firms) {
        events.publishEvent(new RegisterFilled(firms));
    }

    /// What sources said of a firm, oldest first, corrections left out: a source that repeats what was corrected says
    /// nothing new.
    private record Known(long id, List<Said> said) {
        Map<String, @Nullable Object> news(FactReport report) {
            Map<String, @Nullable Object> before = new HashMap<>();
            for (Said earlier : said) {
                if (earlier.source.equals(report.source()) && !earlier.asOf.isAfter(report.asOf())) {
                    before.putAll(earlier.facts);
                }
            }
            Map<String, @Nullable Object> news = new LinkedHashMap<>();
            report.facts().forEach((element, value) -> {
                if (!before.containsKey(element) || !same(before.get(element), value)) {
                    news.put(element, value);
                }
            });
            return news;
        }

        private static boolean same(@Nullable Object one, @Nullable Object other) {
            return one instanceof BigDecimal a && other instanceof BigDecimal b
                    ? a.compareTo(b) == 0
                    : Objects.equals(one, other);
        }
    }

    private record Said(String source, LocalDate asOf, Map<String, @Nullable Object> facts) {}
}
