package org.rongyi.city.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rongyi.city.calendar.CalendarYearMissing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What happens by itself: an alarm rings, an owner is no longer there, the calendar gets a year.
@Component
class Alarms {
    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    /// So many ring in one transaction: one each would spend its time on waiting for the disk.
    private static final int TOGETHER = 50;
    /// Several hold the locks of several cases. They give up before PostgreSQL would look for who waits for whom, so
    /// that it never is a person's command that has to give way.
    private static final String IMPATIENT = "set local lock_timeout = '500ms'";
    private static final Duration RETRY = Duration.ofMinutes(1);
    private static final Duration LONGEST_RETRY = Duration.ofHours(1);
    /// What somebody else works on is left to them: it is there at the next look. The clock is locked as well, so that
    /// one that has rung since is seen as it is now.
    private static final String DUE = """
            select c.id, c.case_id, c.alarm_no from cases.clock c join cases.file f on f.id = c.case_id
             where c.alarm_at <= ? and (c.id, c.alarm_no) not in (select * from unnest(?::bigint[], ?::int[]))
             order by c.alarm_at, c.id limit ? for no key update skip locked""";

    private final JdbcCases cases;
    private final Works works;
    private final Clockwork clockwork;
    private final Clocks clocks;
    private final Owners owners;
    private final Times times;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    /// Clocks whose alarm could not ring, until when they are left alone. Then they ring alone: no other pays for them.
    private final Map<Long, Aside> aside = new ConcurrentHashMap<>();
    /// Clocks of a transaction that failed: one of them is the reason. Each rings alone.
    private final Map<Long, Integer> suspects = new ConcurrentHashMap<>();

