package org.rongyi.city.desk.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.rongyi.city.calendar.CalendarYearMissing;
import org.rongyi.city.calendar.WorkingCalendar;
import org.rongyi.city.ui.Page;
import org.springframework.stereotype.Component;

/// Dates of clocks as people read them: in working days, because the limits are in working days.
@Component
class DueWords {
    private static final int MINUTES = 60;

    private final WorkingCalendar calendar;
    private final Clock now;

    DueWords(WorkingCalendar calendar, Clock now) {
        this.calendar = calendar;
        this.now = now;
    }

    static LocalDate day(Page page, Instant instant) {
        return LocalDate.ofInstant(instant, page.city().zone());
    }

    /// 剩 3 天, 今天 17:00, 逾期 2 天 — short, for a table.
    ///
    /// @param now of the page's request
    String left(Page page, Instant due, boolean late) {
        LocalDate day = day(page, due);
        try {
            int days = calendar.between(page.today(), day);
            if (late) {
                return days == 0
                        ? page.say("已逾期", "Late")
                        : page.say("逾期 ", "") + page.quantity(-days, "个工作日", "working days late");
            }
            if (day.equals(page.today())) {
                return page.say("今天 ", "Today ") + time(page, due);
            }
            return page.say("剩 ", "") + page.quantity(days, "个工作日", "working days left");
        } catch (CalendarYearMissing noTableYet) {
            return page.relative(day);
        }
    }

    /// 2 个工作小时, 45 分钟.
    String hours(Page page, int minutes) {
        return minutes % MINUTES == 0
                ? page.quantity(minutes / MINUTES, "个工作小时", "working hours")
                : page.quantity(minutes, "分钟工作时间", "minutes of working time");
    }

    /// Of a clock that counts working time.
    String hoursLeft(Page page, Instant due) {
        try {
            long minutes = calendar.between(
                            LocalDateTime.ofInstant(now.instant(), page.city().zone()),
                            LocalDateTime.ofInstant(due, page.city().zone()))
                    .toMinutes();
            return page.say("还剩 ", "") + hours(page, (int) minutes) + page.say("", " left");
        } catch (CalendarYearMissing noTableYet) {
            return page.relative(day(page, due));
        }
    }

    /// Of a clock for whose year there is no table.
    String provisional(Page page, int workingDaysLeft) {
        String day = page.date(calendar.provisional(page.today(), workingDaysLeft));
        return page.say(
                "日历还没公布到那一年：大约 " + day + "，公布后才定。",
                "The calendar is not out for that year: about " + day + ", to be set when it is.");
    }

    /// Working days after one day to another; 0 where the calendar does not reach.
    int between(LocalDate from, LocalDate to) {
        try {
            return calendar.between(from, to);
        } catch (CalendarYearMissing noTableYet) {
            return 0;
        }
    }

    static String time(Page page, Instant instant) {
        LocalTime time = LocalTime.ofInstant(instant, page.city().zone());
        return "%02d:%02d".formatted(time.getHour(), time.getMinute());
    }
}
