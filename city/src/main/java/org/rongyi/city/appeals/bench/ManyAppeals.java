package org.rongyi.city.appeals.bench;

import java.util.ArrayList;
import java.util.List;
import org.rongyi.city.appeals.Grams;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Fills the table with appeals as they lie there years later, past the software: answered, solved, to be
/// searched.
@Component
class ManyAppeals {
    private static final int BATCH = 2000;
    private static final int MINUTES_BETWEEN = 1;
    private static final String INSERT = """
            insert into appeals.appeal
                (case_id, number, code, key, channel, title, words, place, who, confidential, category, type, grams, at,
                 state, unit, replied_at, closed_at, solved, satisfied)
            values (?, ?, 'BENCH234', ?, 'CALL', ?, ?, ?, '某某（测试）', false, 'E0601', 'HELP', ?,
                    now() - ? * interval '1 minute', 'settled', '供电', now() - ? * interval '1 minute',
                    now() - ? * interval '1 minute', true, true)""";

    private final JdbcTemplate database;

    ManyAppeals(JdbcTemplate database) {
        this.database = database;
    }

    /// The index is built at the end: an index that grows row by row would take most of the time.
    void fill(int number) {
        database.execute("drop index appeals.appeal_grams");
        List<Object[]> rows = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            String words = Said.words(i);
            String place = Said.street(i);
            long ago = (long) (number - i) * MINUTES_BETWEEN;
            rows.add(new Object[] {
                -i,
                "200101-" + (100_000_000 + i),
                "bench-" + i,
                words.substring(0, 12),
                words,
                place,
                Grams.of(words + " " + place),
                ago,
                ago,
                ago
            });
            if (rows.size() == BATCH || i == number) {
                database.batchUpdate(INSERT, rows);
                rows.clear();
            }
        }
        database.execute("create index appeal_grams on appeals.appeal using gin (grams) with (fastupdate = off)");
        database.execute("analyze appeals.appeal");
    }
}
