package org.rongyi.city.utilities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.utilities.Connection.Attendance;
import org.rongyi.city.utilities.Connection.Signature;
import org.rongyi.city.utilities.Connection.Visit;
import org.rongyi.city.utilities.Connection.VisitState;
import org.rongyi.city.utilities.SlotFinder.Span;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of visits and of the crews that are booked for them.
@Component
class VisitTable {
    private static final Duration DAY = Duration.ofDays(1);
    private static final String CALLS = """
             from utilities.visit v join utilities.connection o on o.id = v.connection_id
            where v.hash is null and exists (
               select from utilities.booking b join utilities.crew c on c.id = b.crew_id
                where b.visit_id = v.id and not b.released and c.name = any (?))""";

    private final JdbcClient database;

    VisitTable(JdbcClient database) {
        this.database = database;
    }

    long add(long connection, Slot slot, String by, Instant now) {
        return database.sql("""
                        insert into utilities.visit (connection_id, starts_at, ends_at, booked_by, booked_at)
                        values (?, ?, ?, ?, ?) returning id""")
                .params(
                        connection,
                        ConnectionTable.stamp(slot.from()),
                        ConnectionTable.stamp(slot.to()),
                        by,
                        ConnectionTable.stamp(now))
                .query(Long.class)
                .single();
    }

    /// Refused by the database where the crew is promised to somebody else at that time.
    void book(long visit, long request, String crew, Slot slot) {
        database.sql("insert into utilities.crew (name) values (?) on conflict do nothing")
                .param(crew)
                .update();
        database.sql("""
                        insert into utilities.booking (visit_id, request_id, crew_id, during)
                        select ?, ?, id, tstzrange(?, ?, '[)') from utilities.crew where name = ?""")
                .params(visit, request, ConnectionTable.stamp(slot.from()), ConnectionTable.stamp(slot.to()), crew)
                .update();
    }

    /// What has not been signed is given up.
    void release(long request) {
        database.sql("""
                        update utilities.booking b set released = true
                          from utilities.visit v
                         where v.id = b.visit_id and b.request_id = ? and not b.released and v.hash is null
                        """).param(request).update();
    }

    /// Another one took its place, if nobody is booked for it any more.
    void moved(long visit, String reason, Instant now) {
        database.sql("""
                        update utilities.visit v set reason = ?, moved_at = ?
                         where v.id = ? and v.moved_at is null and v.hash is null
                           and not exists (select from utilities.booking b where b.visit_id = v.id and not b.released)
                        """).params(reason, ConnectionTable.stamp(now), visit).update();
    }

    /// When the crews are busy, by crew.
    ///
    /// @param requests whose own bookings do not count: they will be given up
    Map<String, List<Span>> taken(Instant from, Instant to, List<Long> requests) {
        Map<String, List<Span>> taken = new HashMap<>();
        database.sql("""
                        select c.name, lower(b.during) starts, upper(b.during) ends
                          from utilities.booking b join utilities.crew c on c.id = b.crew_id
                         where not b.released and b.during && tstzrange(?, ?, '[)')
                           and b.request_id <> all (?)""")
                .params(ConnectionTable.stamp(from), ConnectionTable.stamp(to), requests.toArray(Long[]::new))
                .query(row -> {
                    taken.computeIfAbsent(row.getString("name"), _ -> new ArrayList<>())
                            .add(new Span(
                                    ConnectionTable.instant(row, "starts"), ConnectionTable.instant(row, "ends")));
                });
        return taken;
    }

    List<Visit> of(long connection) {
        return visits("v.connection_id = ?", connection);
    }

    Optional<Visit> find(long visit) {
        return visits("v.id = ?", visit).stream().findFirst();
    }

