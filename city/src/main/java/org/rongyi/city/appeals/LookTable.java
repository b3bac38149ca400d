package org.rongyi.city.appeals;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.rongyi.city.appeals.Appeals.Look;
import org.rongyi.city.appeals.Seats.Attempt;
import org.rongyi.city.identity.Acting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What stands beside an appeal: looks, tries to call.
@Component
class LookTable {
    private static final int MOST = 200;

    private final JdbcClient database;

    LookTable(JdbcClient database) {
        this.database = database;
    }

    void look(Appeal appeal, Acting who, boolean reporter, Instant now) {
        database.sql("""
                        insert into appeals.look (appeal_id, at, account, name, department, reporter)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        appeal.id(),
                        AppealTable.stamp(now),
                        who.account(),
                        who.person().name(),
                        who.person().department(),
                        reporter)
                .update();
    }

    List<Look> looks(long appeal) {
        return database.sql("select * from appeals.look where appeal_id = ? order by id desc limit ?")
                .params(appeal, MOST)
                .query((row, _) -> new Look(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("name"),
                        row.getString("department"),
                        row.getBoolean("reporter")))
                .list();
    }

    void attempt(Appeal appeal, Acting who, boolean reached, String words, Instant now) {
        database.sql("""
                        insert into appeals.attempt (appeal_id, at, account, name, reached, words)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        appeal.id(),
                        AppealTable.stamp(now),
                        who.account(),
                        who.person().name(),
                        reached,
                        words)
                .update();
    }

    List<Attempt> attempts(long appeal) {
        return database.sql("select * from appeals.attempt where appeal_id = ? order by id")
                .param(appeal)
                .query((row, _) -> new Attempt(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("name"),
                        row.getBoolean("reached"),
                        row.getString("words")))
                .list();
    }

    /// On how many days nobody was reached since the last answer.
    int days(long appeal, ZoneId zone) {
        return database.sql("""
                        select count(distinct (t.at at time zone ?)::date) from appeals.attempt t
                          join appeals.appeal a on a.id = t.appeal_id
                         where t.appeal_id = ? and not t.reached and (a.replied_at is null or t.at >= a.replied_at)""")
                .params(zone.getId(), appeal)
                .query(Integer.class)
                .single();
    }

    void told(String route, Instant now) {
        database.sql("insert into appeals.told (route, at) values (?, ?)")
                .params(route, AppealTable.stamp(now))
                .update();
    }
}
