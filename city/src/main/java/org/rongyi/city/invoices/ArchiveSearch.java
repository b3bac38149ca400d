package org.rongyi.city.invoices;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.invoices.InvoiceArchive.Place;
import org.rongyi.city.invoices.InvoiceArchive.Wanted;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.city.vocabulary.Grams;
import org.rongyi.city.vocabulary.LikePattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds invoices among a million without reading them all. Every index gives a firm's invoices by day, the
/// newest first, and skips from day to day to the numbers or amounts that are asked for; words are looked
/// for month by month.
@Component
class ArchiveSearch {
    /// So few are read and compared.
    private static final int FEW = 5_000;

    private static final int WHOLE_NUMBER = 20;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{4,}");
    private static final String ORDER = " order by i.issued_on desc, i.direction desc, i.number desc, i.id desc";

    private final JdbcClient database;

    /// What is frequent is found among so many of the newest; amounts that so few have are compared in their rows,
    /// whatever else is asked.
    private final int few;

    @Autowired
    ArchiveSearch(JdbcClient database) {
        this(database, FEW);
    }

    ArchiveSearch(JdbcClient database, int few) {
        this.database = database;
        this.few = few;
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

    /// What a text asks for.
    private enum Asked {
        NOTHING,
        WHOLE_NUMBER,
        NUMBER,
        PARTY,
        WORDS
    }

    /// Where the last page ended, with what its order needs.
    private record Behind(LocalDate issuedOn, String direction, String number, long id) {}

    /// Everything that is asked.
    private record Question(
            CreditCode firm,
            Wanted wanted,
            Asked asked,
            @Nullable Behind behind,
            int limit) {
        boolean hasAmounts() {
            return wanted.least() != null || wanted.most() != null;
        }
    }

    List<KeptInvoice> search(CreditCode firm, Wanted wanted, @Nullable Place after, int limit) {
        Behind behind = after == null ? null : behind(firm, after);
        Question question = new Question(firm, wanted, asked(firm, wanted.text()), behind, limit);
        if (question.hasAmounts() && (question.asked() == Asked.NOTHING || hasFewAmounts(question))) {
            return rows(byAmount(question));
        }
        return question.asked() == Asked.WORDS ? byWords(question) : rows(byDay(question));
    }

    /// Digits are the beginning of a number where one of the firm's begins so, whatever else is asked;
    /// otherwise they stand somewhere in a number (INV-20261234) or in words.
    private Asked asked(CreditCode firm, String text) {
        if (text.isEmpty()) {
            return Asked.NOTHING;
        }
        if (ArchiveTable.creditCode(text).isPresent()) {
            return Asked.PARTY;
        }
        if (DIGITS.matcher(text).matches()) {
            if (text.length() == WHOLE_NUMBER && has(firm, " and i.number = ?", text)) {
                return Asked.WHOLE_NUMBER;
            }
            if (has(firm, " and i.number >= ? and i.number < ?", text, behind(text))) {
                return Asked.NUMBER;
            }
        }
        return Asked.WORDS;
    }

    private boolean has(CreditCode firm, String number, Object... asked) {
        Sql sql = new Sql().add("select exists (select 1 from invoices.invoice i where i.firm = ?", firm.value());
        sql.add(number + ")", asked);
        return database.sql(sql.text.toString())
                .params(sql.values)
                .query(Boolean.class)
                .single();
    }

    private List<KeptInvoice> rows(Sql sql) {
        return database.sql(sql.text.toString())
                .params(sql.values)
                .query(ArchiveTable::row)
                .list();
    }

    /// A place that is unknown lies at the end of its day.
    private Behind behind(CreditCode firm, Place after) {
        return database.sql("select issued_on, direction, number from invoices.invoice where firm = ? and id = ?")
                .params(firm.value(), after.id())
                .query((row, _) ->
                        new Behind(row.getObject(1, LocalDate.class), row.getString(2), row.getString(3), after.id()))
                .optional()
                .orElse(new Behind(after.issuedOn(), "", "", 0));
    }

    /// Then the others are compared in the rows of these, whatever they are.
    private boolean hasFewAmounts(Question question) {
        Sql sql = new Sql()
                .add(
                        "select count(*) from (select 1 from invoices.invoice i where i.firm = ?",
                        question.firm().value());
        days(sql, question);
        amounts(sql, question.wanted());
        sql.add(" order by i.issued_on desc, i.total desc limit ?) counted", few);
        return database.sql(sql.text.toString())
                        .params(sql.values)
                        .query(Long.class)
                        .single()
                < few;
    }

    /// The order inside is the one of the index that is meant, and `offset` keeps it from being planned away.
    private static Sql byAmount(Question question) {
        boolean words = question.asked() == Asked.WORDS;
        Sql sql = new Sql()
                .add(
                        "with found as materialized (select i.id from (select i.id, i.issued_on, i.direction, i.number"
                                + (words ? ", i.words" : "") + (question.asked() == Asked.PARTY ? ", i.party_id" : "")
                                + " from invoices.invoice i where i.firm = ?",
                        question.firm().value());
        days(sql, question);
        amounts(sql, question.wanted());
        sql.add(" order by i.issued_on desc, i.total desc offset 0) i where true");
        text(sql, question);
        direction(sql, question.wanted());
        return whole(sql, question);
    }

    private static Sql byDay(Question question) {
        Sql sql = new Sql()
                .add(
                        "with found as materialized (select i.id from invoices.invoice i where i.firm = ?",
                        question.firm().value());
        days(sql, question);
        text(sql, question);
        direction(sql, question.wanted());
        amounts(sql, question.wanted());
        return whole(sql, question);
    }

    /// What was found by an index alone, with all its columns.
    private static Sql whole(Sql sql, Question question) {
        return sql.add(
                ORDER + " limit ?) select " + ArchiveTable.COLUMNS
                        + "from found join invoices.invoice i on i.id = found.id" + ORDER,
                question.limit());
    }

    private List<KeptInvoice> byWords(Question question) {
        List<KeptInvoice> newest = rows(amongTheNewest(question));
        if (newest.size() >= question.limit() || day(question, null, few).isEmpty()) {
            return newest;
        }
        List<KeptInvoice> found = new ArrayList<>();
        Optional<LocalDate> day = day(question, null, 0);
        while (found.size() < question.limit() && day.isPresent()) {
            YearMonth month = YearMonth.from(day.get());
            found.addAll(rows(inMonth(question, month)));
            day = day(question, month.atDay(1), 0);
        }
        return found.subList(0, Math.min(found.size(), question.limit()));
    }

    private Sql amongTheNewest(Question question) {
        Sql sql = new Sql()
                .add(
                        "select " + ArchiveTable.COLUMNS + "from (select * from invoices.invoice i where i.firm = ?",
                        question.firm().value());
        days(sql, question);
        sql.add(ORDER + " limit ?) i where true", few);
        text(sql, question);
        direction(sql, question.wanted());
        amounts(sql, question.wanted());
        return sql.add(ORDER + " limit ?", question.limit());
    }

    /// The newest day within those that are asked for, of the invoice behind so many others: a month without any is
    /// never looked into, nor are the centuries before one whose year is mistyped.
    private Optional<LocalDate> day(Question question, @Nullable LocalDate before, int behind) {
        Sql sql = new Sql()
                .add(
                        "select i.issued_on from invoices.invoice i where i.firm = ?",
                        question.firm().value());
        days(sql, question);
        if (before != null) {
            sql.add(" and i.issued_on < ?", before);
        }
        sql.add(" order by i.issued_on desc offset ? limit 1", behind);
        return database.sql(sql.text.toString())
                .params(sql.values)
                .query(LocalDate.class)
                .optional();
    }

    private static Sql inMonth(Question question, YearMonth month) {
        Sql sql = new Sql()
                .add(
                        "with hits as materialized (select id from invoices.searched where grams @> ?::int[]) select "
                                + ArchiveTable.COLUMNS + "from hits join invoices.invoice i on i.id = hits.id"
                                + " where i.firm = ? and i.issued_on between ? and ?",
                        MonthGrams.of(question.firm(), month, question.wanted().text()),
                        question.firm().value(),
                        month.atDay(1),
                        month.atEndOfMonth());
        days(sql, question);
        text(sql, question);
        direction(sql, question.wanted());
        amounts(sql, question.wanted());
        return sql.add(ORDER + " limit ?", question.limit());
    }

    private static void days(Sql sql, Question question) {
        Wanted wanted = question.wanted();
        if (wanted.from() != null) {
            sql.add(" and i.issued_on >= ?", wanted.from());
        }
        if (wanted.until() != null) {
            sql.add(" and i.issued_on <= ?", wanted.until());
        }
        Behind behind = question.behind();
        if (behind != null) {
            sql.add(
                    " and i.issued_on <= ? and (i.issued_on, i.direction, i.number, i.id) < (?, ?, ?, ?)",
                    behind.issuedOn(),
                    behind.issuedOn(),
                    behind.direction(),
                    behind.number(),
                    behind.id());
        }
    }

    private static void amounts(Sql sql, Wanted wanted) {
        if (wanted.least() != null) {
            sql.add(" and i.total >= ?", wanted.least());
        }
        if (wanted.most() != null) {
            sql.add(" and i.total <= ?", wanted.most());
        }
    }

    private static void direction(Sql sql, Wanted wanted) {
        if (wanted.direction() != null) {
            sql.add(" and i.direction = ?", wanted.direction().name());
        }
    }

    private static void text(Sql sql, Question question) {
        String text = question.wanted().text();
        switch (question.asked()) {
            case NOTHING -> {
                // All are meant.
            }
            case WHOLE_NUMBER -> sql.add(" and i.number = ?", text);
            case NUMBER -> sql.add(" and i.number >= ? and i.number < ?", text, behind(text));
            case PARTY -> sql.add(" and i.party_id = ? and i.party_id <> ''", ArchiveTable.partyId(text));
            case WORDS -> sql.add(" and i.words like ?", LikePattern.containing(Grams.plain(text)));
        }
    }

    /// The first text behind all that begin with this one: an index can answer two bounds in a prepared
    /// statement, a pattern only while the statement is planned anew each time.
    private static String behind(String beginning) {
        int last = beginning.length() - 1;
        return beginning.substring(0, last) + (char) (beginning.charAt(last) + 1);
    }
}
