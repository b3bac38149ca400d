package org.rongyi.city.appeals.bench;

import java.util.ArrayList;
import java.util.List;
import org.rongyi.city.vocabulary.Grams;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Fills the table with appeals as they lie there years later, past the software: answered, solved, to be
/// searched.
@Component
class ManyAppeals {
    private static final int BATCH = 2000;
    private static final int MINUTES_BETWEEN = 1;
    private static final String INSERT = """
            insert into appeals.appeal
                (id, case_id, number, code, key, channel, title, words, place, who, confidential, category, type, at,
                 state, unit, replied_at, closed_at, solved, satisfied)
            overriding system value
            values (?, ?, ?, 'BENCH234', ?, 'CALL', ?, ?, ?, '某某（测试）', false, 'E0601', 'HELP',
                    now() - ? * interval '1 minute', 'settled', '供电', now() - ? * interval '1 minute',
                    now() - ? * interval '1 minute', true, true)""";
    private static final String SEARCHED = "insert into appeals.searched (id, grams) values (?, ?)";

    private final JdbcTemplate database;

    ManyAppeals(JdbcTemplate database) {
        this.database = database;
    }

    /// The index is built at the end: an index that grows row by row would take most of the time.
    @Transactional
    public void fill(int number) {
        database.execute("set local session_replication_role = replica");
        database.execute("drop index appeals.searched_grams");
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> grams = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            String words = Said.words(i);
            String place = Said.street(i);
            long ago = (long) (number - i) * MINUTES_BETWEEN;
            rows.add(new Object[] {
                i, -i, "200101-" + (100_000_000 + i), "bench-" + i, words.substring(0, 12), words, place, ago, ago, ago
            });
            grams.add(new Object[] {i, Grams.of(words + " " + place)});
            if (rows.size() == BATCH || i == number) {
                database.batchUpdate(INSERT, rows);
                database.batchUpdate(SEARCHED, grams);
                rows.clear();
                grams.clear();
            }
        }
        database.execute("alter table appeals.appeal alter column id restart with " + (number + 1));
        database.execute("create index searched_grams on appeals.searched using gin (grams) with (fastupdate = off)");
        database.execute("analyze appeals.appeal");
        database.execute("analyze appeals.searched");
    }
}
