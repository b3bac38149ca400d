package org.rongyi.city.applications;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counted from what is kept anyway: the findings of each submission, and what the next one changed.
@Component
class JdbcReviewRecord implements ReviewRecord {
    /// Each answer to a department is one more submission, in the same order.
    private static final String CHANGED = """
            with answer as (
                select n.application_id, n.item,
                       1 + row_number() over (partition by n.application_id order by n.id) as number
                  from applications.notice n where n.event = 'correct'),
            changed as (
                select a.application_id, a.item, a.number, e.about
                  from answer a
                  join applications.submission now on now.application_id = a.application_id and now.number = a.number
                  join applications.submission before
                    on before.application_id = a.application_id and before.number = a.number - 1
                  join applications.part p on p.application_id = a.application_id and p.item = a.item
                 cross join lateral unnest(p.elements) e(about)
                 where now.form -> e.about is distinct from before.form -> e.about
                union
                select a.application_id, a.item, a.number, now.paper
                  from answer a
                  join applications.submitted_paper now
                    on now.application_id = a.application_id and now.number = a.number and a.item = any (now.items)
                  join applications.submitted_paper before
                    on before.application_id = a.application_id and before.number = a.number - 1
                   and before.paper = now.paper
                 where (now.given, now.file_id) is distinct from (before.given, before.file_id)),
            finding as (
                select distinct f.application_id, p.item, f.number, f.rule, f.about
                  from applications.finding f
                  join applications.part p on p.application_id = f.application_id
                 where f.kind = 'VALUE' and f.about = any (p.elements)
                    or f.kind = 'PAPER' and exists (
                           select from applications.submitted_paper s
                            where s.application_id = f.application_id and s.number = f.number and s.paper = f.about
                              and p.item = any (s.items)))
            """;

    private final JdbcClient database;

    JdbcReviewRecord(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Found> found() {
        return database.sql(CHANGED + """
                        select f.item, f.rule, count(*) as findings,
                               count(*) filter (where exists (
                                   select from changed c
                                    where c.application_id = f.application_id and c.item = f.item and c.about = f.about
                                      and c.number = f.number + 1)) as confirmed
                          from finding f
                         where exists (select from applications.notice n
                                        where n.application_id = f.application_id and n.item = f.item
                                          and n.event in ('accept', 'deemAccepted', 'correct', 'notAccept'))
                         group by f.item, f.rule
                         order by findings desc, f.item, f.rule""")
                .query((row, _) -> new Found(
                        row.getString("item"), row.getString("rule"), row.getInt("findings"), row.getInt("confirmed")))
                .list();
    }

    @Override
    public List<Corrected> corrected() {
        return database.sql(CHANGED + """
                        select c.item, count(*) as corrections,
                               count(*) filter (where exists (
                                   select from finding f
                                    where f.application_id = c.application_id and f.item = c.item and f.about = c.about
                                      and f.number = c.number - 1)) as foreseen
                          from changed c
                         group by c.item
                         order by corrections desc, c.item""")
                .query((row, _) ->
                        new Corrected(row.getString("item"), row.getInt("corrections"), row.getInt("foreseen")))
                .list();
    }
}
