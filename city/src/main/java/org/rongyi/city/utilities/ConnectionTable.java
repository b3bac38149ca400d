package org.rongyi.city.utilities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.utilities.Connection.State;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of applications, of what they ask for, and of looks at them.
@Component
class ConnectionTable {
    private static final Duration ONE_LOOK = Duration.ofHours(1);
    private static final String SELECT = "select * from utilities.connection c ";

    private final JdbcClient database;
    private final Answers answers;

    ConnectionTable(JdbcClient database, Answers answers) {
        this.database = database;
        this.answers = answers;
    }

    static OffsetDateTime stamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column), column);
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /// An application without what belongs to it.
    record Head(
            long id,
            CreditCode firm,
            String applicant,
            String address,
            String area,
            String contact,
            String phone,
            @Nullable LocalDate wantedOn,
            Instant at) {
        Head withoutPhone() {
            return new Head(id, firm, applicant, address, area, contact, "", wantedOn, at);
        }
    }

    /// A request without its plans and permits.
    record Bare(long id, long connection, String utility, String unit, long caseId, State state, Instant since) {}

    /// @return empty when the form was sent before
    Optional<Long> add(NewConnection what, UUID key, CreditCode firm, String applicant, String account, Instant now) {
        return database.sql("""
                        insert into utilities.connection
                               (key, firm, applicant, account, address, area, contact, phone, wanted_on, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (key) do nothing returning id""")
                .params(Arrays.asList(
                        key,
                        firm.value(),
                        applicant,
                        account,
                        what.address(),
                        what.area(),
                        what.contact(),
                        what.phone(),
                        what.wantedOn(),
                        stamp(now)))
                .query(Long.class)
                .optional();
    }

    long request(long connection, UtilityBook.Utility utility, long caseId, Instant now) {
        return database.sql("""
                        insert into utilities.request (connection_id, utility, unit, case_id, state, since)
                        values (?, ?, ?, ?, ?, ?) returning id""")
                .params(connection, utility.id(), utility.unit(), caseId, State.APPLIED.id(), stamp(now))
                .query(Long.class)
                .single();
    }

    void answer(long request, String element, Object value) {
        database.sql("insert into utilities.answer (request_id, element, value) values (?, ?, ?)")
                .params(request, element, Answers.text(value))
                .update();
    }

    Optional<Head> byKey(UUID key) {
        return database.sql(SELECT + "where key = ?")
                .param(key)
                .query(ConnectionTable::head)
                .optional();
    }

    Optional<Head> find(long id) {
        return database.sql(SELECT + "where id = ?")
                .param(id)
                .query(ConnectionTable::head)
                .optional();
    }

    /// Held until the transaction ends: whoever changes anything of an application locks it first, then cases.
    Optional<Head> lock(long id) {
        return database.sql(SELECT + "where id = ? for no key update")
                .param(id)
                .query(ConnectionTable::head)
                .optional();
    }

    /// What the firm asked for last.
    Optional<Head> last(CreditCode firm) {
        return database.sql(SELECT + "where firm = ? order by id desc limit 1")
                .param(firm.value())
                .query(ConnectionTable::head)
                .optional();
    }

    /// For which a crew is to come, or none can, the oldest first.
    ///
    /// @param after the last one of the page before; 0: none
    List<Bare> withoutVisit(long after, int limit) {
        return database.sql("select * from utilities.request where state in ('applied', 'noCrew') and id > ?"
                        + " order by id limit ?")
                .params(after, limit)
                .query(ConnectionTable::bare)
                .list();
    }

    record Crewless(String utility, String area, int waiting, Instant since) {}

    List<Crewless> crewless() {
        return database.sql("""
                        select r.utility, c.area, count(*) waiting, min(r.since) since
                          from utilities.request r join utilities.connection c on c.id = r.connection_id
                         where r.state = 'noCrew' group by 1, 2 order by 4, 1, 2""")
                .query((row, _) -> new Crewless(
                        row.getString("utility"), row.getString("area"), row.getInt("waiting"), instant(row, "since")))
                .list();
    }

    boolean concerns(long id, String unit) {
        return database.sql("""
                        select exists (select from utilities.request where connection_id = ? and unit = ?)
                            or exists (select from utilities.request r join utilities.permit p on p.request_id = r.id
                                        where r.connection_id = ? and p.unit = ?)
                        """).params(id, unit, id, unit).query(Boolean.class).single();
    }

    List<Bare> requests(long connection) {
        return database.sql("select * from utilities.request where connection_id = ? order by id")
                .param(connection)
                .query(ConnectionTable::bare)
                .list();
    }

    Optional<Bare> ofCase(long caseId) {
        return database.sql("select * from utilities.request where case_id = ?")
                .param(caseId)
                .query(ConnectionTable::bare)
                .optional();
    }

    Optional<Bare> request(long id) {
        return database.sql("select * from utilities.request where id = ?")
                .param(id)
                .query(ConnectionTable::bare)
                .optional();
    }

    /// Who handed it in.
    String account(long connection) {
        return database.sql("select account from utilities.connection where id = ?")
                .param(connection)
                .query(String.class)
                .single();
    }

    Map<String, Object> wanted(long request) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        database.sql("select element, value from utilities.answer where request_id = ? order by element")
                .param(request)
                .query(row -> {
                    String element = row.getString(1);
                    wanted.put(element, answers.value(element, row.getString(2)));
                });
        return wanted;
    }

    void moved(long caseId, State to, Instant now) {
        database.sql("""
                        update utilities.request
                           set state = ?, since = ?, supplied_at = case when ? then ? else supplied_at end
                         where case_id = ?""")
                .params(to.id(), stamp(now), to == State.SUPPLIED, stamp(now), caseId)
                .update();
    }

    /// Within an hour the same person's looks are one: a phone in a cellar loads its page often.
    void looked(long connection, Acting officer, Instant now) {
        looked(
                connection,
                officer.account(),
                officer.person().name(),
                officer.person().department(),
                now);
    }

    void looked(long connection, String account, String name, String unit, Instant now) {
        database.sql("""
                        insert into utilities.look (connection_id, account, name, unit, at)
                        select ?, ?, ?, ?, ?
                         where not exists (select from utilities.look
                                            where connection_id = ? and account = ? and at > ?)""")
                .params(connection, account, name, unit, stamp(now), connection, account, stamp(now.minus(ONE_LOOK)))
                .update();
    }

    List<Connections.Look> looks(long connection, int limit) {
        return database.sql(
                        "select at, name, unit from utilities.look where connection_id = ? order by id desc limit ?")
                .params(connection, limit)
                .query((row, _) ->
                        new Connections.Look(instant(row, "at"), row.getString("name"), row.getString("unit")))
                .list();
    }

    static Head head(ResultSet row, int number) throws SQLException {
        return new Head(
                row.getLong("id"),
                new CreditCode(row.getString("firm")),
                row.getString("applicant"),
                row.getString("address"),
                row.getString("area"),
                row.getString("contact"),
                row.getString("phone"),
                row.getObject("wanted_on", LocalDate.class),
                instant(row, "at"));
    }

    static Bare bare(ResultSet row, int number) throws SQLException {
        return new Bare(
                row.getLong("id"),
                row.getLong("connection_id"),
                row.getString("utility"),
                row.getString("unit"),
                row.getLong("case_id"),
                State.of(row.getString("state")),
                instant(row, "since"));
    }
}
