package org.rongyi.city.appeals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// In which share of all appeals the frequent pairs of signs are, as the database last counted them for itself.
@Component
class GramShares {
    private static final long NANOS_KNOWN = TimeUnit.MINUTES.toNanos(10);
    private static final String COUNTED = """
            select most_common_elems::text::int[] as grams, most_common_elem_freqs as shares from pg_stats
             where schemaname = 'appeals' and tablename = 'searched' and attname = 'grams'
               and most_common_elems is not null""";

    private final JdbcClient database;
    private volatile Known known = new Known(Map.of(), System.nanoTime() - NANOS_KNOWN);

    GramShares(JdbcClient database) {
        this.database = database;
    }

    /// @param since when it was read, on the machine's own clock
    record Known(Map<Integer, Float> shares, long since) {
        /// 0 for a pair that is not among the frequent ones.
        float share(int gram) {
            return shares.getOrDefault(gram, 0F);
        }

        /// The database has counted nothing yet.
        boolean nothing() {
            return shares.isEmpty();
        }
    }

    Known known() {
        Known now = known;
        if (System.nanoTime() - now.since >= NANOS_KNOWN) {
            now = new Known(
                    database.sql(COUNTED)
                            .query((row, _) -> shares(row))
                            .optional()
                            .orElse(Map.of()),
                    System.nanoTime());
            known = now;
        }
        return now;
    }

    /// Behind the shares of the pairs stand some of all pairs together.
    private static Map<Integer, Float> shares(ResultSet row) throws SQLException {
        Integer[] grams = (Integer[]) row.getArray("grams").getArray();
        Float[] shares = (Float[]) row.getArray("shares").getArray();
        Map<Integer, Float> all = new HashMap<>();
        for (int i = 0; i < grams.length; i++) {
            all.put(grams[i], shares[i]);
        }
        return all;
    }
}
