package org.rongyi.city.applications;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rongyi.texts.pages.Reading;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was read in the files of papers, and which files wait for it.
@Component
class ReadingTable {
    private static final String WAITING = "WAITING";
    private static final String SKIPPED = "SKIPPED";
    private static final int LONGEST = 20_000;

    private final JdbcClient database;
    private volatile boolean reads;

    /// @param reads whether papers are read at all
    ReadingTable(JdbcClient database, @Value("${rongyi.papers.read:true}") boolean reads) {
        this.database = database;
        this.reads = reads;
    }

    /// Nobody reads any longer: nothing is waited for.
    void stop() {
        reads = false;
    }

    void await(long file) {
        database.sql("insert into applications.reading (file_id, state) values (?, 'WAITING') on conflict do nothing")
                .param(file)
                .update();
    }

    record Waiting(long file, byte[] content) {}

    /// Whoever waits longest, taken so that no other process reads it. What was taken five minutes ago fell
    /// from the hands of a process that ended; it may be what ended it, so it is tried once more and then
    /// left.
    Optional<Waiting> take() {
        database.sql("""
                        update applications.reading set state = 'SKIPPED'
                         where state = 'WAITING' and attempts >= 2
                           and taken_at < now() - interval '5 minutes'""").update();
        return database.sql("""
                        with taken as (
                            update applications.reading set attempts = attempts + 1, taken_at = now()
                             where file_id = (
                                select file_id from applications.reading
                                 where state = 'WAITING' and attempts < 2
                                   and (taken_at is null or taken_at < now() - interval '5 minutes')
                                 order by file_id for update skip locked limit 1)
                            returning file_id)
                        select f.id, f.bytes from taken join applications.file f on f.id = taken.file_id""")
                .query((row, _) -> new Waiting(row.getLong("id"), row.getBytes("bytes")))
                .optional();
    }

    /// Changes nothing where it is not waited for any longer.
    void save(long file, Reading reading, Instant now) {
        String text = reading.text().replace("\0", "");
        database.sql("""
                        update applications.reading set state = ?, content = ?, read_at = ?
                         where file_id = ? and state = 'WAITING'""")
                .params(
                        reading.state().name(),
                        text.substring(0, Math.min(LONGEST, text.length())),
                        ApplicationTable.stamp(now),
                        file)
                .update();
    }

    /// What was read holds numbers of people; it was only read to be compared with the form. What is kept
    /// for an answer that is not sent yet is still to be compared.
    void forget(long application) {
        database.sql("""
                        update applications.reading
                           set content = '', state = case state when 'WAITING' then 'SKIPPED' else state end
                         where file_id in (
                            select id from applications.file f
                             where application_id = ?
                               and (exists (select from applications.paper p where p.file_id = f.id)
                                    or exists (select from applications.submitted_paper p
                                                where p.file_id = f.id)))""").param(application).update();
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
        if (!reads) {
            return Set.of();
        }
        var files = database.sql("""
                        select r.file_id
                          from applications.reading r join applications.file f on f.id = r.file_id
                         where f.application_id = ? and r.state = 'WAITING'""").param(application);
        return new TreeSet<>(files.query(Long.class).list());
    }
}
