package org.rongyi.definitions;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/// Which days one yearly notice takes out of the working days, and which it adds.
///
/// @param holidays days off, weekends within them included or not
/// @param makeUpDays days of a weekend that are worked
public record YearTable(int year, Set<LocalDate> holidays, Set<LocalDate> makeUpDays) {
    public YearTable {
        holidays = Set.copyOf(holidays);
        makeUpDays = Set.copyOf(makeUpDays);
    }

    public boolean isWorkingDay(LocalDate day) {
        if (makeUpDays.contains(day)) {
            return true;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !holidays.contains(day);
    }
}
