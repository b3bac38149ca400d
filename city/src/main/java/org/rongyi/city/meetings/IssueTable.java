package org.rongyi.city.meetings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of what was brought to a meeting, what was thought of it, and who looked.
@Component
class IssueTable {
    private final JdbcClient database;

    IssueTable(JdbcClient database) {
        this.database = database;
    }

    void bring(long session, CreditCode firm, String account, String words, Instant now) {
        database.sql("insert into meetings.issue (session_id, firm, account, words, at) values (?, ?, ?, ?, ?)")
                .params(session, firm.value(), account, words, MeetingTable.stamp(now))
                .update();
    }

    List<Issue> issues(long session) {
        return database.sql("select * from meetings.issue where session_id = ? order by id")
                .param(session)
                .query(IssueTable::issue)
                .list();
    }

    List<Issue> issues(long session, CreditCode firm) {
        return issues(session).stream()
                .filter(issue -> issue.firm().equals(firm))
                .toList();
    }

    record Brought(Issue issue, long session, String account) {}

    Optional<Brought> brought(long id) {
        return database.sql("select * from meetings.issue where id = ? for update")
                .param(id)
                .query((row, number) ->
                        new Brought(issue(row, number), row.getLong("session_id"), row.getString("account")))
                .optional();
    }

    List<Brought> unanswered(long session) {
        return database.sql("""
                        select * from meetings.issue
                         where session_id = ? and answer is null and appeal is null order by id for update""")
                .param(session)
                .query((row, number) -> new Brought(issue(row, number), session, row.getString("account")))
                .list();
    }

    boolean answer(long session, long id, String answer, String by, Instant now) {
        return database.sql("""
                                update meetings.issue set answer = ?, answered_by = ?, answered_at = ?
                                 where id = ? and session_id = ? and appeal is null""")
                        .params(answer, by, MeetingTable.stamp(now), id, session)
                        .update()
                > 0;
    }

    void became(long id, String appeal) {
        database.sql("update meetings.issue set appeal = ? where id = ?")
                .params(appeal, id)
                .update();
    }

    boolean rate(long session, CreditCode firm, String account, Attending.Rating rating, Instant now) {
        return database.sql("""
                                insert into meetings.rating (session_id, firm, account, stars, words, at)
                                values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(session, firm.value(), account, rating.stars(), rating.words(), MeetingTable.stamp(now))
                        .update()
                > 0;
    }

    Optional<Attending.Rating> rating(long session, CreditCode firm) {
        return database.sql("select stars, words from meetings.rating where session_id = ? and firm = ?")
                .params(session, firm.value())
                .query((row, _) -> new Attending.Rating(row.getInt(1), row.getString(2)))
                .optional();
    }

    /// @param mean null where nobody rated it
    record Stars(int ratings, @Nullable Double mean) {}

    Stars stars(long session) {
        return database.sql("select count(*), avg(stars)::float8 from meetings.rating where session_id = ?")
                .param(session)
                .query((row, _) -> new Stars(row.getInt(1), row.getObject(2, Double.class)))
                .single();
    }

    void looked(long session, String account, String name, Instant now) {
        database.sql("insert into meetings.look (session_id, account, name, at) values (?, ?, ?, ?)")
                .params(session, account, name, MeetingTable.stamp(now))
                .update();
    }

    List<Attending.Look> looks(long session, int limit) {
        return database.sql("select at, name from meetings.look where session_id = ? order by id desc limit ?")
                .params(session, limit)
                .query((row, _) -> new Attending.Look(MeetingTable.instant(row, "at"), row.getString("name")))
                .list();
    }

    private static Issue issue(ResultSet row, int number) throws SQLException {
        return new Issue(
                row.getLong("id"),
                new CreditCode(row.getString("firm")),
                row.getString("words"),
                MeetingTable.instant(row, "at"),
                row.getString("answer"),
                row.getString("appeal"));
    }
}
