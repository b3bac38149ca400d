package org.rongyi.city.appeals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.ui.CityWords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CountedSeasons implements AppealSeasons {
    private static final int YEARS = 3;
    private static final int HALF_A_YEAR = 182;
    private static final int EXAMPLES = 5;
    /// So many times as many as usual stand out; in one of several years fewer do.
    private static final double TIMES = 2;

    private static final double TIMES_OF_OTHERS = 1.5;
    private static final String COUNTS = """
            select category, count(*) filter (where at >= ? and at < ?) as there, count(*) as around
              from appeals.appeal
             where at >= ? and at < ? and category is not null and state not in ('merged', 'withdrawn', 'routed')
             group by category""";
    private static final String SOME = """
            select number from appeals.appeal
             where category = ? and at >= ? and at < ? and state not in ('merged', 'withdrawn', 'routed')
             order by at desc, id desc limit ?""";

    private final JdbcClient database;
    private final CityWords city;
    private final Clock clock;
    private volatile @Nullable Counted counted;

    CountedSeasons(JdbcClient database, CityWords city, Clock clock) {
        this.database = database;
        this.city = city;
        this.clock = clock;
    }

    private record Counted(LocalDate day, List<Season> seasons) {}

    @Override
    public List<Season> ahead() {
        LocalDate today = city.dayOf(clock.instant());
        Counted known = counted;
        if (known == null || !known.day.equals(today)) {
            known = new Counted(today, count(today, first(today)));
            counted = known;
        }
        return known.seasons;
    }

    /// The day of the first appeal on record.
    private LocalDate first(LocalDate today) {
        return database.sql("select min(at) from appeals.appeal")
                .query((row, _) -> row.getObject(1, OffsetDateTime.class))
                .optional()
                .map(at -> city.dayOf(at.toInstant()))
                .orElse(today);
    }

    List<Season> count(LocalDate today, LocalDate first) {
        LocalDate from = today.plusDays(FROM_DAYS);
        LocalDate to = today.plusDays(TO_DAYS);
        Map<String, List<Year>> years = new TreeMap<>();
        for (int ago = 1; ago <= YEARS; ago++) {
            LocalDate begin = from.minusYears(ago).minusDays(HALF_A_YEAR);
            if (!first.isAfter(begin)) {
                year(from.minusYears(ago), to.minusYears(ago), today, years);
            }
        }
        return years.entrySet().stream()
                .filter(each -> standsOut(each.getValue(), from.getYear()))
                .sorted(Comparator.comparingDouble(
                        each -> -times(each.getValue().getFirst())))
                .map(each -> new Season(
                        each.getKey(),
                        from,
                        to,
                        each.getValue(),
                        some(each.getKey(), from.minusYears(1), to.minusYears(1))))
                .toList();
    }

    /// What lies ahead of today belongs to no year around.
    private void year(LocalDate from, LocalDate to, LocalDate today, Map<String, List<Year>> years) {
        LocalDate begin = from.minusDays(HALF_A_YEAR);
        LocalDate end = to.plusDays(HALF_A_YEAR).isAfter(today) ? today : to.plusDays(HALF_A_YEAR);
        double rest = begin.datesUntil(end).count() - (TO_DAYS - FROM_DAYS);
        database.sql(COUNTS)
                .params(start(from), start(to), start(begin), start(end))
                .query((row, _) -> year(row, from.getYear(), rest, years))
                .list();
    }

    private boolean year(ResultSet row, int year, double rest, Map<String, List<Year>> years) throws SQLException {
        int there = row.getInt("there");
        double usual = (row.getInt("around") - there) * (TO_DAYS - FROM_DAYS) / rest;
        return years.computeIfAbsent(row.getString("category"), _ -> new ArrayList<>())
                .add(new Year(year, there, usual));
    }

    private OffsetDateTime start(LocalDate day) {
        return AppealTable.stamp(day.atStartOfDay(city.zone()).toInstant());
    }

    private static boolean standsOut(List<Year> years, int ahead) {
        Year last = years.getFirst();
        long others = years.stream().skip(1).count();
        long alike = years.stream()
                .skip(1)
                .filter(year -> times(year) >= TIMES_OF_OTHERS)
                .count();
        return last.year() == ahead - 1 && last.count() >= FEWEST && times(last) >= TIMES && 2 * alike >= others;
    }

    /// How many times as many as usual; where usually there is none, one is taken for it.
    private static double times(Year year) {
        return year.count() / Math.max(1, year.usual());
    }

    private List<String> some(String category, LocalDate from, LocalDate to) {
        return database.sql(SOME)
                .params(category, start(from), start(to), EXAMPLES)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
