package org.rongyi.city.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;

/// Working days as the yearly notice of the State Council sets them: weekdays less holidays plus make-up days.
///
/// Every method but [#provisional] throws [CalendarYearMissing] when it needs a year that has no table: never a silent
/// guess.
public interface WorkingCalendar {
    boolean isWorkingDay(LocalDate day);

    /// Whether the notice names the day as one off; a weekend beside a holiday is one only where it is named.
    boolean isHoliday(LocalDate day);

    /// The working day that lies `workingDays` (≥ 0) after `from`. The day itself does not count (Civil Code art. 201);
    /// 0 gives `from` when it is a working day, otherwise the next working day.
    LocalDate plus(LocalDate from, int workingDays);

    /// Working days after `from` up to and including `to`; negative when `to` lies before `from`.
    int between(LocalDate from, LocalDate to);

    /// About when so many working days after `from` will have passed, where the calendar does not reach: in a year
    /// without a table every weekday counts. To be shown as provisional, never to be held against anybody.
    default LocalDate provisional(LocalDate from, int workingDays) {
        LocalDate day = from;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            left -= isProbablyWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    private boolean isProbablyWorkingDay(LocalDate day) {
        try {
            return isWorkingDay(day);
        } catch (CalendarYearMissing noTableYet) {
            return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
        }
    }

    /// The moment at which so much working time has passed after `from`; what begins outside of the hours counts from
    /// the next moment of work.
    LocalDateTime plus(LocalDateTime from, Duration workingTime);

    /// Working time after `from` up to `to`; none when `to` lies before it.
    Duration between(LocalDateTime from, LocalDateTime to);
}
