package org.rongyi.city.calendar;

import java.time.LocalDate;

/// Working days as the yearly notice of the State Council sets them: weekdays less holidays plus make-up days.
///
/// Every method throws [CalendarYearMissing] when it needs a year that has no table: never a silent guess.
public interface WorkingCalendar {
    boolean isWorkingDay(LocalDate day);

    /// The working day that lies `workingDays` (≥ 0) after `from`. The day itself does not count (Civil Code art. 201);
    /// 0 gives `from` when it is a working day, otherwise the next working day.
    LocalDate plus(LocalDate from, int workingDays);

    /// Working days after `from` up to and including `to`; negative when `to` lies before `from`.
    int between(LocalDate from, LocalDate to);
}
