package org.rongyi.city.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rongyi.definitions.OfficeHours;
import org.rongyi.definitions.YearTable;

/// Working days from the tables of the years, counted day by day: a period is a few hundred days at most.
final class TableCalendar implements WorkingCalendar {
    private final Map<Integer, YearTable> years;
    private final OfficeHours hours;

    TableCalendar(Collection<YearTable> years, OfficeHours hours) {
        this.years = years.stream().collect(Collectors.toUnmodifiableMap(YearTable::year, Function.identity()));
        this.hours = hours;
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return year(day).isWorkingDay(day);
    }

    @Override
    public boolean isHoliday(LocalDate day) {
        return year(day).holidays().contains(day);
    }

    private YearTable year(LocalDate day) {
        YearTable year = years.get(day.getYear());
        if (year == null) {
            throw new CalendarYearMissing(day.getYear());
        }
        return year;
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

    @Override
    public LocalDateTime plus(LocalDateTime from, Duration workingTime) {
        if (workingTime.isNegative()) {
            throw new IllegalArgumentException("working time (" + workingTime + ") must not be negative");
        }
        Duration left = workingTime;
        for (LocalDate day = from.toLocalDate(); ; day = day.plusDays(1)) {
            if (!isWorkingDay(day)) {
                continue;
            }
            for (OfficeHours.Span span : hours.spans()) {
                LocalDateTime begin = later(day.atTime(span.from()), from);
                LocalDateTime end = day.atTime(span.to());
                if (begin.isBefore(end)) {
                    Duration here = Duration.between(begin, end);
                    if (left.compareTo(here) <= 0) {
                        return begin.plus(left);
                    }
                    left = left.minus(here);
                }
            }
        }
    }

    @Override
    public Duration between(LocalDateTime from, LocalDateTime to) {
        Duration time = Duration.ZERO;
        for (LocalDate day = from.toLocalDate(); !day.isAfter(to.toLocalDate()); day = day.plusDays(1)) {
            if (!isWorkingDay(day)) {
                continue;
            }
            for (OfficeHours.Span span : hours.spans()) {
                LocalDateTime begin = later(day.atTime(span.from()), from);
                LocalDateTime end = day.atTime(span.to()).isAfter(to) ? to : day.atTime(span.to());
                if (begin.isBefore(end)) {
                    time = time.plus(Duration.between(begin, end));
                }
            }
        }
        return time;
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }
}