    /// With their crews, in two queries.
    private List<Visit> visits(String which, long id) {
        Map<Long, List<Attendance>> crews = new HashMap<>();
        String attendances = """
                select b.visit_id, r.utility, c.name crew, b.absent, s.account, s.name, s.hash, s.at
                  from utilities.booking b
                  join utilities.visit v on v.id = b.visit_id
                  join utilities.request r on r.id = b.request_id
                  join utilities.crew c on c.id = b.crew_id
                  left join lateral (select * from utilities.signature where booking_id = b.id
                                      order by id desc limit 1) s on true
                 where (v.moved_at is not null or not b.released) and %s
                 order by r.id
                """.formatted(which);
        database.sql(attendances).param(id).query(row -> {
            crews.computeIfAbsent(row.getLong("visit_id"), _ -> new ArrayList<>())
                    .add(new Attendance(
                            row.getString("utility"), row.getString("crew"), row.getString("absent"), signature(row)));
        });
        return database.sql("select v.* from utilities.visit v where " + which + " order by v.id")
                .param(id)
                .query((row, _) -> visit(row, crews.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    /// Of crews: today's, then what was not signed, then what is ahead, each the nearest first.
    ///
    /// @param today its first moment
    List<Surveys.Call> calls(List<String> crews, Instant today, int offset, int limit) {
        String[] names = crews.toArray(String[]::new);
        OffsetDateTime begins = ConnectionTable.stamp(today);
        OffsetDateTime ends = ConnectionTable.stamp(today.plus(DAY));
        return database.sql("""
                        select v.id, v.starts_at, v.ends_at, o.applicant, o.address, o.area,
                               array(select r.utility
                                       from utilities.booking b join utilities.request r on r.id = b.request_id
                                       join utilities.crew c on c.id = b.crew_id
                                      where b.visit_id = v.id and not b.released and c.name <> all (?)
                                      order by r.id) as others""" + CALLS + """
                         order by case when v.starts_at < ? then 1 when v.starts_at < ? then 0 else 2 end,
                                  greatest(v.starts_at - ?, ? - v.starts_at), v.id offset ? limit ?""")
                .params(names, names, begins, ends, begins, begins, offset, limit)
                .query(VisitTable::call)
                .list();
    }

    long countCalls(List<String> crews) {
        return database.sql("select count(*)" + CALLS)
                .param(crews.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private static Surveys.Call call(ResultSet row, int number) throws SQLException {
        return new Surveys.Call(
                row.getLong("id"),
                ConnectionTable.instant(row, "starts_at"),
                ConnectionTable.instant(row, "ends_at"),
                row.getString("applicant"),
                row.getString("address"),
                row.getString("area"),
                List.of((String[]) row.getArray("others").getArray()));
    }

    /// A crew that is expected at a place.
    record Expected(long booking, long connection, long request, String crew, Instant from, Instant to) {}

    /// @param after the last booking of the page before; 0: none
    List<Expected> ahead(Instant now, long after, int limit) {
        return database.sql("""
                        select b.id, v.connection_id, b.request_id, c.name, v.starts_at, v.ends_at
                          from utilities.booking b
                          join utilities.visit v on v.id = b.visit_id
                          join utilities.crew c on c.id = b.crew_id
                         where not b.released and v.hash is null and v.starts_at > ? and b.id > ?
                         order by b.id limit ?""")
                .params(ConnectionTable.stamp(now), after, limit)
                .query((row, _) -> new Expected(
                        row.getLong("id"),
                        row.getLong("connection_id"),
                        row.getLong("request_id"),
                        row.getString("name"),
                        ConnectionTable.instant(row, "starts_at"),
                        ConnectionTable.instant(row, "ends_at")))
                .list();
    }

    /// Another crew comes at the same time. Refused by the database where it is promised to somebody else.
    void comes(long booking, String crew) {
        database.sql("insert into utilities.crew (name) values (?) on conflict do nothing")
                .param(crew)
                .update();
        String another = "update utilities.booking b set crew_id = c.id from utilities.crew c"
                + " where c.name = ? and b.id = ?";
        database.sql(another).params(crew, booking).update();
    }

    record Booked(long id, long request, String utility, String crew, String absent) {}

    /// The crews that are expected, or were there.
    List<Booked> booked(long visit) {
        return database.sql("""
                        select b.id, b.request_id, r.utility, c.name, b.absent
                          from utilities.booking b
                          join utilities.request r on r.id = b.request_id
                          join utilities.crew c on c.id = b.crew_id
                         where b.visit_id = ? and not b.released order by r.id""")
                .param(visit)
                .query((row, _) -> new Booked(
                        row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5)))
                .list();
    }

    void absent(long booking, String reason) {
        database.sql("update utilities.booking set absent = ? where id = ?")
                .params(reason, booking)
                .update();
    }

    void sign(long booking, String account, String name, String hash, Instant now) {
        database.sql("insert into utilities.signature (booking_id, account, name, hash, at) values (?, ?, ?, ?, ?)")
                .params(booking, account, name, hash, ConnectionTable.stamp(now))
                .update();
    }

    void close(long visit, String hash, Instant now) {
        database.sql("update utilities.visit set hash = ?, signed_at = ? where id = ?")
                .params(hash, ConnectionTable.stamp(now), visit)
                .update();
    }

    private static Visit visit(ResultSet row, List<Attendance> crews) throws SQLException {
        boolean moved = ConnectionTable.instantOrNull(row, "moved_at") != null;
        String hash = row.getString("hash");
        return new Visit(
                row.getLong("id"),
                row.getLong("connection_id"),
                ConnectionTable.instant(row, "starts_at"),
                ConnectionTable.instant(row, "ends_at"),
                state(hash, moved, crews),
                row.getString("reason"),
                crews,
                hash,
                ConnectionTable.instantOrNull(row, "signed_at"));
    }

    private static VisitState state(@Nullable String hash, boolean moved, List<Attendance> crews) {
        if (hash != null) {
            return VisitState.SIGNED;
        }
        if (moved) {
            return VisitState.MOVED;
        }
        return crews.isEmpty() ? VisitState.CANCELLED : VisitState.BOOKED;
    }

    private static @Nullable Signature signature(ResultSet row) throws SQLException {
        Instant at = ConnectionTable.instantOrNull(row, "at");
        return at == null
                ? null
                : new Signature(row.getString("account"), row.getString("name"), row.getString("hash"), at);
    }
}
