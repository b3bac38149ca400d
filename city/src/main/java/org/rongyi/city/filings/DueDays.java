package org.rongyi.city.filings;

import java.time.LocalDate;
import java.util.Optional;
import org.rongyi.city.calendar.CalendarYearMissing;
import org.rongyi.city.calendar.WorkingCalendar;

/// When a day off moves a last day, and how far.
final class DueDays {
    /// So many holidays in a row lengthen a period (税收征管法实施细则 art. 109).
    private static final int LONG_HOLIDAY = 3;

    private final WorkingCalendar calendar;

    DueDays(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /// Empty when the days off of a year that counts are not published.
    Optional<LocalDate> day(LocalDate nominal, FilingRule.Shift shift) {
        try {
            return Optional.of(
                    switch (shift) {
                        case NONE -> nominal;
                        case NEXT -> calendar.plus(nominal, 0);
                        case TAX -> calendar.plus(nominal, daysOff(nominal));
                    });
        } catch (CalendarYearMissing unpublished) {
            return Optional.empty();
        }
    }

    /// Days of long holidays from the first of the month to the last day, when these are three or more.
    private int daysOff(LocalDate last) {
        int all = 0;
        int row = 0;
        for (LocalDate day = last.withDayOfMonth(1); !day.isAfter(last); day = day.plusDays(1)) {
            row = calendar.isHoliday(day) ? row + 1 : 0;
            if (row == LONG_HOLIDAY) {
                all += LONG_HOLIDAY;
            } else if (row > LONG_HOLIDAY) {
                all++;
            }
        }
        return all;
    }
}
