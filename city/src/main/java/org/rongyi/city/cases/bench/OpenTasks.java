package org.rongyi.city.cases.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rongyi.city.cases.WorkList;
import org.rongyi.city.cases.WorkList.Bucket;
import org.rongyi.city.cases.WorkList.Query;
import org.rongyi.city.cases.WorkList.Whose;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How long a work list takes where one department has very many open tasks: as many as a whole city has.
@Component
class OpenTasks {
    private static final int TIMES = 200;
    private static final int WARM_UP = 50;
    private static final int PAGE = 50;
    private static final double NANOS_A_MILLI = 1e6;
    private static final String UNIT = "某局";
    private static final String OFFICER = "officer-7";

    private final JdbcTemplate database;
    private final WorkList list;

    OpenTasks(JdbcTemplate database, WorkList list) {
        this.database = database;
        this.list = list;
    }

    /// Written past the software: three in ten wait for the applicant, every seventh has no handler.
    @Transactional
    void fill(int number) {
        database.update("""
                insert into cases.file (id, kind, version, state, came_by, title, applicant, limits, unit, handler,
                                        owner, level, standing, passed, returns, opened_at, opened_by, due_at, paused,
                                        revision, entries, head)
                select nextval('cases.file_id'), k.kind, k.version, 'review', 'beginReview', '事项 ' || n % 60,
                       '第 ' || n || ' 家（测试）', '{}', ?, case when n % 7 > 0 then 'officer-' || n % 40 end,
                       'officer-' || n % 40, 0, 'NEW', '{}', 0, now() - interval '9 days', 'services',
                       now() - interval '2 days' + n % 30000 * interval '1 minute', false, 3, 3, sha256(n::text::bytea)
                  from cases.kind k, generate_series(1, ?) n where k.kind = 'application'""", UNIT, number);
        database.update("""
                insert into cases.task (case_id, what, zh, en, unit, assignee, due_at, opened_at, kind, title,
                                        applicant, waits)
                select id, 'STATE', '审查并决定', 'Review and decide', unit, handler, due_at, opened_at, kind, title,
                       applicant, id % 10 < 3
                  from cases.file where state = 'review'""");
        database.execute("analyze cases.file");
        database.execute("analyze cases.task");
    }

    /// Milliseconds that 99 of 100 took, by what was asked.
    Map<String, Double> measure() {
        Query mine = Query.of(Whose.MINE_AND_FREE, OFFICER, UNIT);
        Query unit = Query.of(Whose.UNIT, OFFICER, UNIT);
        String middle =
                list.page(unit.in(Bucket.LATER), null, WorkList.MOST_ON_A_PAGE).next();
        Map<String, Double> millis = new LinkedHashMap<>();
        millis.put("pageMine", p99(() -> list.page(mine, null, PAGE)));
        millis.put("pageUnit", p99(() -> list.page(unit, null, PAGE)));
        millis.put("pageUnitFurther", p99(() -> list.page(unit, middle, PAGE)));
        millis.put("pageUnitOneItem", p99(() -> list.page(unit.about(null, "事项 7"), null, PAGE)));
        millis.put("pageUnitWaiting", p99(() -> list.page(unit.in(Bucket.WAITING), null, PAGE)));
        millis.put("countsMine", p99(() -> list.counts(mine)));
        millis.put("countsUnit", p99(() -> list.counts(unit)));
        millis.put("choicesUnit", p99(() -> list.choices(unit)));
        millis.put("searchUnit", p99(() -> list.page(unit.saying("第 9999 家"), null, PAGE)));
        return millis;
    }

    private static double p99(Runnable asked) {
        List<Long> nanos = new ArrayList<>();
        for (int i = -WARM_UP; i < TIMES; i++) {
            long begun = System.nanoTime();
            asked.run();
            if (i >= 0) {
                nanos.add(System.nanoTime() - begun);
            }
        }
        return nanos.stream().sorted().toList().get((int) (TIMES * 0.99)) / NANOS_A_MILLI;
    }
}
