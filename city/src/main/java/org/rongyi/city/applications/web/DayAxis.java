package org.rongyi.city.applications.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.rongyi.city.applications.web.TrackingView.Bar;
import org.rongyi.city.applications.web.TrackingView.Tick;
import org.rongyi.city.calendar.CalendarYearMissing;
import org.rongyi.city.calendar.WorkingCalendar;

/// Working days side by side, each as wide as the other. Where the calendar has no further year, it ends.
final class DayAxis {
    /// With more, names of days would run into each other.
    private static final int MOST_NAMES = 10;
    private static final int MOST_DAYS = 120;
    /// A hair between two bars that meet.
    private static final double GAP = 0.3;
    private static final double WHOLE = 100;

    private final WorkingCalendar calendar;
    private final List<LocalDate> days;

    private DayAxis(WorkingCalendar calendar, List<LocalDate> days) {
        this.calendar = calendar;
        this.days = days;
    }

    /// @param first and what comes before it begins with it
    static DayAxis of(WorkingCalendar calendar, LocalDate first, LocalDate last) {
        List<LocalDate> days = new ArrayList<>();
        try {
            LocalDate day = calendar.plus(first, 0);
            while (days.isEmpty() || !day.isAfter(last) && days.size() < MOST_DAYS) {
                days.add(day);
                day = calendar.plus(day, 1);
            }
        } catch (CalendarYearMissing theEnd) {
            if (days.isEmpty()) {
                days.add(first);
            }
        }
        return new DayAxis(calendar, days);
    }

    int size() {
        return days.size();
    }

    LocalDate first() {
        return days.getFirst();
    }

    LocalDate last() {
        return days.getLast();
    }

    /// The place of a day; what is no working day counts as the next one.
    int cell(LocalDate day) {
        if (!day.isAfter(days.getFirst())) {
            return 0;
        }
        for (int place = 0; place < days.size(); place++) {
            if (!days.get(place).isBefore(day)) {
                return place;
            }
        }
        return days.size() - 1;
    }

    /// The day so many working days later; the last one where the calendar ends.
    LocalDate plus(LocalDate day, int workingDays) {
        try {
            return calendar.plus(day, workingDays);
        } catch (CalendarYearMissing theEnd) {
            return last().isAfter(day) ? last() : day;
        }
    }

    /// @param from place where it begins, 0 for the left end of the first day
    /// @param to place where it ends
    Bar bar(String look, double from, double to) {
        double width = Math.max(0, (to - from) * WHOLE / days.size() - 2 * GAP);
        return new Bar(look, percent(from * WHOLE / days.size() + GAP), percent(width));
    }

    String at(double place) {
        return percent(place * WHOLE / days.size());
    }

    /// As many names as there is room for, each in the middle of its day.
    List<Tick> ticks(Function<LocalDate, String> name) {
        int every = Math.ceilDiv(days.size(), MOST_NAMES);
        List<Tick> ticks = new ArrayList<>();
        for (int place = 0; place < days.size(); place += every) {
            ticks.add(new Tick(at(place + 0.5), name.apply(days.get(place))));
        }
        return ticks;
    }

    /// Lines between the named days.
    List<String> lines() {
        int every = Math.ceilDiv(days.size(), MOST_NAMES);
        List<String> lines = new ArrayList<>();
        for (int place = every; place < days.size(); place += every) {
            lines.add(at(place));
        }
        return lines;
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }
}
