package org.rongyi.city.names;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.enterprises.Changes.Position;
import org.rongyi.city.names.NameCheck.Parts;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.city.vocabulary.LikePattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The names of the register, taken apart. Each question is answered from an index.
@Component
class NameTable {
    private static final int MOST = 20;
    /// The one length whose middle has no part on either side that is long enough to look along.
    private static final int MIDDLE_OF = 3;
    /// Behind every character of a name.
    private static final String LAST = Character.toString(0x10FFFD);

    private final JdbcClient database;

    NameTable(JdbcClient database) {
        this.database = database;
    }

    record Row(String firm, String name, Parts parts, String sound) {}

    /// In the order of firms, so that two who save the same ones do not wait for each other crosswise.
    void save(List<Row> rows) {
        List<Row> sorted = rows.stream().sorted(Comparator.comparing(Row::firm)).toList();
        database.sql("""
                insert into names.name (firm, name, trade_name, industry, sound)
                select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                on conflict (firm) do update
                   set name = excluded.name, trade_name = excluded.trade_name, industry = excluded.industry,
                       sound = excluded.sound
                """)
                .params(
                        texts(sorted, Row::firm),
                        texts(sorted, Row::name),
                        texts(sorted, row -> row.parts().tradeName()),
                        texts(sorted, row -> row.parts().industry()),
                        texts(sorted, Row::sound))
                .update();
    }

    private static String[] texts(List<Row> rows, Function<Row, String> what) {
        return rows.stream().map(what).toArray(String[]::new);
    }

    Optional<Position> stand(UUID log) {
        return database.sql("select transaction, entry from names.stand where log = ?")
                .param(log)
                .query((row, _) -> new Position(row.getLong("transaction"), row.getLong("entry")))
                .optional();
    }

    void setStand(UUID log, Position position) {
        database.sql("""
                        insert into names.stand (log, transaction, entry) values (?, ?, ?)
                        on conflict (one) do update
                           set log = excluded.log, transaction = excluded.transaction, entry = excluded.entry
                        """).params(log, position.transaction(), position.entry()).update();
    }

    List<String> named(String name, @Nullable CreditCode own) {
        return names("name = ?", own, name);
    }

    List<String> withTradeName(Parts parts, @Nullable CreditCode own) {
        return names("trade_name = ? and industry = ?", own, parts.tradeName(), parts.industry());
    }

    List<String> sounding(String sound, Parts parts, @Nullable CreditCode own) {
        return names("sound = ? and industry = ? and trade_name <> ?", own, sound, parts.industry(), parts.tradeName());
    }

    /// Of the same length, with another character at one place. The index is read along the longer of the two
    /// parts that are equal, and its ends are named: a pattern that comes as a parameter would not find it.
    List<String> differing(Parts parts, int place, @Nullable CreditCode own) {
        int[] trade = parts.tradeName().codePoints().toArray();
        if (trade.length == MIDDLE_OF && place == MIDDLE_OF / 2) {
            return names(
                    "industry = ? and left(trade_name, 1) = ? and right(trade_name, 1) = ? and trade_name <> ?"
                            + " and char_length(trade_name) = 3",
                    own,
                    parts.industry(),
                    new String(trade, 0, 1),
                    new String(trade, MIDDLE_OF - 1, 1),
                    parts.tradeName());
        }
        boolean front = place * 2 >= trade.length;
        String column = front ? "trade_name" : "reverse(trade_name)";
        int[] along = front
                ? trade
                : new StringBuilder(parts.tradeName()).reverse().codePoints().toArray();
        int at = front ? place : trade.length - 1 - place;
        String begin = new String(along, 0, at);
        String end = new String(along, at + 1, along.length - at - 1);
        return names(
                "industry = ? and char_length(trade_name) = ? and " + column + " ~>=~ ? and " + column + " ~<~ ? and "
                        + column + " like ? and trade_name <> ?",
                own,
                parts.industry(),
                trade.length,
                begin,
                begin + LAST,
                LikePattern.literal(begin) + "_" + LikePattern.literal(end),
                parts.tradeName());
    }

    private List<String> names(String where, @Nullable CreditCode own, Object... params) {
        Object[] all = new Object[params.length + 1];
        System.arraycopy(params, 0, all, 0, params.length);
        all[params.length] = own == null ? "" : own.value();
        return database
                .sql("select name from names.name where " + where + " and firm <> ? limit " + MOST)
                .params(all)
                .query((row, _) -> row.getString("name"))
                .list()
                .stream()
                .sorted()
                .toList();
    }
}
