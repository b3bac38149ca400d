package org.rongyi.city.invoices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.city.vocabulary.Grams;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Fills the archive of one firm with invented invoices of three years, past the software, to be searched.
@Component
class ManyInvoices {
    static final String RARE = "手工油纸伞";
    static final String LONG_AGO = "月饼礼盒";

    private static final int BATCH = 2_000;
    private static final int DAYS = 1_095;
    private static final int PARTIES = 5_000;
    private static final int RARE_EVERY = 50_000;
    private static final int LONG_AGO_PART = 3;
    private static final int LARGEST_FEN = 20_000_000;
    private static final LocalDate FIRST = LocalDate.of(2023, 12, 1);
    private static final List<String> GOODS =
            List.of("*谷物加工品*面粉", "*肉类*猪肉", "*蔬菜*土豆", "*餐饮器具*面碗", "*供电*电费", "*燃气*天然气", "*运输服务*配送费", "*租赁*房租");
    private static final List<String> NAMES =
            List.of("蜀锦", "蓉川", "天府", "新源", "恒盛", "嘉禾", "瑞丰", "德润", "汇通", "百顺", "清雅", "明达");

    private static final String INDEXES = """
            select indexdef from pg_indexes
             where schemaname = 'invoices' and (indexname like 'invoice_by_%' or indexname = 'searched_grams')""";
    private static final String INVOICE = """
            insert into invoices.invoice (id, firm, direction, format, number, kind, issued_on, seller_id, party,
                party_id, currency, net, tax, total, sha256, file_name, words, upload, archived_at)
            overriding system value
            values (?, ?, ?, 'CN', ?, '01', ?, ?, ?, ?, 'CNY', ?, ?, ?, sha256(?), 'bench.xml', ?, ?, now())""";

    private final JdbcTemplate database;
    private final Random random = new Random(2026);

    ManyInvoices(JdbcTemplate database) {
        this.database = database;
    }

    /// Indexes are built at the end: row by row they would take most of the time. Their files are left out.
    @Transactional
    public void fill(CreditCode firm, int from, int number, long upload) {
        List<@Nullable String> indexes = database.queryForList(INDEXES, String.class);
        List.of("invoice_by_day", "invoice_by_total", "invoice_by_party", "searched_grams")
                .forEach(index -> database.execute("drop index invoices." + index));
        database.execute("set local session_replication_role = replica");
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> grams = new ArrayList<>();
        for (int i = from; i < from + number; i++) {
            Object[] row = row(firm, i, i - from, number, upload);
            rows.add(row);
            grams.add(new Object[] {row[0], MonthGrams.of(firm, YearMonth.from((LocalDate) row[4]), (String) row[12])});
            if (rows.size() == BATCH || i == from + number - 1) {
                database.batchUpdate(INVOICE, rows);
                database.batchUpdate("insert into invoices.searched (id, grams) values (?, ?)", grams);
                rows.clear();
                grams.clear();
            }
        }
        indexes.forEach(database::execute);
        database.execute("alter table invoices.invoice alter column id restart with " + (from + number));
        database.execute("analyze invoices.invoice");
        database.execute("analyze invoices.searched");
    }

    /// Of the other side with this number.
    static CreditCode code(int party) {
        String subject = "M%07d".formatted(party);
        String first = "91990100" + subject + CreditCode.subjectCheck(subject);
        return new CreditCode(first + CreditCode.check(first));
    }

    private Object[] row(CreditCode firm, int id, int place, int of, long upload) {
        LocalDate day = FIRST.plusDays((long) DAYS * place / of);
        int party = random.nextInt(PARTIES);
        boolean sold = random.nextInt(4) == 0;
        String partyName = NAMES.get(party % NAMES.size()) + NAMES.get(party / NAMES.size() % NAMES.size()) + party
                + "号商贸有限公司（虚构）";
        String partyId = code(party).value();
        // Moon cakes were only sold long ago.
        boolean longAgo = place < of / LONG_AGO_PART && random.nextInt(GOODS.size()) == 0;
        boolean rare = place % RARE_EVERY == RARE_EVERY / 2;
        String goods = longAgo ? LONG_AGO : rare ? RARE : GOODS.get(random.nextInt(GOODS.size()));
        BigDecimal net = BigDecimal.valueOf(1 + random.nextInt(LARGEST_FEN), 2);
        BigDecimal tax = net.multiply(new BigDecimal("0.13")).setScale(2, RoundingMode.HALF_UP);
        String number = "%02d51%016d".formatted(day.getYear() % 100, id);
        return new Object[] {
            id,
            firm.value(),
            sold ? "OUT" : "IN",
            number,
            day,
            sold ? firm.value() : partyId,
            partyName,
            partyId,
            net,
            tax,
            net.add(tax),
            number.getBytes(StandardCharsets.US_ASCII),
            Grams.plain(partyName) + ' ' + Grams.plain(goods) + ' ' + number,
            upload
        };
    }
}
