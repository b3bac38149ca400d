package org.rongyi.city.interactions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.interactions.Interaction.Kind;
import org.rongyi.city.interactions.TooOften.Counted;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class InteractionTable {
    private static final int MOST_VISITS = 200;

    private final JdbcClient database;

    InteractionTable(JdbcClient database) {
        this.database = database;
    }

    private static OffsetDateTime stamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /// What happened, and who did it.
    record Happened(
            CreditCode firm,
            Kind kind,
            LocalDate day,
            String unit,
            String account,
            String name,
            String words,
            @Nullable String trigger,
            String source) {}

    /// The same source twice is one.
    void append(Happened what, Instant now) {
        database.sql("""
                        insert into interactions.interaction
                            (firm, kind, day, unit, account, name, words, trigger, source, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (source) do nothing""")
                .params(Arrays.asList(
                        what.firm().value(),
                        what.kind().name(),
                        what.day(),
                        what.unit(),
                        what.account(),
                        what.name(),
                        what.words(),
                        what.trigger(),
                        what.source(),
                        stamp(now)))
                .update();
    }

    List<Interaction> of(CreditCode firm, int offset, int limit) {
        return database.sql("""
                        select * from interactions.interaction where firm = ? order by day desc, id desc
                        offset ? limit ?""")
                .params(firm.value(), offset, limit)
                .query((row, _) -> new Interaction(
                        row.getLong("id"),
                        firm,
                        Kind.valueOf(row.getString("kind")),
                        row.getObject("day", LocalDate.class),
                        row.getString("unit"),
                        row.getString("name"),
                        row.getString("words"),
                        row.getString("trigger")))
                .list();
    }

    int count(CreditCode firm) {
        return database.sql("select count(*) from interactions.interaction where firm = ?")
                .param(firm.value())
                .query(Integer.class)
                .single();
    }

    /// Two that plan for the same firm at the same moment: the second sees what the first planned.
    void alone(CreditCode firm) {
        database.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended('visits ' || ?, 0))) waited")
                .param(firm.value())
                .query(Integer.class)
                .single();
    }

    /// What counts in these days, done and planned.
    List<Counted> counted(CreditCode firm, Collection<Kind> kinds, LocalDate from, LocalDate to) {
        String[] names = kinds.stream().map(Kind::name).toArray(String[]::new);
        return database.sql("""
                        select kind, day, unit, false as planned from interactions.interaction
                         where firm = ? and trigger is null and kind = any (?) and day between ? and ?
                        union all
                        select kind, day, unit, true from interactions.visit
                         where firm = ? and state = 'PLANNED' and trigger is null and kind = any (?)
                           and day between ? and ?
                         order by day""")
                .params(firm.value(), names, from, to, firm.value(), names, from, to)
                .query((row, _) -> new Counted(
                        Kind.valueOf(row.getString("kind")),
                        row.getObject("day", LocalDate.class),
                        row.getString("unit"),
                        row.getBoolean("planned")))
                .list();
    }

    long plan(Happened what, @Nullable String tooOften, @Nullable String despite, Instant now) {
        return database.sql("""
                        insert into interactions.visit
                            (firm, kind, day, unit, account, name, words, trigger, too_often, despite, planned_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(Arrays.asList(
                        what.firm().value(),
                        what.kind().name(),
                        what.day(),
                        what.unit(),
                        what.account(),
                        what.name(),
                        what.words(),
                        what.trigger(),
                        tooOften,
                        despite,
                        stamp(now)))
                .query(Long.class)
                .single();
    }

    List<Visit> ahead(CreditCode firm) {
        return database.sql("select * from interactions.visit where firm = ? and state = 'PLANNED' order by day, id")
                .param(firm.value())
                .query(InteractionTable::visit)
                .list();
    }

    List<Visit> ofUnit(String unit) {
        return database.sql("""
                        select * from interactions.visit where unit = ? and state = 'PLANNED'
                         order by day, id limit ?""")
                .params(unit, MOST_VISITS)
                .query(InteractionTable::visit)
                .list();
    }

    /// Ends a planned one of this department; who does it second finds nothing.
    Optional<Visit> end(long id, String state, Acting officer, Instant now) {
        return database.sql("""
                        update interactions.visit set state = ?, closed_at = ?
                         where id = ? and unit = ? and state = 'PLANNED' returning *""")
                .params(state, stamp(now), id, officer.person().department())
                .query(InteractionTable::visit)
                .optional();
    }

    private static Visit visit(ResultSet row, int number) throws SQLException {
        return new Visit(
                row.getLong("id"),
                new CreditCode(row.getString("firm")),
                Kind.valueOf(row.getString("kind")),
                row.getObject("day", LocalDate.class),
                row.getString("unit"),
                row.getString("name"),
                row.getString("words"),
                row.getString("trigger"),
                row.getString("despite"));
    }
}
