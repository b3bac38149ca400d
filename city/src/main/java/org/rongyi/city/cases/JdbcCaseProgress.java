package org.rongyi.city.cases;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.calendar.CalendarYearMissing;
import org.rongyi.city.calendar.WorkingCalendar;
import org.rongyi.definitions.CaseKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// Counted when it is asked for: leaders ask seldom, and a number that is stored could differ from the cases.
@Component
class JdbcCaseProgress implements CaseProgress {
    private static final String RAN_OUT = """
            exists (select from cases.clock c where c.case_id = f.id and c.ran_out_at is not null
                       and f.kind || '.' || c.clock <> all (:theirs))
            """;

    private static final String OPEN = "select f.unit, count(*) as open, count(*) filter (where " + RAN_OUT
            + ") as overdue from cases.file f where f.closed_at is null group by f.unit";

    private static final String CLOSED = """
            select unit, count(*) filter (where not late) as in_time, count(*) filter (where late) as late,
                   count(*) filter (where corrected) as corrected
              from (select f.unit, %s as late,
                           exists (select from cases.entry e where e.case_id = f.id and e.what = 'MOVED'
                                      and f.kind || '.' || e.subject = any (:asking)) as corrected
                      from cases.file f where f.closed_at >= :since) closed
             group by unit
            """.formatted(RAN_OUT);

    /// Closed cases of one title whose clock ran between the same two days.
    private static final String RUNS = """
            select f.title, (c.started_at at time zone :zone)::date as begun,
                   (c.stopped_at at time zone :zone)::date as ended, count(*) as cases, sum(c.length_days) as promised
              from cases.file f join cases.clock c on c.case_id = f.id
             where f.closed_at >= :since and f.kind = :kind and c.clock = :clock
             group by 1, 2, 3
            """;

    /// The time in which it stood still, to be taken off.
    private static final String PAUSES = """
            select f.title, (p.begun_at at time zone :zone)::date as begun,
                   (p.ended_at at time zone :zone)::date as ended, count(*) as cases, 0 as promised
              from cases.file f join cases.clock c on c.case_id = f.id join cases.pause p on p.clock_id = c.id
             where f.closed_at >= :since and f.kind = :kind and c.clock = :clock and p.ended_at is not null
             group by 1, 2, 3
            """;

    private final JdbcClient database;
    private final Kinds kinds;
    private final WorkingCalendar calendar;
    private final Times times;

    JdbcCaseProgress(JdbcClient database, Kinds kinds, WorkingCalendar calendar, Times times) {
        this.database = database;
        this.kinds = kinds;
        this.calendar = calendar;
        this.times = times;
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Report report(LocalDate since) {
        return new Report(since, units(since), items(since));
    }

    private List<OfUnit> units(LocalDate since) {
        Map<String, OfUnit> units = new TreeMap<>();
        database.sql(OPEN)
                .param("theirs", theirs())
                .query((row, _) ->
                        new OfUnit(row.getString("unit"), row.getInt("open"), row.getInt("overdue"), 0, 0, 0))
                .list()
                .forEach(unit -> units.put(unit.unit(), unit));
        database.sql(CLOSED)
                .param("theirs", theirs())
                .param("asking", asking())
                .param("since", Times.stamp(since.atStartOfDay(times.zone()).toInstant()))
                .query((row, _) -> {
                    String name = row.getString("unit");
                    OfUnit open = units.getOrDefault(name, new OfUnit(name, 0, 0, 0, 0, 0));
                    return new OfUnit(
                            name,
                            open.open(),
                            open.overdue(),
                            row.getInt("in_time"),
                            row.getInt("late"),
                            row.getInt("corrected"));
                })
                .list()
                .forEach(unit -> units.put(unit.unit(), unit));
        return List.copyOf(units.values());
    }

    /// The kernel's own clock, and those that run while the applicant has the case.
    private String[] theirs() {
        return kinds.current().values().stream()
                .flatMap(kind -> Stream.concat(
                                Stream.of(ClockRow.ASSIGNMENT),
                                kind.clocks().stream()
                                        .filter(clock ->
                                                clock.starts().stream().allMatch(start -> asks(kind, start.event())))
                                        .map(CaseKind.Clock::id))
                        .map(clock -> kind.id() + "." + clock))
                .toArray(String[]::new);
    }

    private String[] asking() {
        return kinds.current().values().stream()
                .flatMap(kind -> kind.events().stream()
                        .filter(event -> asks(kind, event.id()))
                        .map(event -> kind.id() + "." + event.id()))
                .toArray(String[]::new);
    }

    /// Whether the event gives the case to the applicant.
    private static boolean asks(CaseKind kind, String event) {
        return kind.event(event)
                .flatMap(found -> kind.state(found.to()))
                .filter(state -> state.waitsFor() == CaseKind.WaitsFor.FIRM)
                .isPresent();
    }

    private List<OfItem> items(LocalDate since) {
        List<OfItem> items = new ArrayList<>();
        for (CaseKind kind : kinds.current().values()) {
            kind.clocks().stream()
                    .max(Comparator.comparingInt(clock -> clock.length().workingDays()))
                    .ifPresent(clock -> items.addAll(items(kind, clock, since)));
        }
        items.sort(Comparator.comparingInt(OfItem::closed).reversed().thenComparing(OfItem::title));
        return items;
    }

    private record Stretch(String title, LocalDate begun, LocalDate ended, int cases, long promised) {}

    private List<OfItem> items(CaseKind kind, CaseKind.Clock clock, LocalDate since) {
        Map<String, Sum> sums = new TreeMap<>();
        for (Stretch run : stretches(RUNS, kind, clock, since)) {
            Sum sum = sums.computeIfAbsent(run.title, _ -> new Sum());
            sum.cases += run.cases;
            sum.promised += run.promised;
            sum.add(days(run), run.cases);
        }
        for (Stretch pause : stretches(PAUSES, kind, clock, since)) {
            Sum sum = sums.get(pause.title);
            if (sum != null) {
                sum.add(days(pause), -pause.cases);
            }
        }
        return sums.entrySet().stream()
                .map(each -> each.getValue().item(each.getKey(), clock))
                .toList();
    }

    private List<Stretch> stretches(String sql, CaseKind kind, CaseKind.Clock clock, LocalDate since) {
        return database.sql(sql)
                .param("zone", times.zone().getId())
                .param("since", Times.stamp(since.atStartOfDay(times.zone()).toInstant()))
                .param("kind", kind.id())
                .param("clock", clock.id())
                .query((row, _) -> new Stretch(
                        row.getString("title"),
                        row.getObject("begun", LocalDate.class),
                        row.getObject("ended", LocalDate.class),
                        row.getInt("cases"),
                        row.getLong("promised")))
                .list();
    }

    private @Nullable Integer days(Stretch stretch) {
        try {
            return calendar.between(stretch.begun, stretch.ended);
        } catch (CalendarYearMissing noTableYet) {
            return null;
        }
    }

    private static final class Sum {
        private int cases;
        private long promised;
        private long used;
        private boolean unknown;

        void add(@Nullable Integer days, int times) {
            if (days == null) {
                unknown = true;
            } else {
                used += (long) days * times;
            }
        }

        OfItem item(String title, CaseKind.Clock clock) {
            return new OfItem(
                    title,
                    clock.name(),
                    cases,
                    clock.length().workingDays(),
                    average(promised),
                    unknown ? null : average(used));
        }

        private BigDecimal average(long sum) {
            return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(cases), 1, RoundingMode.HALF_UP);
        }
    }
}
