package org.rongyi.city.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// They are written past the software, with hashes that no chain gives: they are there to be many. Closed
/// ones have their clocks and a timeline of five lines each.
@Component
class JdbcManyCases implements ManyCases {
    private static final long LOOKS_EVERY_MILLIS = 200;
    private static final int CASES_PER_TASK = 50;

    private final JdbcTemplate database;
    private final Cases cases;
    private final AlarmClock alarms;
    private final People people;

    JdbcManyCases(JdbcTemplate database, Cases cases, AlarmClock alarms, People people) {
        this.database = database;
        this.cases = cases;
        this.alarms = alarms;
        this.people = people;
    }

    @Override
    public boolean empty() {
        return Boolean.TRUE.equals(
                database.queryForObject("select not exists (select from cases.file)", Boolean.class));
    }

    @Override
    @Transactional
    public void fill(int number) {
        // One real case, so that its kind is on record.
        NewCase first = NewCase.of("application", "食品经营许可", "第一家（测试）", "某局");
        if (!(cases.open(first, Actor.house("bench")) instanceof Opening.Opened)) {
            throw new IllegalStateException("the first case cannot be opened");
        }
        database.execute("set local session_replication_role = replica");
        database.update("""
                insert into cases.file (id, kind, version, state, came_by, title, applicant, firm, about, limits, unit,
                                        handler, owner, level, standing, passed, returns, opened_at, opened_by,
                                        closed_at, due_at, paused, revision, entries, head)
                select nextval('cases.file_id'), k.kind, k.version, 'delivered', 'deliver', '食品经营许可',
                       '第 ' || n || ' 家（测试）', lpad(n::text, 18, '0'), null, '{}', '部门 ' || n % 40,
                       'officer-' || n % 900, 'officer-' || n % 900, 0, 'NEW', '{}', 0,
                       now() - interval '300 days' + n * interval '20 seconds', 'services',
                       now() - interval '290 days' + n * interval '20 seconds', null, false, 5, 5,
                       sha256(n::text::bytea)
                  from cases.kind k, generate_series(1, ?) n where k.kind = 'application'""", number);
        database.update("""
                insert into cases.clock (case_id, clock, length_days, counts_from, left_days, started_at, due_at,
                                         extensions, asked, stopped_at, step, alarm_no)
                select f.id, c.clock, c.days, f.opened_at::date, c.days, f.opened_at,
                       f.opened_at + c.days * interval '1 day', 0, false, f.closed_at, 1, 3
                  from cases.file f, (values ('acceptance', 5), ('decision', 20), ('delivery', 10)) c (clock, days)
                 where f.closed_at is not null""");
        database.update("""
                insert into cases.entry (case_id, number, at, actor, actor_name, what, subject, from_state, to_state,
                                         hash)
                select f.id, e.number, f.opened_at + e.number * interval '1 day', f.handler, '某局 某某（测试）',
                       case e.number when 1 then 'OPENED' else 'MOVED' end, e.subject, e.before, e.after,
                       sha256((f.id::text || e.number)::bytea)
                  from cases.file f, (values (1, 'application', null, null), (2, 'accept', 'submitted', 'accepted'),
                       (3, 'beginReview', 'accepted', 'review'), (4, 'grant', 'review', 'granted'),
                       (5, 'deliver', 'granted', 'delivered')) e (number, subject, before, after)
                 where f.closed_at is not null""");
        database.update("""
                insert into cases.closing (case_id, closed_at, kind, unit, title, late, corrected, promised, used)
                select id, closed_at, kind, unit, title || ' ' || id % 60, id % 20 = 0, id % 7 = 0, 20, id % 20
                  from cases.file where closed_at is not null""");
        // Work lists are never empty beside so many cases, and the database plans by what lies there.
        database.update("""
                insert into cases.task (case_id, what, zh, en, unit, assignee, due_at, opened_at, kind, title,
                                        applicant, waits)
                select id, 'STATE', '审查', 'Review', unit, handler, closed_at, opened_at, kind, title, applicant, false
                  from cases.file where closed_at is not null and id % ? = 0""", CASES_PER_TASK);
        for (String table : new String[] {"file", "clock", "entry", "closing", "task"}) {
            database.execute("analyze cases." + table);
        }
    }

    @Override
    public void settle() {
        database.execute("vacuum (analyze)");
        database.execute("checkpoint");
    }

    @Override
    @Transactional
    public void running(int number, String kind, String clock, int seconds) {
        database.update("""
                insert into cases.file (id, kind, version, state, came_by, title, applicant, limits, unit, handler,
                                        owner, level, standing, passed, returns, opened_at, opened_by, due_at, paused,
                                        revision, entries, head)
                select nextval('cases.file_id'), f.kind, f.version, f.state, f.came_by, '到期', '第 ' || n || ' 家（测试）',
                       '{}', f.unit, f.handler, coalesce(f.handler, f.owner), 0, 'NEW', '{}', 0, now(), 'bench',
                       now() + ? * interval '1 second', false, 1, 1, sha256(n::text::bytea)
                  from (select * from cases.file where kind = ? order by id desc limit 1) f,
                       generate_series(1, ?) n""", seconds, kind, number);
        database.update("""
                insert into cases.clock (case_id, clock, length_days, counts_from, left_days, started_at, due_at,
                                         extensions, asked, step, alarm_at, alarm_no)
                select id, ?, 1, opened_at::date, 1, opened_at, due_at, 0, false, 1, due_at, 1
                  from cases.file where title = '到期'""", clock);
        for (String table : new String[] {"file", "clock"}) {
            database.execute("analyze cases." + table);
        }
    }

    @Override
    public <T> List<T> work(String unit, int officers, int seconds, Function<Acting, T> one) {
        List<Acting> all =
                IntStream.range(0, officers).mapToObj(i -> officer(unit, i)).toList();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<T> done = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(officers)) {
            for (Future<List<T>> each : pool.invokeAll(
                    all.stream().map(officer -> alone(officer, until, one)).toList())) {
                done.addAll(each.get());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a case could not be handled", failed.getCause());
        }
        return done;
    }

    private static <T> Callable<List<T>> alone(Acting officer, long until, Function<Acting, T> one) {
        return () -> {
            List<T> done = new ArrayList<>();
            while (System.nanoTime() < until) {
                done.add(one.apply(officer));
            }
            return done;
        };
    }

    private Acting officer(String unit, int number) {
        Person person = new Person("bench-" + number, "某某（测试）", unit, Set.of(Role.OFFICER));
        people.register(person, "not-to-be-guessed");
        return new Acting(person, null);
    }

    @Override
    public double ring(int most) {
        long begun = System.nanoTime();
        alarms.open();
        double took = 0;
        while (due() && took < most) {
            try {
                TimeUnit.MILLISECONDS.sleep(LOOKS_EVERY_MILLIS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return -1;
            }
            took = (System.nanoTime() - begun) / 1e9;
        }
        boolean done = !due();
        alarms.destroy();
        return done ? took : -1;
    }

    /// A clock that rang has its next alarm days later, or none.
    private boolean due() {
        return Boolean.TRUE.equals(database.queryForObject(
                "select exists (select from cases.clock where alarm_at < now() + interval '1 hour')", Boolean.class));
    }
}
