package org.rongyi.city.applications;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rongyi.texts.pages.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was read in the files of papers, and which files wait for it.
@Component
class ReadingTable {
    private static final String WAITING = "WAITING";
    private static final String SKIPPED = "SKIPPED";

    private final JdbcClient database;

    ReadingTable(JdbcClient database) {
        this.database = database;
    }

    void await(long file) {
        database.sql("insert into applications.reading (file_id, state) values (?, 'WAITING') on conflict do nothing")
                .param(file)
                .update();
    }

    record Waiting(long file, byte[] content) {}

    /// Whoever waits longest.
    Optional<Waiting> next() {
        return database.sql("""
                        select f.id, f.bytes from applications.reading r join applications.file f on f.id = r.file_id
                         where r.state = 'WAITING' order by r.file_id limit 1""")
                .query((row, _) -> new Waiting(row.getLong("id"), row.getBytes("bytes")))
                .optional();
    }

    /// @param reading null where the machine could not even try
    void save(long file, @Nullable Reading reading, Instant now) {
        database.sql("update applications.reading set state = ?, content = ?, read_at = ? where file_id = ?")
                .params(
                        reading == null ? SKIPPED : reading.state().name(),
                        reading == null ? "" : reading.text().replace("\0", ""),
                        ApplicationTable.stamp(now),
                        file)
                .update();
    }

    /// Empty while it waits, and where nothing could be read.
    Optional<Reading> find(long file) {
        return database.sql("select state, content from applications.reading where file_id = ? and state not in (?, ?)")
                .params(file, WAITING, SKIPPED)
                .query((row, _) -> new Reading(Reading.State.valueOf(row.getString("state")), row.getString("content")))
                .optional();
    }

    /// Files of an application that are still to be read.
    Set<Long> waiting(long application) {
        var files = database.sql("""
                        select r.file_id
                          from applications.reading r join applications.file f on f.id = r.file_id
                         where f.application_id = ? and r.state = 'WAITING'""").param(application);
        return new TreeSet<>(files.query(Long.class).list());
    }
}
