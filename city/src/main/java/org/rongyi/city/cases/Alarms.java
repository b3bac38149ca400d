package org.rongyi.city.cases;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What happens by itself: an alarm rings, an owner is no longer there, the calendar gets a year.
@Component
class Alarms {
    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    private final JdbcCases cases;
    private final Works works;
    private final Clockwork clockwork;
    private final Clocks clocks;
    private final Owners owners;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    Alarms(
            JdbcCases cases,
            Works works,
            Clockwork clockwork,
            Clocks clocks,
            Owners owners,
            JdbcClient database,
            PlatformTransactionManager transactions) {
        this.cases = cases;
        this.works = works;
        this.clockwork = clockwork;
        this.clocks = clocks;
        this.owners = owners;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// An alarm may ring twice: its process was killed after the commit, or the clock was moved while it waited.
    /// Only the number that the clock has now has an effect, and the effect gives the clock another number.
    void ring(long clockId, int alarmNo) {
        transaction.executeWithoutResult(_ -> clocks.find(clockId)
                .filter(found -> found.alarmNo() == alarmNo)
                .flatMap(found -> works.begin(found.caseId(), new TheClock()))
                .ifPresent(work -> work.clocks.stream()
                        .filter(clock -> clock.id == clockId && clock.alarmNo == alarmNo && clock.alarmAt != null)
                        .findFirst()
                        .ifPresent(clock -> cases.ring(work, clock))));
    }

    /// Gives a date to every clock that waited for the calendar's table.
    void dateTheUndated() {
        for (long caseId : clocks.undated()) {
            transaction.executeWithoutResult(
                    _ -> works.begin(caseId, new TheClock()).ifPresent(work -> {
                        clockwork.dateAgain(work);
                        finish(work);
                    }));
        }
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
