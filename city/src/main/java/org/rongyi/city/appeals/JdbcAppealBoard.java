package org.rongyi.city.appeals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.rongyi.city.ui.CityWords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counted when it is asked for. Merged, withdrawn and those told a legal route are nobody's answer.
@Component
class JdbcAppealBoard implements AppealBoard {
    private static final Line NOTHING = new Line("", 0, 0, 0, 0, 0, 0, 0, 0, 0);
    private static final String COUNTS = """
            count(*) as received, count(replied_at) as answered,
            count(*) filter (where replied_at is not null and not late) as in_time,
            count(*) filter (where replied_at is not null and solved is not null) as judged,
            count(*) filter (where replied_at is not null and solved) as solved,
            count(*) filter (where replied_at is not null and satisfied) as satisfied,
            count(*) filter (where reopened > 0) as reopened, count(*) filter (where disputed) as disputed,
            count(*) filter (where extended) as extended
              from appeals.appeal where at >= ? and state not in ('merged', 'withdrawn', 'routed')""";
    private static final String UNITS = "select unit as name, " + COUNTS + " group by unit order by unit";
    private static final String CATEGORIES =
            "select coalesce(category, '') as name, " + COUNTS + " group by category order by count(*) desc, category";

    private final JdbcClient database;
    private final CityWords city;

    JdbcAppealBoard(JdbcClient database, CityWords city) {
        this.database = database;
        this.city = city;
    }

    @Override
    public Report report(LocalDate since) {
        List<Line> units = lines(UNITS, since);
        Line all = units.stream().reduce(NOTHING, Line::plus);
        return new Report(since, all, Table.of(units), Table.of(lines(CATEGORIES, since)));
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
                row.getInt("extended"));
    }
}
