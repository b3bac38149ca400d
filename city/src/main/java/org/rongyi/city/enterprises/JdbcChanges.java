package org.rongyi.city.enterprises;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The log of changes, and portraits read many at a time.
@Component
class JdbcChanges implements Changes {
    /// Firms whose reports are read in one go when all are streamed: some megabytes.
    private static final int STRIDE = 5_000;
    private static final int HANDFUL = 100;

    private static final String PORTRAITS = """
            select e.id as number, e.credit_code, r.source, r.origin, r.as_of, r.recorded_at, r.facts, r.notes,
                   c.elements as contested
              from enterprises.enterprise e
              left join enterprises.fact_report r on r.enterprise_id = e.id and r.as_of <= :today
              left join (select enterprise_id, array_agg(element) as elements
                           from enterprises.contest where state = 'OPEN' group by enterprise_id) c
                on c.enterprise_id = e.id
             where %s
             order by e.id, r.as_of, r.recorded_at, r.id""";
    private static final String STRIDE_OF_PORTRAITS = PORTRAITS.formatted("e.id > :after and e.id <= :last");
    private static final String SOME_PORTRAITS = PORTRAITS.formatted("e.id = any(:some)");
    private static final String PORTRAITS_OF = PORTRAITS.formatted("e.credit_code = any(:some)");

    private final JdbcClient database;
    private final FactLog log;
    private final RegisterRows rows;

    JdbcChanges(JdbcClient database, FactLog log, RegisterRows rows) {
        this.database = database;
        this.log = log;
        this.rows = rows;
    }

    /// Writes down that these elements of a firm have new facts, or that their facts count differently.
    void append(long enterprise, Set<String> elements) {
        database.sql("insert into enterprises.change (enterprise_id, elements) values (?, ?)")
                .params(Arrays.asList(enterprise, elements.toArray(String[]::new)))
                .update();
    }

    void append(CreditCode firm, String element) {
        log.idOf(firm).ifPresent(id -> append(id, Set.of(element)));
    }

    void everything() {
        database.sql("insert into enterprises.change (enterprise_id, elements) values (null, '{}')")
                .update();
    }

    @Override
    public UUID log() {
        return database.sql("select log from enterprises.change_log")
                .query(UUID.class)
                .single();
    }

    @Override
    public UUID fold() {
        return rows.fold();
    }

    @Override
    public Position end() {
        return new Position(
                Long.parseUnsignedLong(database.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                        .query(String.class)
                        .single()),
                0);
    }

    @Override
    public Batch after(Position position, int limit) {
        Map<Long, Set<String>> changed = new TreeMap<>();
        Position[] end = {position};
        boolean[] everything = {false};
        database.sql("""
                        select tx::text as transaction, id, enterprise_id, elements from enterprises.change
                         where (tx, id) > (?::xid8, ?) and tx < pg_snapshot_xmin(pg_current_snapshot())
                         order by tx, id limit ?""")
                .params(Long.toUnsignedString(position.transaction()), position.entry(), limit)
                .query((RowCallbackHandler) row -> {
                    end[0] = new Position(Long.parseUnsignedLong(row.getString("transaction")), row.getLong("id"));
                    long enterprise = row.getLong("enterprise_id");
                    if (row.wasNull()) {
                        everything[0] = true;
                    } else {
                        changed.computeIfAbsent(enterprise, _ -> new TreeSet<>())
                                .addAll(FactLog.texts(row.getArray("elements")));
                    }
                });
        List<Changed> firms = new ArrayList<>();
        for (Firm firm : firms(List.copyOf(changed.keySet()))) {
            firms.add(new Changed(firm, changed.getOrDefault(firm.number(), Set.of())));
        }
        return new Batch(position, end[0], everything[0], firms);
    }

    @Override
    public long behind(Position position, int most) {
        return database.sql("""
                        select count(*) from (select 1 from enterprises.change
                                               where (tx, id) > (?::xid8, ?) limit ?) as behind""")
                .params(Long.toUnsignedString(position.transaction()), position.entry(), most)
                .query(Long.class)
                .single();
    }

    @Override
    public List<Firm> firms(List<Long> numbers) {
        return firms(SOME_PORTRAITS, numbers.toArray(Long[]::new));
    }

    @Override
    public List<Firm> firmsOf(List<CreditCode> codes) {
        return firms(PORTRAITS_OF, codes.stream().map(CreditCode::value).toArray(String[]::new));
    }

    private List<Firm> firms(String portraits, Object[] some) {
        if (some.length == 0) {
            return List.of();
        }
        LocalDate today = log.today();
        List<Firm> firms = new ArrayList<>();
        database.sql(portraits).param("today", today).param("some", some).query((ResultSetExtractor<Boolean>)
                rows -> read(rows, today, firms::add));
        return firms;
    }

    @Override
    public void forEachFirm(Consumer<Firm> each) {
        LocalDate today = log.today();
        long last = lastNumber();
        for (long after = 0; after < last; after += STRIDE) {
            stride(after, after + STRIDE, today, each);
        }
    }

    @Override
    public void forEachRow(int threads, EachRow each) {
        rows.forEach(threads, each);
    }

    /// In an order that `random` deals out, a handful of neighbours at a time.
    void forEachFirmAtRandom(RandomGenerator random, Consumer<Firm> each) {
        LocalDate today = log.today();
        long last = lastNumber();
        List<Long> handfuls = new ArrayList<>();
        for (long after = 0; after < last; after += HANDFUL) {
            handfuls.add(after);
        }
        Collections.shuffle(handfuls, random);
        handfuls.forEach(after -> stride(after, after + HANDFUL, today, each));
    }

    private long lastNumber() {
        return database.sql("select coalesce(max(id), 0) from enterprises.enterprise")
                .query(Long.class)
                .single();
    }

    private void stride(long after, long last, LocalDate today, Consumer<Firm> each) {
        database.sql(STRIDE_OF_PORTRAITS)
                .param("today", today)
                .param("after", after)
                .param("last", last)
                .query((ResultSetExtractor<Boolean>) rows -> read(rows, today, each));
    }

    private boolean read(ResultSet rows, LocalDate today, Consumer<Firm> each) throws SQLException {
        FactBytes facts = log.bytes();
        boolean more = rows.next();
        while (more) {
            long number = rows.getLong("number");
            CreditCode firm = new CreditCode(rows.getString("credit_code"));
            Set<String> contested = FactLog.texts(rows.getArray("contested"));
            Fold fold = new Fold();
            do {
                log.hear(fold, rows, facts);
                more = rows.next();
            } while (more && rows.getLong("number") == number);
            each.accept(new Firm(number, new Portrait(firm, today, fold.facts(contested))));
        }
        return true;
    }
}
