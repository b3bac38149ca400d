package org.rongyi.city.documents;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.CityWords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Runs in which all licences of a type are issued anew.
@Component
class ReissueTable {
    private static final String RUNNING = """
            select count(*) from documents.licence
             where type = ? and unit = ? and state in ('VALID', 'SUSPENDED')
               and (valid_until is null or valid_until >= ?)""";

    private final JdbcClient database;
    private final CityWords city;
    private final Clock clock;

    ReissueTable(JdbcClient database, CityWords city, Clock clock) {
        this.database = database;
        this.city = city;
        this.clock = clock;
    }

    /// @param reached the last document that was looked at
    /// @param template by which it writes; null: begun before that was noted
    record Open(
            long id,
            String type,
            String unit,
            String reason,
            Instant begunAt,
            String reached,
            @Nullable Integer template) {}

    /// One that waits for a second person.
    record Asked(String type, String account, @Nullable Integer template) {}

    long running(String type, String unit) {
        return database.sql(RUNNING)
                .params(type, unit, city.today(clock))
                .query(Long.class)
                .single();
    }

    /// Written before the template was changed.
    long older(String type, String unit, Instant changed) {
        return database.sql(RUNNING + " and issued_at < ?")
                .params(type, unit, city.today(clock), Timestamp.from(changed))
                .query(Long.class)
                .single();
    }

    /// Whether none runs or waits; until the transaction ends none other begins.
    boolean lockNone(String type, String unit) {
        database.sql("select pg_advisory_xact_lock(hashtext('documents.reissue ' || ? || ' ' || ?))")
                .params(type, unit)
                .query((_, _) -> true)
                .single();
        return database.sql("select count(*) from documents.reissue where type = ? and unit = ? and ended_at is null")
                        .params(type, unit)
                        .query(Long.class)
                        .single()
                == 0;
    }

    void begin(String type, int template, Acting by, String reason, long total, boolean waits) {
        database.sql("""
                        insert into documents.reissue
                            (type, template, unit, account, person, reason, begun_at, total, waits)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        type,
                        template,
                        by.person().department(),
                        by.account(),
                        by.person().name(),
                        reason,
                        Timestamp.from(clock.instant()),
                        total,
                        waits)
                .update();
    }

    Optional<Asked> lockWaiting(long id, String unit) {
        return database.sql("""
                        select type, account, template from documents.reissue
                         where id = ? and unit = ? and waits and ended_at is null for update""")
                .params(id, unit)
                .query((row, _) -> new Asked(
                        row.getString("type"), row.getString("account"), row.getObject("template", Integer.class)))
                .optional();
    }

    /// What was issued since it was asked for is issued anew too.
    void confirm(long id, Acting second, long total) {
        database.sql("""
                        update documents.reissue
                           set waits = false, second_account = ?, second_person = ?, begun_at = ?, total = ?
                         where id = ?""")
                .params(second.account(), second.person().name(), Timestamp.from(clock.instant()), total, id)
                .update();
    }

    void drop(long id, Acting second) {
        database.sql("""
                        update documents.reissue
                           set waits = false, dropped = true, second_account = ?, second_person = ?, ended_at = ?
                         where id = ?""")
                .params(second.account(), second.person().name(), Timestamp.from(clock.instant()), id)
                .update();
    }

    /// One that has not come to its end, locked; whoever else looks meanwhile sees another or none.
    Optional<Open> lock() {
        return database.sql("""
                        select id, type, unit, reason, begun_at, reached, template from documents.reissue
                         where ended_at is null and not waits order by id limit 1 for update skip locked""")
                .query((row, _) -> new Open(
                        row.getLong("id"),
                        row.getString("type"),
                        row.getString("unit"),
                        row.getString("reason"),
                        row.getTimestamp("begun_at").toInstant(),
                        row.getString("reached"),
                        row.getObject("template", Integer.class)))
                .optional();
    }

    /// The next of those that are still as they were when the run began; what has run out has no successor.
    /// Looked for from where the run stands, so that a batch costs the same at the end as at the beginning.
    List<String> due(Open run, int limit) {
        return database.sql("""
                        select l.document from documents.licence l
                         where type = ? and unit = ? and document > ? and state in ('VALID', 'SUSPENDED')
                           and (valid_until is null or valid_until >= ?) and issued_at <= ?
                           and not exists (select from documents.reissued r
                                            where r.run = ? and r.document = l.document)
                         order by l.document limit ?""")
                .params(
                        run.type(),
                        run.unit(),
                        run.reached(),
                        city.today(clock),
                        Timestamp.from(run.begunAt()),
                        run.id(),
                        limit)
                .query((row, _) -> row.getString("document"))
                .list();
    }

    void reach(Open run, String document) {
        database.sql("update documents.reissue set reached = ? where id = ? and reached < ?")
                .params(document, run.id(), document)
                .update();
    }

    /// The successor is not due in the same run.
    void reissued(Open run, String successor) {
        database.sql("insert into documents.reissued (run, document) values (?, ?)")
                .params(run.id(), successor)
                .update();
        database.sql("update documents.reissue set done = done + 1 where id = ?")
                .param(run.id())
                .update();
    }

    /// It is not tried again in the same run.
    void failed(Open run, String document, String why) {
        database.sql("""
                        insert into documents.reissued (run, document, failed) values (?, ?, ?)
                        on conflict do nothing""").params(run.id(), document, why).update();
    }

    long caseOf(String document) {
        return database.sql("select case_id from documents.licence where document = ?")
                .param(document)
                .query(Long.class)
                .single();
    }

    void end(Open run) {
        database.sql("update documents.reissue set ended_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), run.id())
                .update();
    }

    List<Issuers.Run> of(String unit) {
        return database.sql("""
                        select id, type, template, reason, person, account, second_person, begun_at, total, done,
                               ended_at, waits, dropped,
                               (select count(*) from documents.reissued
                                 where run = id and failed is not null) as failed
                          from documents.reissue
                         where unit = ? order by id desc limit 20""")
                .param(unit)
                .query((row, _) -> new Issuers.Run(
                        row.getLong("id"),
                        row.getString("type"),
                        row.getObject("template", Integer.class),
                        row.getString("reason"),
                        row.getString("person"),
                        row.getString("account"),
                        row.getString("second_person"),
                        row.getTimestamp("begun_at").toInstant(),
                        row.getInt("total"),
                        row.getInt("done"),
                        row.getInt("failed"),
                        row.getBoolean("waits"),
                        row.getBoolean("dropped"),
                        row.getTimestamp("ended_at") != null))
                .list();
    }
}
