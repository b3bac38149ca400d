package org.rongyi.city.applications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.SharedDrafts.Change;
import org.rongyi.city.applications.SharedDrafts.Scope;
import org.rongyi.city.applications.SharedDrafts.Share;
import org.rongyi.city.enterprises.FactJson;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of whom drafts are shared with, and of what was changed in them.
@Component
class ShareTable {
    private static final int MOST = 500;
    private static final String SELECT = """
            select s.*, (select count(*) from applications.shared_look l where l.share_id = s.id) as looks,
                   (select max(l.at) from applications.shared_look l where l.share_id = s.id) as last_look
              from applications.share s
            """;

    private final JdbcClient database;
    private final FactJson json;

    ShareTable(JdbcClient database, ApplicationTable table) {
        this.database = database;
        this.json = table.json();
    }

    /// In the place of a leave that the same person has for it.
    Share insert(long draft, Person helper, Scope scope, Acting by, Instant now, Instant until) {
        database.sql("""
                        update applications.share set ended_at = ?, ended_by = ?
                         where application_id = ? and account = ? and ended_at is null""")
                .params(ApplicationTable.stamp(now), by.person().name(), draft, helper.account())
                .update();
        long id = database.sql("""
                        insert into applications.share
                            (application_id, account, name, department, scope, given_by, given_at, until)
                        values (?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        draft,
                        helper.account(),
                        helper.name(),
                        helper.department(),
                        scope.name(),
                        by.account(),
                        ApplicationTable.stamp(now),
                        ApplicationTable.stamp(until))
                .query(Long.class)
                .single();
        return find(id).orElseThrow();
    }

    Optional<Share> find(long id) {
        return database.sql(SELECT + "where s.id = ?")
                .param(id)
                .query(ShareTable::share)
                .optional();
    }

    List<Share> of(long draft) {
        return database.sql(SELECT + "where s.application_id = ? order by s.id desc limit ?")
                .params(draft, MOST)
                .query(ShareTable::share)
                .list();
    }

    List<Share> some(List<Long> ids) {
        return database.sql(SELECT + "where s.id = any (?) order by s.id desc")
                .param(ids.toArray(Long[]::new))
                .query(ShareTable::share)
                .list();
    }

    /// The one in force, held so until the transaction ends: taking it back waits for what is being done under it.
    Optional<Share> inForce(long draft, String account, Instant now) {
        return database.sql(SELECT + """
                        where s.application_id = ? and s.account = ? and s.ended_at is null and s.until > ?
                        for share of s""")
                .params(draft, account, ApplicationTable.stamp(now))
                .query(ShareTable::share)
                .optional();
    }

    boolean end(long id, Acting by, Instant now) {
        return database.sql("update applications.share set ended_at = ?, ended_by = ?"
                                + " where id = ? and ended_at is null and until > ?")
                        .params(ApplicationTable.stamp(now), by.person().name(), id, ApplicationTable.stamp(now))
                        .update()
                > 0;
    }

    boolean everShared(long draft) {
        return database.sql("select exists (select from applications.share where application_id = ?)")
                .param(draft)
                .query(Boolean.class)
                .single();
    }

    void looked(long share, Instant now) {
        database.sql("insert into applications.shared_look (share_id, at) values (?, ?)")
                .params(share, ApplicationTable.stamp(now))
                .update();
    }

    /// @param share null: the person did it
    void changed(long draft, Acting by, @Nullable Share share, String element, Turn turn, Instant now) {
        database.sql("""
                        insert into applications.change
                            (application_id, at, account, name, share_id, element, hidden, before, after)
                        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)""")
                .params(Arrays.asList(
                        draft,
                        ApplicationTable.stamp(now),
                        by.account(),
                        by.person().name(),
                        share == null ? null : share.id(),
                        element,
                        turn.hidden(),
                        kept(element, turn, turn.before()),
                        kept(element, turn, turn.after())))
                .update();
    }

    /// What a value was, and is.
    record Turn(
            boolean hidden,
            @Nullable Object before,
            @Nullable Object after) {}

    private static @Nullable String kept(String element, Turn turn, @Nullable Object value) {
        return turn.hidden() || value == null ? null : FactJson.write(Collections.singletonMap(element, value));
    }

    List<Change> changes(long draft) {
        return database.sql("select * from applications.change where application_id = ? order by id desc limit ?")
                .params(draft, MOST)
                .query((row, _) -> new Change(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("account"),
                        row.getString("name"),
                        row.getObject("share_id") != null,
                        row.getString("element"),
                        row.getBoolean("hidden"),
                        value(row.getString("element"), row.getString("before")),
                        value(row.getString("element"), row.getString("after"))))
                .list();
    }

    private @Nullable Object value(String element, @Nullable String kept) {
        return kept == null ? null : json.facts(kept).get(element);
    }

    long newest(long draft) {
        return database.sql("select coalesce(max(id), 0) from applications.change where application_id = ?")
                .param(draft)
                .query(Long.class)
                .single();
    }

    /// What others changed after that change, with what each was before they did.
    Map<String, @Nullable Object> changedByOthers(long draft, String account, long after) {
        Map<String, @Nullable Object> changed = new HashMap<>();
        database.sql("""
                        select distinct on (element) element, before from applications.change
                         where application_id = ? and id > ? and account <> ? order by element, id
                        """).params(draft, after, account).query(row -> {
            changed.put(row.getString("element"), value(row.getString("element"), row.getString("before")));
        });
        return changed;
    }

    private static Share share(ResultSet row, int number) throws SQLException {
        return new Share(
                row.getLong("id"),
                row.getLong("application_id"),
                row.getString("account"),
                row.getString("name"),
                row.getString("department"),
                Scope.valueOf(row.getString("scope")),
                row.getObject("given_at", OffsetDateTime.class).toInstant(),
                row.getObject("until", OffsetDateTime.class).toInstant(),
                instant(row, "ended_at"),
                row.getString("ended_by"),
                row.getInt("looks"),
                instant(row, "last_look"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
