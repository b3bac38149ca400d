package org.rongyi.city.invoices;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.invoices.InvoiceArchive.Place;
import org.rongyi.city.invoices.InvoiceArchive.Wanted;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.city.vocabulary.Grams;
import org.rongyi.city.vocabulary.LikePattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds invoices among a million: what is frequent among the newest of the days that are asked for,
/// what is rare by an index of its own. Neither reads them all.
@Component
class ArchiveSearch {
    private static final int NEWEST = 5_000;
    private static final int WHOLE_NUMBER = 20;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{4,20}");
    private static final String ORDER = " order by i.issued_on desc, i.id desc limit ?";

    private final JdbcClient database;

    ArchiveSearch(JdbcClient database) {
        this.database = database;
    }

    /// Pieces of a statement with what they ask for.
    private static final class Sql {
        private final StringBuilder text = new StringBuilder();
        private final List<Object> values = new ArrayList<>();

        Sql add(String piece, Object... asked) {
            text.append(piece);
            values.addAll(List.of(asked));
            return this;
        }
    }

    List<KeptInvoice> search(CreditCode firm, Wanted wanted, @Nullable Place after, int limit) {
        boolean number = NUMBER.matcher(wanted.text()).matches();
        boolean party = CreditCode.faultIn(wanted.text()).isEmpty();
        if (party || number && wanted.text().length() == WHOLE_NUMBER) {
            // Few have it; all of them come from its index.
            return rows(byIndex(firm, wanted, after, party ? "party" : "number", limit));
        }
        boolean narrowed = !wanted.text().isEmpty()
                || wanted.least() != null
                || wanted.most() != null
                || wanted.direction() != null;
        List<KeptInvoice> newest = rows(amongTheNewest(firm, wanted, after, limit));
        if (!narrowed || newest.size() >= limit || !hasMoreThanTheNewest(firm, wanted, after)) {
            return newest;
        }
        String driver = number ? "number" : !wanted.text().isEmpty() ? "text" : "";
        return rows(byIndex(firm, wanted, after, driver, limit));
    }

    private List<KeptInvoice> rows(Sql sql) {
        return database.sql(sql.text.toString())
                .params(sql.values)
                .query(ArchiveTable::row)
                .list();
    }

    /// Otherwise the newest are all it has, and the index of the whole city need not be asked.
    private boolean hasMoreThanTheNewest(CreditCode firm, Wanted wanted, @Nullable Place after) {
        Sql sql = new Sql();
        sql.add("select count(*) from (select 1 from invoices.invoice i where i.firm = ?", firm.value());
        days(sql, wanted, after);
        sql.add(" limit ?) newest", NEWEST);
        return database.sql(sql.text.toString())
                        .params(sql.values)
                        .query(Long.class)
                        .single()
                >= NEWEST;
    }

    private static Sql amongTheNewest(CreditCode firm, Wanted wanted, @Nullable Place after, int limit) {
        Sql sql = new Sql()
                .add(
                        "select " + ArchiveTable.COLUMNS + "from (select * from invoices.invoice i where i.firm = ?",
                        firm.value());
        days(sql, wanted, after);
        sql.add(ORDER, NEWEST).add(") i where true");
        amounts(sql, wanted);
        words(sql, wanted);
        return sql.add(ORDER, limit);
    }

    private static Sql byIndex(CreditCode firm, Wanted wanted, @Nullable Place after, String driver, int limit) {
        Sql sql = new Sql();
        if (driver.equals("text")) {
            sql.add("with hits as materialized (select id from invoices.searched where grams @> ?::int[]) ", (Object)
                    Grams.of(wanted.text()));
        }
        sql.add("select " + ArchiveTable.COLUMNS + "from invoices.invoice i where i.firm = ?", firm.value());
        switch (driver) {
            case "text" -> {
                sql.add(" and i.id in (select id from hits)");
                words(sql, wanted);
            }
            case "number" -> sql.add(" and i.number >= ? and i.number < ?", wanted.text(), behind(wanted.text()));
            case "party" -> sql.add(" and i.party_id = ?", wanted.text());
            default -> {
                // Amounts have their index, directions none.
            }
        }
        days(sql, wanted, after);
        amounts(sql, wanted);
        return sql.add(ORDER, limit);
    }

    private static void days(Sql sql, Wanted wanted, @Nullable Place after) {
        if (wanted.from() != null) {
            sql.add(" and i.issued_on >= ?", wanted.from());
        }
        if (wanted.until() != null) {
            sql.add(" and i.issued_on <= ?", wanted.until());
        }
        if (after != null) {
            sql.add(" and (i.issued_on, i.id) < (?, ?)", after.issuedOn(), after.id());
        }
    }

    private static void amounts(Sql sql, Wanted wanted) {
        if (wanted.least() != null) {
            sql.add(" and i.total >= ?", wanted.least());
        }
        if (wanted.most() != null) {
            sql.add(" and i.total <= ?", wanted.most());
        }
        if (wanted.direction() != null) {
            sql.add(" and i.direction = ?", wanted.direction().name());
        }
    }

    private static void words(Sql sql, Wanted wanted) {
        if (NUMBER.matcher(wanted.text()).matches()) {
            sql.add(" and i.number >= ? and i.number < ?", wanted.text(), behind(wanted.text()));
        } else if (!wanted.text().isEmpty()) {
            sql.add(" and i.words like ?", LikePattern.containing(Grams.plain(wanted.text())));
        }
    }

    /// The first text behind all that begin with this one: an index can answer two bounds in a prepared statement, a
    /// pattern only while the statement is planned anew each time.
    private static String behind(String beginning) {
        int last = beginning.length() - 1;
        return beginning.substring(0, last) + (char) (beginning.charAt(last) + 1);
    }
}
