package org.rongyi.city.appeals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.rongyi.city.vocabulary.Grams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A frequent word is found among the newest, a rare one by the index of pairs: neither reads a million rows.
/// A word that is frequent in the index would make it gather hundreds of thousands only to show the newest
/// twenty; of a rare one its two rarest pairs are looked up, and the others held against what these find.
@Component
class GramSearch implements AppealSearch {
    /// Words that stand apart need not stand together in a text. One sign alone cannot be looked up: it belongs
    /// to what is beside it.
    private static final Pattern BESIDE_ONE_SIGN = Pattern.compile("(?<=(?:^|\\s)\\S)\\s+|\\s+(?=\\S(?:\\s|$))");

    private static final int NEWEST = 3000;
    private static final int LOOKED_UP = 2;
    private static final String COLUMNS = AppealTable.COLUMNS + "null::text as into_number ";
    /// What "is true" of a row is no condition for the index of pairs: here none is, below only the rarest.
    private static final String AMONG_THE_NEWEST = """
            select s.id from appeals.searched s
             where s.id > (select max(id) - ? from appeals.searched) and (s.grams @> ?::int[]) is true
             order by s.id desc limit ?""";
    private static final String BY_INDEX = """
            with hits as materialized
                (select s.id from appeals.searched s where s.grams @> ?::int[] and (s.grams @> ?::int[]) is true)
            select id from hits order by id desc limit ?""";
    private static final String THESE =
            "select " + COLUMNS + "from appeals.appeal a where a.id = any (?::bigint[]) order by a.id desc";
    private static final String BY_NUMBER = "select " + COLUMNS + "from appeals.appeal a where a.number = ?";

    private final JdbcClient database;
    private final GramShares shares;

    GramSearch(JdbcClient database, GramShares shares) {
        this.database = database;
        this.shares = shares;
    }

    @Override
    public int merged(Appeal appeal) {
        return database.sql("select count(*) from appeals.appeal where merged_into = ?")
                .param(appeal.id())
                .query(Integer.class)
                .single();
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
        int[] grams = Arrays.stream(
                        BESIDE_ONE_SIGN.matcher(typed).replaceAll("").split("\\s+"))
                .flatMapToInt(word -> Arrays.stream(Grams.of(word)))
                .distinct()
                .toArray();
        if (grams.length == 0) {
            return List.of();
        }
        List<Long> ids = ids(grams, limit);
        return ids.isEmpty() ? List.of() : found(THESE, (Object) ids.toArray(Long[]::new));
    }

    private List<Long> ids(int[] grams, int limit) {
        GramShares.Known known = shares.known();
        int[] rarest = Arrays.stream(grams)
                .boxed()
                .sorted(Comparator.comparingDouble(known::share))
                .mapToInt(Integer::intValue)
                .limit(LOOKED_UP)
                .toArray();
        if (known.nothing() || known.share(rarest[0]) * NEWEST >= limit) {
            List<Long> newest = ids(AMONG_THE_NEWEST, NEWEST, grams, limit);
            if (newest.size() >= limit) {
                return newest;
            }
        }
        return ids(BY_INDEX, rarest, grams, limit);
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
