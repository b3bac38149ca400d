package org.rongyi.city.utilities;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rongyi.city.utilities.Connection.Brief;
import org.rongyi.city.utilities.ConnectionTable.Bare;
import org.rongyi.city.utilities.ConnectionTable.Head;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lists of applications: a page of one is two queries, however many lines it has.
@Component
class ConnectionLists {
    private static final int DISTRICT = 6;

    /// What is open for a department, as an operator or as an authority, and how urgent: what waits for it, then what
    /// its crews will survey, then what waits for others.
    private static final String OPEN = """
            select connection_id, min(rank) rank, min(since) since from (
                select r.connection_id, r.since,
                       case when r.state in ('noCrew', 'surveyed', 'works', 'accepted') then 0
                            when r.state = 'surveyBooked' then 1 else 2 end rank
                  from utilities.request r
                 where r.unit = ? and r.state not in ('supplied', 'refused', 'withdrawn', 'lapsed')
                union all
                select r.connection_id, p.at, 0
                  from utilities.permit p join utilities.request r on r.id = p.request_id
                 where p.unit = ? and p.state = 'OPEN') each
             group by connection_id""";

    private final JdbcClient database;

    ConnectionLists(JdbcClient database) {
        this.database = database;
    }

    List<Brief> of(CreditCode firm, int offset, int limit) {
        return briefs(
                database.sql("select * from utilities.connection where firm = ? order by id desc offset ? limit ?")
                        .params(firm.value(), offset, limit)
                        .query(ConnectionTable::head)
                        .list());
    }

    long count(CreditCode firm) {
        return database.sql("select count(*) from utilities.connection where firm = ?")
                .param(firm.value())
                .query(Long.class)
                .single();
    }

    List<Brief> openFor(String unit, int offset, int limit) {
        return briefs(database.sql("select c.* from utilities.connection c join (" + OPEN + """
                        ) open on open.connection_id = c.id
                         order by open.rank, open.since, c.id offset ? limit ?""")
                .params(unit, unit, offset, limit)
                .query(ConnectionTable::head)
                .list());
    }

    long countOpen(String unit) {
        return database.sql("select count(*) from (" + OPEN + ") open")
                .params(unit, unit)
                .query(Long.class)
                .single();
    }

    List<OperatorDesk.Site> sites(String unit, Instant now) {
        return database.sql("select left(c.area, ?) area, count(*)," + """
                               coalesce(sum((select count(distinct v.id)
                                               from utilities.booking b
                                               join utilities.visit v on v.id = b.visit_id
                                               join utilities.request r on r.id = b.request_id
                                              where v.connection_id = c.id and r.unit = ? and not b.released
                                                and v.hash is null and v.starts_at > ?)), 0)
                          from utilities.connection c join (""" + OPEN + """
                        ) open on open.connection_id = c.id
                         group by 1 order by 2 desc, 1""")
                .params(DISTRICT, unit, ConnectionTable.stamp(now), unit, unit)
                .query((row, _) -> new OperatorDesk.Site(row.getString(1), row.getInt(2), row.getInt(3)))
                .list();
    }

    /// @param today its first moment: a survey that began before is overdue
    List<Connections.Waiting> waiting(CreditCode firm, Instant today) {
        return database.sql("""
                        select * from (
                            select c.id,
                                   count(*) filter (where r.state = 'applied') book,
                                   count(*) filter (where r.state = 'surveyBooked' and exists (
                                       select from utilities.booking b join utilities.visit v on v.id = b.visit_id
                                        where b.request_id = r.id and not b.released and v.hash is null
                                          and v.starts_at < ?)) overdue,
                                   count(*) filter (where r.state = 'planOffered') choose,
                                   count(*) filter (where r.state = 'planExpired') expired
                              from utilities.connection c join utilities.request r on r.connection_id = c.id
                             where c.firm = ?
                               and r.state in ('applied', 'surveyBooked', 'planOffered', 'planExpired')
                             group by c.id) each
                         where book + overdue + choose + expired > 0 order by id""")
                .params(ConnectionTable.stamp(today), firm.value())
                .query((row, _) -> new Connections.Waiting(
                        row.getLong("id"),
                        row.getInt("book"),
                        row.getInt("overdue"),
                        row.getInt("choose"),
                        row.getInt("expired")))
                .list();
    }

    private List<Brief> briefs(List<Head> heads) {
        Map<Long, List<Brief.Part>> parts = new HashMap<>();
        database.sql("select * from utilities.request where connection_id = any (?) order by id")
                .param(heads.stream().map(Head::id).toArray(Long[]::new))
                .query(ConnectionTable::bare)
                .list()
                .forEach(request -> parts.computeIfAbsent(request.connection(), _ -> new ArrayList<>())
                        .add(part(request)));
        return heads.stream()
                .map(head -> new Brief(
                        head.id(),
                        head.firm(),
                        head.applicant(),
                        head.address(),
                        head.area(),
                        head.at(),
                        parts.getOrDefault(head.id(), List.of())))
                .toList();
    }

    private static Brief.Part part(Bare request) {
        return new Brief.Part(request.utility(), request.unit(), request.caseId(), request.state(), request.since());
    }
}
