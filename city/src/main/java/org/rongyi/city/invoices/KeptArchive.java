package org.rongyi.city.invoices;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.invoices.Invoice;
import org.rongyi.invoices.InvoiceReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class KeptArchive implements InvoiceArchive {
    private final ArchiveTable table;
    private final ArchiveSearch search;
    private final JdbcClient database;
    private final CityWords city;
    private final Clock clock;

    KeptArchive(ArchiveTable table, ArchiveSearch search, JdbcClient database, CityWords city, Clock clock) {
        this.table = table;
        this.search = search;
        this.database = database;
        this.city = city;
        this.clock = clock;
    }

    @Override
    public List<KeptInvoice> search(CreditCode firm, Wanted wanted, @Nullable Place after, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("the limit (" + limit + ") must be 1 to " + MOST);
        }
        return search.search(firm, wanted, after, limit);
    }

    @Override
    public Optional<KeptInvoice> find(CreditCode firm, long id) {
        return table.find(firm, id);
    }

    /// What was good when it was archived is read by the day of today: nothing becomes worse by waiting.
    @Override
    public Optional<Invoice> content(CreditCode firm, long id) {
        return table.original(firm, id)
                .map(bytes -> Objects.requireNonNull(
                        InvoiceReader.read(bytes, city.today(clock)).invoice(), "an archived invoice says nothing"));
    }

    @Override
    public Optional<byte[]> original(CreditCode firm, long id) {
        return table.original(firm, id);
    }

    @Override
    public boolean isEmpty(CreditCode firm) {
        return table.isEmpty(firm);
    }

    @Override
    public long export(CreditCode firm, Wanted wanted, OutputStream to) {
        try {
            return new Export(firm, wanted, search, table).write(to);
        } catch (IOException gone) {
            throw new UncheckedIOException("the export cannot be sent", gone);
        }
    }

    @Override
    public Quota quota(CreditCode firm, LocalDate month) {
        LocalDate first = month.withDayOfMonth(1);
        BigDecimal used = database.sql("""
                        select coalesce(sum(net), 0) from invoices.invoice
                         where firm = ? and issued_on >= ? and issued_on < ?
                           and direction = 'OUT' and currency = 'CNY'""")
                .params(firm.value(), first, first.plusMonths(1))
                .query(BigDecimal.class)
                .single();
        return new Quota(
                first,
                database.sql("select amount from invoices.quota where firm = ? and month = ?")
                        .params(firm.value(), first)
                        .query(BigDecimal.class)
                        .optional()
                        .orElse(null),
                used);
    }

    @Override
    @Transactional
    public void allow(Acting by, LocalDate month, BigDecimal amountYuan) {
        database.sql("""
                        insert into invoices.quota (firm, month, amount, account, set_at) values (?, ?, ?, ?, ?)
                        on conflict (firm, month) do update
                           set amount = excluded.amount, account = excluded.account, set_at = excluded.set_at""")
                .params(
                        by.firmFor(Mandate.Purpose.ANSWER).value(),
                        month.withDayOfMonth(1),
                        amountYuan,
                        by.account(),
                        Timestamp.from(clock.instant()))
                .update();
    }
}
