package org.rongyi.city.names;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.enterprises.Changes.Position;
import org.rongyi.city.names.NameCheck.Parts;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.city.vocabulary.LikePattern;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The names of the register, taken apart. Each question is answered from an index.
@Component
class NameTable {
    private static final int MOST = 20;
    /// Behind every character of a name.
    private static final String LAST = Character.toString(0x10FFFD);

    private final JdbcClient database;
    private final JdbcTemplate batches;

    NameTable(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    record Row(String firm, String name, Parts parts, String sound) {}

    void save(List<Row> rows) {
        batches.batchUpdate(
                """
                insert into names.name (firm, name, trade_name, industry, sound) values (?, ?, ?, ?, ?)
                on conflict (firm) do update
                   set name = excluded.name, trade_name = excluded.trade_name, industry = excluded.industry,
                       sound = excluded.sound
                """,
                rows.stream()
                        .map(row -> new Object[] {
                            row.firm(),
                            row.name(),
                            row.parts().tradeName(),
                            row.parts().industry(),
                            row.sound()
                        })
                        .toList());
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

    /// Of the same length, with another character at one place. The index is read along the longer of the two parts
    /// that
    /// are equal, and its ends are named: a pattern that comes as a parameter would not find it.
    List<String> differing(Parts parts, int place, @Nullable CreditCode own) {
        String trade = parts.tradeName();
        boolean front = place * 2 >= trade.length();
        String column = front ? "trade_name" : "reverse(trade_name)";
        String along = front ? trade : new StringBuilder(trade).reverse().toString();
        int at = front ? place : trade.length() - 1 - place;
        String begin = along.substring(0, at);
        return names(
                "industry = ? and " + column + " ~>=~ ? and " + column + " ~<~ ? and " + column
                        + " like ? and trade_name <> ?",
                own,
                parts.industry(),
                begin,
                begin + LAST,
                LikePattern.literal(begin) + "_" + LikePattern.literal(along.substring(at + 1)),
                trade);
    }

    private List<String> names(String where, @Nullable CreditCode own, String... params) {
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
