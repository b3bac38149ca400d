package org.rongyi.city.cases;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.calendar.CalendarYearMissing;
import org.rongyi.city.calendar.WorkingCalendar;
import org.rongyi.definitions.CaseKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Notes with the end of a case what is asked about it later: whether it was late, what was promised and used.
@Component
class Closings {
    private static final int BATCH = 500;

    /// Each run of the clock, and each time in which it stood still, to be taken off.
    private static final String STRETCHES = """
            select started_at as begun, stopped_at as ended, length_days, false as pause
              from cases.clock where case_id = ? and clock = ? and stopped_at is not null
            union all
            select p.begun_at, p.ended_at, 0, true
              from cases.clock c join cases.pause p on p.clock_id = c.id
             where c.case_id = ? and c.clock = ? and c.stopped_at is not null and p.ended_at is not null""";

    private static final String INSERT = """
            insert into cases.closing (case_id, closed_at, kind, unit, title, late, corrected, promised, used)
            values (?, ?, ?, ?, ?,
                    exists (select from cases.clock where case_id = ? and ran_out_at is not null
                               and clock <> all (?::text[])),
                    exists (select from cases.entry where case_id = ? and what = 'MOVED' and subject = any (?::text[])),
                    ?, ?)
            on conflict (case_id) do nothing""";

    private final JdbcClient database;
    private final Files files;
    private final WorkingCalendar calendar;
    private final Times times;
    private final TransactionTemplate transaction;

    Closings(
            JdbcClient database,
            Files files,
            WorkingCalendar calendar,
            Times times,
            PlatformTransactionManager transactions) {
        this.database = database;
        this.files = files;
        this.calendar = calendar;
        this.times = times;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Cases that were closed before this was noted; some at a time, so that it can end at any moment.
    void makeUp() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(_ -> makeUpSome()));
        }
    }

    private boolean makeUpSome() {
        List<Long> some = database.sql("""
                        delete from cases.closing_due where case_id in (
                            select case_id from cases.closing_due limit ? for update skip locked)
                        returning case_id""")
                .param(BATCH)
                .query((row, _) -> row.getLong("case_id"))
                .list();
        some.forEach(id -> files.find(id).ifPresent(this::note));
        return !some.isEmpty();
    }

    /// In the transaction that closes it, when its clocks and its timeline are written.
    void note(CaseRow file) {
        String[] theirs = theirs(file.kind).toArray(String[]::new);
        String[] asking = asking(file.kind).toArray(String[]::new);
        Days days = longest(file.kind).map(clock -> days(file.id, clock.id())).orElse(new Days(null, null));
        database.sql(INSERT)
                .params(Arrays.asList(
                        file.id,
                        Times.stampOrNull(file.closedAt),
                        file.kind.id(),
                        file.unit,
                        file.title,
                        file.id,
                        theirs,
                        file.id,
                        asking,
                        days.promised,
                        days.used))
                .update();
    }

    private record Days(
            @Nullable Integer promised, @Nullable Integer used) {}

    private record Stretch(LocalDate begun, LocalDate ended, int length, boolean pause) {}

    private Days days(long caseId, String clock) {
        List<Stretch> stretches = database.sql(STRETCHES)
                .params(caseId, clock, caseId, clock)
                .query((row, _) -> new Stretch(
                        day(row.getObject("begun", OffsetDateTime.class)),
                        day(row.getObject("ended", OffsetDateTime.class)),
                        row.getInt("length_days"),
                        row.getBoolean("pause")))
                .list();
        if (stretches.isEmpty()) {
            return new Days(null, null);
        }
        int promised = stretches.stream().mapToInt(Stretch::length).sum();
        try {
            int used = 0;
            for (Stretch each : stretches) {
                int working = calendar.between(each.begun, each.ended);
                used += each.pause ? -working : working;
            }
            return new Days(promised, used);
        } catch (CalendarYearMissing noTableYet) {
            return new Days(promised, null);
        }
    }

    private LocalDate day(@Nullable OffsetDateTime at) {
        return times.dayOf(Objects.requireNonNull(at).toInstant());
    }

    /// The clock by which a kind is judged.
    static Optional<CaseKind.Clock> longest(CaseKind kind) {
        return kind.clocks().stream()
                .max(Comparator.comparingInt(clock -> clock.length().workingDays()));
    }

    /// The kernel's own clock, and those that run while the applicant has the case.
    static Stream<String> theirs(CaseKind kind) {
        return Stream.concat(
                Stream.of(ClockRow.ASSIGNMENT),
                kind.clocks().stream()
                        .filter(clock -> clock.starts().stream().allMatch(start -> asks(kind, start.event())))
                        .map(CaseKind.Clock::id));
    }

    private static Stream<String> asking(CaseKind kind) {
        return kind.events().stream().map(CaseKind.Event::id).filter(event -> asks(kind, event));
    }

    /// Whether the event gives the case to the applicant.
    private static boolean asks(CaseKind kind, String event) {
        return kind.event(event)
                .flatMap(found -> kind.state(found.to()))
                .filter(state -> state.waitsFor() == CaseKind.WaitsFor.FIRM)
                .isPresent();
    }
}
