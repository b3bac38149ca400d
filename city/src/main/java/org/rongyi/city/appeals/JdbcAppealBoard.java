package org.rongyi.city.appeals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rongyi.city.ui.CityWords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counted when it is asked for. Merged, withdrawn and those told a legal route are nobody's answer.
@Component
class JdbcAppealBoard implements AppealBoard {
    private static final Line NOTHING = new Line("", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    private static final String TO_ANSWER = "'received', 'dispatched', 'handling'";
    private static final String COUNTS = """
            count(*) as received, count(replied_at) as answered,
            count(*) filter (where replied_at is not null and not late) as in_time,
            count(*) filter (where replied_at is not null and solved is not null) as judged,
            count(*) filter (where replied_at is not null and solved) as solved,
            count(*) filter (where replied_at is not null and satisfied) as satisfied,
            count(*) filter (where reopened > 0) as reopened, count(*) filter (where disputed) as disputed,
            count(*) filter (where extended) as extended,
            count(*) filter (where contact_minutes > 0 and (contact_late or contact_due_at is null)) as contacts,
            count(*) filter (where contact_minutes > 0 and not contact_late and contact_due_at is null)
                as contacts_in_time
              from appeals.appeal where at >= ? and state not in ('merged', 'withdrawn', 'routed')""";
    private static final String UNITS = "select unit as name, " + COUNTS + " group by unit order by unit";
    private static final String CATEGORIES =
            "select coalesce(category, '') as name, " + COUNTS + " group by category order by count(*) desc, category";

    private final JdbcClient database;
    private final AppealKind kind;
    private final CityWords city;
    private final Clock clock;

    JdbcAppealBoard(JdbcClient database, AppealKind kind, CityWords city, Clock clock) {
        this.database = database;
        this.kind = kind;
        this.city = city;
        this.clock = clock;
    }

    @Override
    public Report report(LocalDate since) {
        List<Line> units = lines(UNITS, since);
        Line all = units.stream().reduce(NOTHING, Line::plus);
        return new Report(since, all, Table.of(units), Table.of(lines(CATEGORIES, since)));
    }

    @Override
    public List<InHand> inHand() {
        return database.sql("""
                        select unit, count(*) as open, count(*) filter (where due_at <= ?) as overdue,
                               count(*) filter (where level > 0) as raised
                          from appeals.appeal where closed_at is null and state in (""" + TO_ANSWER + """
                        ) group by unit order by unit""")
                .param(AppealTable.stamp(clock.instant()))
                .query((row, _) -> new InHand(
                        row.getString("unit"), row.getInt("open"), row.getInt("overdue"), row.getInt("raised")))
                .list();
    }

    @Override
    public List<Late> late(String unit, int limit) {
        return database.sql("""
                        select case_id, number, title, confidential, category, unit, due_at, level from appeals.appeal
                         where closed_at is null and due_at <= ? and state in (""" + TO_ANSWER + """
                        ) and (? = '' or unit = ?) order by due_at, id limit ?""")
                .params(AppealTable.stamp(clock.instant()), unit, unit, limit)
                .query((row, _) -> new Late(
                        row.getLong("case_id"),
                        row.getString("number"),
                        row.getString("title"),
                        row.getBoolean("confidential"),
                        row.getString("category"),
                        row.getString("unit"),
                        row.getObject("due_at", OffsetDateTime.class).toInstant(),
                        kind.level(row.getInt("level"))))
                .list();
    }

    @Override
    public Map<String, Integer> districts(LocalDate since) {
        Map<String, Integer> counts = new TreeMap<>();
        database.sql("""
                        select left(area, 6) as district, count(*) from appeals.appeal
                         where at >= ? and area is not null and state not in ('merged', 'withdrawn', 'routed')
                         group by 1""")
                .param(AppealTable.stamp(since.atStartOfDay(city.zone()).toInstant()))
                .query((row, _) -> counts.put(row.getString(1), row.getInt(2)))
                .list();
        return counts;
    }

    @Override
    public List<String> behind(LocalDate since, Slice slice, String unit, String category, int limit) {
        String condition = switch (slice) {
            case RECEIVED -> "true";
            case CONTACT_LATE -> "contact_minutes > 0 and contact_late";
            case LATE -> "replied_at is not null and late";
            case UNSOLVED -> "replied_at is not null and not solved";
            case UNSATISFIED -> "replied_at is not null and solved is not null and not satisfied";
            case REOPENED -> "reopened > 0";
            case DISPUTED -> "disputed";
            case EXTENDED -> "extended";
        };
        return database.sql("select number from appeals.appeal where at >= ? and state not in ('merged', 'withdrawn',"
                        + " 'routed') and (? = '' or unit = ?) and (? = '' or category = ?) and " + condition
                        + " order by id desc limit ?")
                .params(
                        AppealTable.stamp(since.atStartOfDay(city.zone()).toInstant()),
                        unit,
                        unit,
                        category,
                        category,
                        limit)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public List<Advised> advised(LocalDate since) {
        return database.sql("""
                        select chosen, count(*) as decided, count(*) filter (where place = 1) as first,
                               count(*) filter (where place > 0) as three
                          from appeals.suggested where at >= ? group by chosen order by count(*) desc, chosen""")
                .param(AppealTable.stamp(since.atStartOfDay(city.zone()).toInstant()))
                .query((row, _) -> new Advised(
                        row.getString("chosen"), row.getInt("decided"), row.getInt("first"), row.getInt("three")))
                .list();
    }

    private List<Line> lines(String sql, LocalDate since) {
        return database.sql(sql)
                .param(AppealTable.stamp(since.atStartOfDay(city.zone()).toInstant()))
                .query(JdbcAppealBoard::line)
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getString("name"),
                row.getInt("received"),
                row.getInt("answered"),
                row.getInt("in_time"),
                row.getInt("judged"),
                row.getInt("solved"),
                row.getInt("satisfied"),
                row.getInt("reopened"),
                row.getInt("disputed"),
                row.getInt("extended"),
                row.getInt("contacts"),
                row.getInt("contacts_in_time"));
    }
}
