package org.rongyi.city.appeals;

import java.util.List;
import org.rongyi.city.vocabulary.Grams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A frequent word is found among the newest, a rare one by the index of pairs: neither reads a million rows.
/// A word that is frequent in the index would make it gather hundreds of thousands only to show the newest
/// twenty. Which of both a word is a few hundred of the newest tell.
@Component
class GramSearch implements AppealSearch {
    private static final int GLIMPSE = 300;
    private static final int NEWEST = 3000;
    private static final String COLUMNS = AppealTable.COLUMNS + "null::text as into_number ";
    private static final String AMONG_THE_NEWEST = """
            select s.id from appeals.searched s
             where s.id > (select max(id) - ? from appeals.searched) and s.grams @> ?::int[]
             order by s.id desc limit ?""";
    private static final String BY_INDEX = """
            with hits as materialized (select s.id from appeals.searched s where s.grams @> ?::int[])
            select id from hits order by id desc limit ?""";
    private static final String THESE =
            "select " + COLUMNS + "from appeals.appeal a where a.id = any (?::bigint[]) order by a.id desc";
    private static final String BY_NUMBER = "select " + COLUMNS + "from appeals.appeal a where a.number = ?";

    private final JdbcClient database;

    GramSearch(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Found> find(String text, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("the limit (" + limit + ") must be 1 to " + MOST);
        }
        String typed = text.strip();
        if (typed.matches("\\d{6}-\\d{4,18}")) {
            return found(BY_NUMBER, typed);
        }
        int[] grams = Grams.of(typed);
        if (grams.length == 0) {
            return List.of();
        }
        List<Long> ids = ids(AMONG_THE_NEWEST, GLIMPSE, grams, limit);
        if (!ids.isEmpty() && ids.size() < limit) {
            ids = ids(AMONG_THE_NEWEST, NEWEST, grams, limit);
        }
        if (ids.size() < limit) {
            ids = ids(BY_INDEX, grams, limit);
        }
        return ids.isEmpty() ? List.of() : found(THESE, (Object) ids.toArray(Long[]::new));
    }

    private List<Long> ids(String sql, Object... parameters) {
        return database.sql(sql)
                .params(parameters)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private List<Found> found(String sql, Object... parameters) {
        return database.sql(sql)
                .params(parameters)
                .query((row, number) ->
                        new Found(AppealTable.row(row, number), row.getString("state"), row.getString("unit")))
                .list();
    }
}
