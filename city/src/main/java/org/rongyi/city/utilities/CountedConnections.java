package org.rongyi.city.utilities;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.rongyi.city.ui.CityWords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CountedConnections implements ConnectionFigures {
    private static final int DISTRICT = 6;

    private final JdbcClient database;
    private final CityWords city;
    private final Clock clock;

    CountedConnections(JdbcClient database, CityWords city, Clock clock) {
        this.database = database;
        this.city = city;
        this.clock = clock;
    }

    @Override
    public Report since(LocalDate day) {
        Instant from = day.atStartOfDay(city.zone()).toInstant();
        return database.sql("""
                        select count(*),
                               count(*) filter (where asked > 1),
                               count(*) filter (where visits > 0),
                               coalesce(sum(visits), 0)
                          from (select (select count(*) from utilities.request r where r.connection_id = c.id) asked,
                                       (select count(*) from utilities.visit v
                                         where v.connection_id = c.id and v.hash is not null) visits
                                  from utilities.connection c where c.at >= ?) each""")
                .param(ConnectionTable.stamp(from))
                .query((row, _) -> new Report(
                        row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), utilities(from), areas(from)))
                .single();
    }

    /// Permits that were only filed took no time. What one plan needs is asked for at one moment, and that is one
    /// round: a plan after it begins another.
    private List<OfUtility> utilities(Instant from) {
        return database.sql("""
                        with asked as (
                            select r.id, r.utility, r.state, r.supplied_at, c.at,
                                   (select min(p.at) from utilities.plan p where p.request_id = r.id) planned_at
                              from utilities.request r join utilities.connection c on c.id = r.connection_id
                             where c.at >= ?
                        ), rounds as (
                            select a.utility, extract(epoch from max(p.decided_at) - p.at) / 86400 days
                              from asked a join utilities.permit p on p.request_id = a.id
                             where p.case_id is not null
                             group by a.utility, a.id, p.at having bool_and(p.decided_at is not null)
                        )
                        select a.utility,
                               count(*) requests,
                               count(*) filter (where a.state = 'supplied') supplied,
                               count(*) filter (where a.state = 'refused') refused,
                               count(a.planned_at) planned,
                               (select count(*) from rounds o where o.utility = a.utility) permitted,
                               percentile_cont(0.5) within group (
                                   order by extract(epoch from a.planned_at - a.at) / 86400) to_plan,
                               (select percentile_cont(0.5) within group (order by o.days)
                                  from rounds o where o.utility = a.utility) permits,
                               percentile_cont(0.5) within group (
                                   order by extract(epoch from a.supplied_at - a.at) / 86400) to_supply
                          from asked a group by a.utility order by min(a.id)""")
                .param(ConnectionTable.stamp(from))
                .query((row, _) -> new OfUtility(
                        row.getString("utility"),
                        row.getInt("requests"),
                        row.getInt("supplied"),
                        row.getInt("refused"),
                        row.getInt("planned"),
                        row.getInt("permitted"),
                        row.getObject("to_plan", Double.class),
                        row.getObject("permits", Double.class),
                        row.getObject("to_supply", Double.class)))
                .list();
    }

    private List<OfArea> areas(Instant from) {
        return database.sql("""
                        select left(c.area, ?) area, count(*),
                               coalesce(sum((select count(*) from utilities.visit v
                                              where v.connection_id = c.id and v.hash is null and v.moved_at is null
                                                and v.starts_at > ?
                                                and exists (select from utilities.booking b
                                                             where b.visit_id = v.id and not b.released))), 0)
                          from utilities.connection c where c.at >= ?
                         group by 1 order by 2 desc, 1""")
                .params(DISTRICT, ConnectionTable.stamp(clock.instant()), ConnectionTable.stamp(from))
                .query((row, _) -> new OfArea(row.getString(1), row.getInt(2), row.getInt(3)))
                .list();
    }
}