    Alarms(
            JdbcCases cases,
            Works works,
            Clockwork clockwork,
            Clocks clocks,
            Owners owners,
            Times times,
            JdbcClient database,
            PlatformTransactionManager transactions) {
        this.cases = cases;
        this.works = works;
        this.clockwork = clockwork;
        this.clocks = clocks;
        this.owners = owners;
        this.times = times;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Aside(int alarmNo, Duration pause, Instant until) {
        Aside again(Instant now) {
            return new Aside(alarmNo, pause, now.plus(pause));
        }

        Aside longer(Instant now) {
            Duration twice = pause.multipliedBy(2);
            return new Aside(alarmNo, twice.compareTo(LONGEST_RETRY) < 0 ? twice : LONGEST_RETRY, now).again(now);
        }
    }

    private record Due(long clockId, long caseId, int alarmNo) {}

    /// Rings some of what is due: all of them, or none and each by itself at the next turn.
    ///
    /// @return how many rang
    int ringSome() {
        List<Due> due = new ArrayList<>();
        boolean done = false;
        try {
            Integer rang = transaction.execute(_ -> {
                database.sql(IMPATIENT).update();
                due.addAll(due());
                return ring(due);
            });
            done = true;
            return Objects.requireNonNull(rang);
        } catch (PessimisticLockingFailureException | CalendarYearMissing one) {
            LOG.info("{} alarms ring one by one: {}", due.size(), one.getMessage());
            return 0;
        } finally {
            if (!done) {
                due.forEach(each -> suspects.put(each.clockId, each.alarmNo));
            }
        }
    }

    private List<Due> due() {
        Instant now = times.now();
        Map<Long, Integer> notThese = new LinkedHashMap<>(suspects);
        aside.forEach((clock, each) -> notThese.put(clock, each.alarmNo));
        return database.sql(DUE)
                .params(
                        Times.stamp(now),
                        notThese.keySet().toArray(Long[]::new),
                        notThese.values().toArray(Integer[]::new),
                        TOGETHER)
                .query((row, _) -> new Due(row.getLong(1), row.getLong(2), row.getInt(3)))
                .list();
    }

    /// A case with two of them has the second at the next look. One that has no effect, though it is due, would be
    /// found again at once, for ever.
    private int ring(List<Due> due) {
        Map<Long, Due> first = new LinkedHashMap<>();
        due.forEach(each -> first.putIfAbsent(each.caseId, each));
        int rang = 0;
        for (Work work : works.beginLocked(List.copyOf(first.keySet()), new TheClock())) {
            Due each = Objects.requireNonNull(first.get(work.file.id));
            if (ringOf(work, each.clockId, each.alarmNo)) {
                rang++;
            } else {
                putAside(each.clockId, each.alarmNo);
            }
        }
        return rang;
    }

    private void putAside(long clockId, int alarmNo) {
        Instant now = times.now();
        aside.compute(
                clockId,
                (_, before) -> before == null || before.alarmNo != alarmNo
                        ? new Aside(alarmNo, RETRY, now).again(now)
                        : before.longer(now));
    }

    /// Each has its turn, whatever becomes of the others.
    void ringSuspects() {
        Instant now = times.now();
        aside.forEach((clock, each) -> {
            if (!each.until.isAfter(now) && aside.replace(clock, each, each.again(now))) {
                suspects.put(clock, each.alarmNo);
            }
        });
        ringEach(Map.copyOf(suspects).entrySet().iterator());
    }

    /// The last failure is thrown when all have had their turn.
    private void ringEach(Iterator<Map.Entry<Long, Integer>> left) {
        while (left.hasNext()) {
            Map.Entry<Long, Integer> each = left.next();
            long clockId = each.getKey();
            int alarmNo = each.getValue();
            if (!suspects.remove(clockId, alarmNo)) {
                continue;
            }
            boolean done = false;
            try {
                ringAlone(clockId, alarmNo);
                done = true;
            } finally {
                if (!done) {
                    LOG.error("The alarm of the clock ({}) cannot ring; it is tried again later", clockId);
                    putAside(clockId, alarmNo);
                    ringEach(left);
                }
            }
        }
    }

    private void ringAlone(long clockId, int alarmNo) {
        try {
            transaction.executeWithoutResult(_ -> {
                database.sql(IMPATIENT).update();
                ring(clockId, alarmNo);
            });
            aside.remove(clockId);
        } catch (PessimisticLockingFailureException busy) {
            suspects.put(clockId, alarmNo);
        } catch (CalendarYearMissing notYet) {
            LOG.warn("The alarm of the clock ({}) waits for the calendar: {}", clockId, notYet.getMessage());
            putAside(clockId, alarmNo);
        }
    }

    /// An alarm may ring twice: its process was killed after the commit, or the clock was moved while it waited.
    /// Only the number that the clock has now has an effect, and the effect gives the clock another number.
    void ring(long clockId, int alarmNo) {
        transaction.executeWithoutResult(_ -> clocks.find(clockId)
                .filter(found -> found.alarmNo() == alarmNo)
                .flatMap(found -> works.begin(found.caseId(), new TheClock()))
                .ifPresent(work -> ringOf(work, clockId, alarmNo)));
    }

    /// @return whether it still was to ring
    private boolean ringOf(Work work, long clockId, int alarmNo) {
        Optional<ClockRow> clock = work.clocks.stream()
                .filter(each -> each.id == clockId && each.alarmNo == alarmNo && each.alarmAt != null)
                .findFirst();
        clock.ifPresent(found -> cases.ring(work, found));
        return clock.isPresent();
    }

    /// Gives a date to every clock that waited for the calendar's table.
    ///
    /// @return how many still wait for it
    int dateTheUndated() {
        for (long caseId : clocks.undated()) {
            transaction.executeWithoutResult(
                    _ -> works.begin(caseId, new TheClock()).ifPresent(work -> {
                        clockwork.dateAgain(work);
                        finish(work);
                    }));
        }
        return clocks.undated().size();
    }

    /// Gives another owner to every open case whose owner or handler is no longer there.
    void replaceTheGone() {
        String everybody = """
                select owner from cases.file where closed_at is null
                 union select handler from cases.file where closed_at is null and handler is not null""";
        List<String> gone = database.sql(everybody).query((row, _) -> row.getString(1)).list().stream()
                .filter(account -> !owners.serves(account))
                .toList();
        for (String account : gone) {
            List<Long> left = database.sql(
                            "select id from cases.file where closed_at is null and (owner = ? or handler = ?)")
                    .params(account, account)
                    .query((row, _) -> row.getLong(1))
                    .list();
            LOG.info("({}) is no longer here: {} cases get another owner", account, left.size());
            left.forEach(id -> replace(id, account));
        }
    }

    private void replace(long caseId, String gone) {
        transaction.executeWithoutResult(_ -> works.begin(caseId, new TheClock())
                .filter(work -> work.file.open())
                .ifPresent(work -> {
                    clockwork.vacate(work, gone);
                    finish(work);
                }));
    }

    private void finish(Work work) {
        if (!work.entries.isEmpty()) {
            works.finish(work);
        }
    }
}
