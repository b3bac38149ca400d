package org.rongyi.city.invoices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.city.vocabulary.Grams;
import org.rongyi.invoices.Format;
import org.rongyi.invoices.Invoice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of the archive.
@Component
class ArchiveTable {
    static final String COLUMNS = "i.id, i.direction, i.format, i.number, i.kind, i.issued_on, i.party, i.party_id,"
            + " i.currency, i.net, i.tax, i.total, i.sha256, i.file_name, i.archived_at ";

    private static final int LONGEST_WORDS = 1_000;
    private static final int CREDIT_CODE = 18;

    private final JdbcClient database;

    ArchiveTable(JdbcClient database) {
        this.database = database;
    }

    /// @param party the other side
    record Entry(
            CreditCode firm,
            Direction direction,
            Invoice invoice,
            Invoice.Party party,
            byte[] sha256,
            String fileName,
            long upload,
            Instant at) {}

    /// The number of the new row; empty when the firm has this one: a 数电票 of its number, or another of its
    /// number and seller.
    Optional<Long> insert(Entry entry, byte[] bytes) {
        Invoice invoice = entry.invoice();
        String words = words(invoice, entry.party());
        Optional<Long> id = database.sql("""
                        insert into invoices.invoice (firm, direction, format, number, kind, issued_on, seller_id,
                            party, party_id, currency, net, tax, total, sha256, file_name, words, upload, archived_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing returning id""")
                .params(
                        entry.firm().value(),
                        entry.direction().name(),
                        invoice.format().name(),
                        invoice.number(),
                        invoice.kind(),
                        invoice.issuedOn(),
                        invoice.seller().taxId(),
                        entry.party().name(),
                        partyId(entry.party().taxId()),
                        invoice.currency(),
                        invoice.net(),
                        invoice.tax(),
                        invoice.total(),
                        entry.sha256(),
                        entry.fileName(),
                        words,
                        entry.upload(),
                        Timestamp.from(entry.at()))
                .query(Long.class)
                .optional();
        id.ifPresent(known -> {
            database.sql("insert into invoices.searched (id, grams) values (?, ?)")
                    .params(known, MonthGrams.of(entry.firm(), YearMonth.from(invoice.issuedOn()), words))
                    .update();
            database.sql("insert into invoices.original (invoice, bytes) values (?, ?)")
                    .params(known, bytes)
                    .update();
        });
        return id;
    }

    /// Other formats put a country or a register before a credit code (CN91…): the code alone is kept and found.
    static String partyId(String id) {
        return creditCode(id).orElse(id);
    }

    static Optional<String> creditCode(String id) {
        int begins = id.length() - CREDIT_CODE;
        // Behind a digit it is the end of another number.
        if (begins < 0 || begins > 0 && Character.isDigit(id.charAt(begins - 1))) {
            return Optional.empty();
        }
        String end = id.substring(begins);
        return CreditCode.faultIn(end).isEmpty() ? Optional.of(end) : Optional.empty();
    }

    /// Who, the number, and as much of what as has room.
    static String words(Invoice invoice, Invoice.Party party) {
        StringBuilder words = new StringBuilder(Grams.plain(party.name()));
        words.append(' ').append(Grams.plain(invoice.number()));
        invoice.lines().forEach(line -> words.append(' ').append(Grams.plain(line.item())));
        return words.length() <= LONGEST_WORDS ? words.toString() : words.substring(0, LONGEST_WORDS);
    }

    /// The one of this number, and of this seller where a number alone does not name one. Where an older
    /// archive has several, the one to the byte, or the first.
    Optional<KeptInvoice> same(CreditCode firm, Invoice invoice, byte[] sha256) {
        boolean byNumber = invoice.format() == Format.CN;
        return database.sql("select " + COLUMNS + """
                        from invoices.invoice i
                         where i.firm = ? and i.number = ? and (i.format = 'CN') = ? and (? or i.seller_id = ?)
                         order by i.sha256 = ? desc, i.id limit 1""")
                .params(
                        firm.value(),
                        invoice.number(),
                        byNumber,
                        byNumber,
                        invoice.seller().taxId(),
                        sha256)
                .query(ArchiveTable::row)
                .optional();
    }

    Optional<KeptInvoice> find(CreditCode firm, long id) {
        return database.sql("select " + COLUMNS + "from invoices.invoice i where i.firm = ? and i.id = ?")
                .params(firm.value(), id)
                .query(ArchiveTable::row)
                .optional();
    }

    boolean isEmpty(CreditCode firm) {
        return database.sql("select 1 from invoices.invoice where firm = ? limit 1")
                .params(firm.value())
                .query(Integer.class)
                .optional()
                .isEmpty();
    }

    Optional<byte[]> original(CreditCode firm, long id) {
        return database.sql("""
                        select o.bytes from invoices.original o join invoices.invoice i on i.id = o.invoice
                         where i.firm = ? and i.id = ?""").params(firm.value(), id).query(byte[].class).optional();
    }

    /// As [#original], of several, in their order.
    List<byte[]> originals(List<Long> ids) {
        return database.sql("""
                        select o.bytes from unnest(?::bigint[]) with ordinality as wanted(id, place)
                          join invoices.original o on o.invoice = wanted.id order by wanted.place""")
                .param(ids.toArray(Long[]::new))
                .query((row, _) -> row.getBytes(1))
                .list();
    }

    static KeptInvoice row(ResultSet row, int number) throws SQLException {
        return new KeptInvoice(
                row.getLong("id"),
                Direction.valueOf(row.getString("direction")),
                Format.valueOf(row.getString("format")),
                row.getString("number"),
                row.getString("kind"),
                Objects.requireNonNull(row.getObject("issued_on", LocalDate.class)),
                row.getString("party"),
                row.getString("party_id"),
                row.getString("currency"),
                row.getBigDecimal("net"),
                row.getBigDecimal("tax"),
                row.getBigDecimal("total"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                row.getString("file_name"),
                row.getTimestamp("archived_at").toInstant());
    }
}
