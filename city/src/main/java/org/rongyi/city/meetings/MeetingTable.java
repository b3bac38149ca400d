package org.rongyi.city.meetings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of meetings and of the firms that come.
@Component
class MeetingTable {
    private static final String SESSION = """
            select s.*, (select count(*) from meetings.sign_up u where u.session_id = s.id and u.withdrawn_at is null)
                   as signed_up
              from meetings.session s
            """;

    private static final String SIGN_UP = """
            select u.*, s.seats from (
                select *, row_number() over (order by id) as rank from meetings.sign_up
                 where session_id = ? and withdrawn_at is null) u
              join meetings.session s on s.id = u.session_id
            """;

    private static final String CONTACT =
            "select contact from meetings.sign_up where session_id = ? and firm = ? order by id desc limit 1";

    private static final String THERE = "where session_id = ? and firm = ? and withdrawn_at is null";

    private final JdbcClient database;

    MeetingTable(JdbcClient database) {
        this.database = database;
    }

    static OffsetDateTime stamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    long plan(NewSession what, String unit, Moments moments, String by, Instant now) {
        return database.sql("""
                        insert into meetings.session
                            (series, unit, theme, host, place, starts_at, ends_at, sign_up_until, seats, planned_by,
                             planned_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        what.series(),
                        unit,
                        what.theme().strip(),
                        what.host().strip(),
                        what.place().strip(),
                        stamp(moments.starts()),
                        stamp(moments.ends()),
                        stamp(moments.signUpUntil()),
                        what.seats(),
                        by,
                        stamp(now))
                .query(Long.class)
                .single();
    }

    record Moments(Instant starts, Instant ends, Instant signUpUntil) {}

    Optional<MeetingSession> session(long id) {
        return database.sql(SESSION + "where s.id = ?")
                .param(id)
                .query(MeetingTable::session)
                .optional();
    }

    /// Nobody else changes it, or who comes, until the transaction ends.
    Optional<MeetingSession> locked(long id) {
        database.sql("select id from meetings.session where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional();
        return session(id);
    }

    List<MeetingSession> ahead(Instant now, int limit) {
        return database.sql(SESSION + "where s.state = 'PLANNED' and s.ends_at > ? order by s.starts_at, s.id limit ?")
                .params(stamp(now), limit)
                .query(MeetingTable::session)
                .list();
    }

    List<MeetingSession> held(int offset, int limit) {
        return database.sql(SESSION + "where s.state = 'HELD' order by s.starts_at desc, s.id desc offset ? limit ?")
                .params(offset, limit)
                .query(MeetingTable::session)
                .list();
    }

    long heldCount() {
        return database.sql("select count(*) from meetings.session where state = 'HELD'")
                .query(Long.class)
                .single();
    }

    List<MeetingSession> of(String unit, int limit) {
        return database.sql(SESSION + "where s.unit = ? order by s.starts_at desc, s.id desc limit ?")
                .params(unit, limit)
                .query(MeetingTable::session)
                .list();
    }

    /// The case that goes with it; empty for one that was planned before there were any.
    Optional<Long> caseOf(long session) {
        return database.sql("select case_id from meetings.session where id = ? and case_id is not null")
                .param(session)
                .query((row, _) -> row.getLong(1))
                .optional();
    }

    record Bare(long session, String planner) {}

    /// Those that are still planned and that no case goes with.
    List<Bare> withoutCase() {
        return database.sql("""
                        select id, planned_by from meetings.session
                         where state = 'PLANNED' and case_id is null order by id""")
                .query((row, _) -> new Bare(row.getLong(1), row.getString(2)))
                .list();
    }

    void goesWith(long session, long caseId) {
        database.sql("update meetings.session set case_id = ? where id = ?")
                .params(caseId, session)
                .update();
    }

    void move(MeetingSession was, Moments moments, String place, String reason, String by, Instant now) {
        database.sql("""
                        insert into meetings.move (session_id, starts_at, place, reason, moved_by, moved_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(was.id(), stamp(was.startsAt()), was.place(), reason, by, stamp(now))
                .update();
        database.sql("""
                        update meetings.session
                           set starts_at = ?, ends_at = ?, sign_up_until = ?, place = ?, case_id = null
                         where id = ?""")
                .params(stamp(moments.starts()), stamp(moments.ends()), stamp(moments.signUpUntil()), place, was.id())
                .update();
    }

    List<Move> moves(long session) {
        return database.sql("select * from meetings.move where session_id = ? order by id desc")
                .param(session)
                .query((row, _) -> new Move(instant(row, "starts_at"), row.getString("place"), row.getString("reason")))
                .list();
    }

    /// @param rank the first of its firms
    record Comer(String account, int rank) {}

    /// Who signed their firms up, and comes or waits for a seat.
    List<Comer> comers(long session) {
        return database.sql("select account, min(rank) from (" + SIGN_UP + ") places group by account order by account")
                .param(session)
                .query((row, _) -> new Comer(row.getString(1), row.getInt(2)))
                .list();
    }

    record Turns(@Nullable Instant last, @Nullable Instant next) {
        static final Turns NONE = new Turns(null, null);
    }

    record Owing(String series, String unit) {}

    /// The last one held, and the next one planned from an instant on, of each department and series.
    Map<Owing, Turns> turns(Instant from) {
        Map<Owing, Turns> turns = new HashMap<>();
        database.sql("""
                        select series, unit, max(starts_at) filter (where state = 'HELD') as last,
                               min(starts_at) filter (where state = 'PLANNED' and starts_at >= ?) as next
                          from meetings.session group by series, unit""").param(stamp(from)).query(row -> {
            turns.put(
                    new Owing(row.getString("series"), row.getString("unit")),
                    new Turns(instantOrNull(row, "last"), instantOrNull(row, "next")));
        });
        return turns;
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
        return found == null ? null : found.toInstant();
    }

    void close(long id, MeetingSession.State state, String words, String by, Instant now) {
        database.sql("update meetings.session set state = ?, words = ?, closed_by = ?, closed_at = ? where id = ?")
                .params(state.name(), words, by, stamp(now), id)
                .update();
    }

    List<SignUp> signUps(long session) {
        return database.sql(SIGN_UP + "order by u.rank")
                .param(session)
                .query(MeetingTable::signUp)
                .list();
    }

    Optional<SignUp> signUp(long session, CreditCode firm) {
        return database.sql(SIGN_UP + "where u.firm = ?")
                .params(session, firm.value())
                .query(MeetingTable::signUp)
                .optional();
    }

    void signUp(long session, CreditCode firm, String account, String contact, int people, Instant now) {
        database.sql("""
                        insert into meetings.sign_up (session_id, firm, account, contact, people, at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (session_id, firm) where withdrawn_at is null
                        do update set account = excluded.account, contact = excluded.contact,
                                      people = excluded.people""")
                .params(session, firm.value(), account, contact, people, stamp(now))
                .update();
    }

    boolean withdraw(long session, CreditCode firm, Instant now) {
        int rows = database.sql("update meetings.sign_up set withdrawn_at = ? " + THERE)
                .params(stamp(now), session, firm.value())
                .update();
        return rows > 0;
    }

    void came(long session, CreditCode firm) {
        database.sql("update meetings.sign_up set came = true " + THERE)
                .params(session, firm.value())
                .update();
    }

    /// How many firms were there.
    int came(long session) {
        return database.sql("select count(*) from meetings.sign_up"
                        + " where session_id = ? and withdrawn_at is null and came")
                .param(session)
                .query(Integer.class)
                .single();
    }

    /// How the firm wanted to be reached, also when it does not come after all.
    Optional<String> contact(long session, CreditCode firm) {
        return database.sql(CONTACT)
                .params(session, firm.value())
                .query((row, _) -> row.getString(1))
                .optional();
    }

    private static MeetingSession session(ResultSet row, int number) throws SQLException {
        return new MeetingSession(
                row.getLong("id"),
                row.getString("series"),
                row.getString("unit"),
                row.getString("theme"),
                row.getString("host"),
                row.getString("place"),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                instant(row, "sign_up_until"),
                row.getInt("seats"),
                row.getInt("signed_up"),
                MeetingSession.State.valueOf(row.getString("state")),
                row.getString("words"));
    }

    private static SignUp signUp(ResultSet row, int number) throws SQLException {
        int rank = row.getInt("rank");
        return new SignUp(
                new CreditCode(row.getString("firm")),
                row.getString("contact"),
                row.getInt("people"),
                instant(row, "at"),
                rank,
                rank <= row.getInt("seats"),
                row.getBoolean("came"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
