package org.rongyi.city.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/// What one yearly notice says.
///
/// @param holidays days off, weekends within them included or not
/// @param makeUpDays days of a weekend that are worked
record YearTable(int year, Set<LocalDate> holidays, Set<LocalDate> makeUpDays) {
    boolean isWorkingDay(LocalDate day) {
        if (makeUpDays.contains(day)) {
            return true;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !holidays.contains(day);
    }
}
