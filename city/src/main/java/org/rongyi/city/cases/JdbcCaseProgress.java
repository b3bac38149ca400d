package org.rongyi.city.cases;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.CaseKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// Counted when it is asked for, from one narrow line for each closed case: sums that are stored could differ from
/// the cases.
@Component
class JdbcCaseProgress implements CaseProgress {
    private static final String OPEN = """
            select f.unit, count(*) as open,
                   count(*) filter (where exists (
                       select from cases.clock c where c.case_id = f.id and c.ran_out_at is not null
                          and f.kind || '.' || c.clock <> all (?))) as overdue
              from cases.file f where f.closed_at is null group by f.unit
            """;

    private static final String CLOSED = """
            select unit, kind, title, count(*) as closed, count(*) filter (where late) as late,
                   count(*) filter (where corrected) as corrected, count(promised) as ran, sum(promised) as promised,
                   sum(used) as used, bool_or(promised is not null and used is null) as unknown
              from cases.closing where closed_at >= ? group by unit, kind, title
            """;

    private static final String WEEKS = """
            select date_trunc('week', closed_at at time zone ?)::date as monday, count(*) as closed,
                   count(*) filter (where late) as late
              from cases.closing where closed_at >= ? group by 1 order by 1
            """;

    private final JdbcClient database;
    private final Kinds kinds;
    private final Times times;

    JdbcCaseProgress(JdbcClient database, Kinds kinds, Times times) {
        this.database = database;
        this.kinds = kinds;
        this.times = times;
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Report report(LocalDate since) {
        List<Closed> closed = closed(since);
        return new Report(since, units(closed), items(closed), weeks(since));
    }

    /// Cases of one title in one department.
    private record Closed(
            String unit, String kind, String title, int closed, int late, int corrected, int ran, Days days) {}

    /// @param used null where the calendar did not reach for one of them
    private record Days(long promised, @Nullable Long used) {}

    private List<Closed> closed(LocalDate since) {
        return database.sql(CLOSED)
                .param(Times.stamp(since.atStartOfDay(times.zone()).toInstant()))
                .query((row, _) -> new Closed(
                        row.getString("unit"),
                        row.getString("kind"),
                        row.getString("title"),
                        row.getInt("closed"),
                        row.getInt("late"),
                        row.getInt("corrected"),
                        row.getInt("ran"),
                        new Days(row.getLong("promised"), row.getBoolean("unknown") ? null : row.getLong("used"))))
                .list();
    }

    private List<OfUnit> units(List<Closed> closed) {
        Map<String, OfUnit> units = new TreeMap<>();
        String[] theirs = kinds.current().values().stream()
                .flatMap(kind -> Closings.theirs(kind).map(clock -> kind.id() + "." + clock))
                .toArray(String[]::new);
        database.sql(OPEN)
                .param(theirs)
                .query((row, _) ->
                        new OfUnit(row.getString("unit"), row.getInt("open"), row.getInt("overdue"), 0, 0, 0))
                .list()
                .forEach(unit -> units.put(unit.unit(), unit));
        for (Closed each : closed) {
            units.merge(
                    each.unit,
                    new OfUnit(each.unit, 0, 0, each.closed - each.late, each.late, each.corrected),
                    JdbcCaseProgress::plus);
        }
        return List.copyOf(units.values());
    }

    private static OfUnit plus(OfUnit one, OfUnit more) {
        return new OfUnit(
                one.unit(),
                one.open() + more.open(),
                one.overdue() + more.overdue(),
                one.inTime() + more.inTime(),
                one.late() + more.late(),
                one.corrected() + more.corrected());
    }

    private List<OfItem> items(List<Closed> closed) {
        Map<String, Sum> sums = new TreeMap<>();
        for (Closed each : closed) {
            CaseKind.Clock clock = each.ran == 0
                    ? null
                    : kinds.find(each.kind).flatMap(Closings::longest).orElse(null);
            if (clock != null) {
                sums.computeIfAbsent(each.kind + " " + each.title, _ -> new Sum(each.title, clock))
                        .add(each);
            }
        }
        return sums.values().stream()
                .map(Sum::item)
                .sorted(Comparator.comparingInt(OfItem::closed).reversed().thenComparing(OfItem::title))
                .toList();
    }

    private List<OfWeek> weeks(LocalDate since) {
        return database.sql(WEEKS)
                .params(
                        times.zone().getId(),
                        Times.stamp(since.atStartOfDay(times.zone()).toInstant()))
                .query((row, _) -> new OfWeek(
                        row.getObject("monday", LocalDate.class),
                        row.getInt("closed") - row.getInt("late"),
                        row.getInt("late")))
                .list();
    }

    private static final class Sum {
        private final String title;
        private final CaseKind.Clock clock;
        private final List<Closed> parts = new ArrayList<>();

        private Sum(String title, CaseKind.Clock clock) {
            this.title = title;
            this.clock = clock;
        }

        private void add(Closed part) {
            parts.add(part);
        }

        private OfItem item() {
            boolean unknown = parts.stream().anyMatch(part -> part.days.used == null);
            return new OfItem(
                    title,
                    clock.name(),
                    parts.stream().mapToInt(Closed::ran).sum(),
                    clock.length().workingDays(),
                    average(part -> part.days.promised),
                    unknown ? null : average(part -> part.days.used));
        }

        private BigDecimal average(Function<Closed, @Nullable Long> days) {
            long sum = 0;
            int cases = 0;
            for (Closed part : parts) {
                Long each = days.apply(part);
                sum += each == null ? 0 : each;
                cases += part.ran;
            }
            return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(cases), 1, RoundingMode.HALF_UP);
        }
    }
}
