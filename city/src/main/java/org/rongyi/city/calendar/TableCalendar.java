package org.rongyi.city.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rongyi.definitions.YearTable;

/// Working days from the tables of the years, counted day by day: a period is a few hundred days at most.
final class TableCalendar implements WorkingCalendar {
    private final Map<Integer, YearTable> years;

    TableCalendar(Collection<YearTable> years) {
        this.years = years.stream().collect(Collectors.toUnmodifiableMap(YearTable::year, Function.identity()));
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        YearTable year = years.get(day.getYear());
        if (year == null) {
            throw new CalendarYearMissing(day.getYear());
        }
        return year.isWorkingDay(day);
    }

    @Override
    public LocalDate plus(LocalDate from, int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("working days (" + workingDays + ") must not be negative");
        }
        LocalDate day = from;
        if (workingDays == 0) {
            while (!isWorkingDay(day)) {
                day = day.plusDays(1);
            }
            return day;
        }
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    @Override
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }
}
