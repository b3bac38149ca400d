package org.rongyi.city.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.documents.Uses.Grant;
import org.rongyi.city.documents.Uses.Thing;
import org.rongyi.city.documents.Uses.Used;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Grants of seals and licences, and each use.
@Component
class UseTable {
    private static final String GRANTS = """
            select id, kind, thing, account, purpose, from_day, until_day from documents.use_grant
             where revoked_at is null
            """;

    private static final String HAND_ON = """
            insert into documents.use_grant (firm, kind, thing, account, purpose, from_day, until_day, granted_by,
                                             granted_at, mandate)
            select firm, kind, ?, account, purpose, from_day, until_day, granted_by, granted_at, mandate
              from documents.use_grant
             where kind = ? and thing = ? and revoked_at is null and until_day >= ? order by id
            """;

    private final JdbcClient database;
    private final Clock clock;

    UseTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @param mandate under which the person acts for the firm
    void grant(CreditCode firm, Uses.Wish wish, long mandate, String by) {
        Thing thing = Objects.requireNonNull(wish.thing());
        database.sql("""
                        insert into documents.use_grant (firm, kind, thing, account, purpose, from_day, until_day,
                                                         granted_by, granted_at, mandate)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        firm.value(),
                        thing.kind().name(),
                        thing.id(),
                        wish.account(),
                        Objects.requireNonNull(wish.purpose()).name(),
                        Objects.requireNonNull(wish.from()),
                        Objects.requireNonNull(wish.until()),
                        by,
                        Timestamp.from(clock.instant()),
                        mandate)
                .update();
    }

    /// What takes the place of a thing is used by who could use that one.
    void handOn(Thing from, Thing to, LocalDate today) {
        database.sql(HAND_ON)
                .params(to.id(), from.kind().name(), from.id(), today)
                .update();
    }

    boolean revoke(CreditCode firm, long id, String by) {
        return database.sql("""
                        update documents.use_grant set revoked_by = ?, revoked_at = ?
                         where firm = ? and id = ? and revoked_at is null""")
                        .params(by, Timestamp.from(clock.instant()), firm.value(), id)
                        .update()
                > 0;
    }

    /// @param mandates that are in force in the firm
    List<Grant> grants(CreditCode firm, List<Long> mandates, LocalDate today) {
        return database.sql(GRANTS + """
                        and firm = ? and until_day >= ? and (mandate is null or mandate = any(?))
                        order by kind desc, thing, account, id""")
                .params(firm.value(), today, mandates.toArray(Long[]::new))
                .query(UseTable::grant)
                .list();
    }

    /// Those of a person for a thing today; locked, so that none is revoked while it is used.
    List<Grant> holding(CreditCode firm, String account, List<Long> mandates, Thing thing, LocalDate today) {
        return database.sql(GRANTS + """
                        and firm = ? and account = ? and kind = ? and thing = ? and from_day <= ? and until_day >= ?
                        and (mandate is null or mandate = any(?))
                        order by id for share""")
                .params(
                        firm.value(),
                        account,
                        thing.kind().name(),
                        thing.id(),
                        today,
                        today,
                        mandates.toArray(Long[]::new))
                .query(UseTable::grant)
                .list();
    }

    private static Grant grant(ResultSet row, int number) throws SQLException {
        return new Grant(
                row.getLong("id"),
                thing(row),
                row.getString("account"),
                UsePurpose.valueOf(row.getString("purpose")),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class));
    }

    private static Thing thing(ResultSet row) throws SQLException {
        return new Thing(Thing.Kind.valueOf(row.getString("kind")), row.getString("thing"));
    }

    void used(CreditCode firm, Thing thing, String account, @Nullable Long grant, UsePurpose purpose, String what) {
        database.sql("""
                        insert into documents.use (firm, kind, thing, account, grant_id, purpose, what, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        firm.value(),
                        thing.kind().name(),
                        thing.id(),
                        account,
                        grant,
                        purpose.name(),
                        what,
                        Timestamp.from(clock.instant())))
                .update();
    }

    List<Used> uses(CreditCode firm, int limit) {
        return database.sql("""
                        select kind, thing, account, purpose, what, at from documents.use
                         where firm = ? order by id desc limit ?""")
                .params(firm.value(), limit)
                .query((row, _) -> new Used(
                        thing(row),
                        row.getString("account"),
                        UsePurpose.valueOf(row.getString("purpose")),
                        row.getString("what"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
