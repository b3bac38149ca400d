package org.rongyi.city.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.calendar.CalendarYearMissing;
import org.rongyi.city.calendar.WorkingCalendar;
import org.rongyi.definitions.CaseKind;
import org.springframework.stereotype.Component;

/// Where working days become instants: when a clock runs out, and when its next alarm rings.
@Component
class Reckoning {
    /// A reminder comes when people come to work.
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    static final int REMINDER = 0;
    static final int DUE = 1;

    private final WorkingCalendar calendar;
    private final Times times;

    Reckoning(WorkingCalendar calendar, Times times) {
        this.calendar = calendar;
        this.times = times;
    }

    /// The raises that come after the due instant, in order; those at the due instant belong to it.
    static List<CaseKind.Raise> laterRaises(CaseKind.Clock clock) {
        return clock.raises().stream()
                .filter(raise -> raise.afterWorkingDays() > 0)
                .sorted((a, b) -> a.afterWorkingDays() - b.afterWorkingDays())
                .toList();
    }

    static List<Integer> levelsAtDue(CaseKind.Clock clock) {
        var levels = new ArrayList<Integer>();
        clock.raises().stream()
                .filter(raise -> raise.afterWorkingDays() == 0)
                .forEach(raise -> levels.add(raise.level()));
        return levels;
    }

    /// Sets the due instant forward from the day from which the clock counts.
    ///
    /// @return the year for which the calendar has no table, and then there is no due instant; otherwise 0
    int date(ClockRow clock, CaseKind.Clock kind, LocalTime dayEnds) {
        clock.changed = true;
        try {
            clock.dueAt = kind.length().calendarDays() > 0
                    ? end(clock.countsFrom.plusDays(clock.leftDays), dayEnds)
                    : due(clock, dayEnds);
            return 0;
        } catch (CalendarYearMissing missing) {
            clock.dueAt = null;
            return missing.year();
        }
    }

    /// Without a day left it is due on the same day; what begins after closing time, on the next.
    private Instant due(ClockRow clock, LocalTime dayEnds) {
        if (clock.lengthMinutes > 0) {
            LocalDateTime from = LocalDateTime.ofInstant(clock.startedAt, times.zone());
            return calendar.plus(from, Duration.ofMinutes(clock.lengthMinutes))
                    .atZone(times.zone())
                    .toInstant();
        }
        Instant due = end(calendar.plus(clock.countsFrom, clock.leftDays), dayEnds);
        Instant now = times.now();
        boolean closed = clock.leftDays == 0 && !due.isAfter(now) && clock.countsFrom.equals(times.dayOf(now));
        return closed ? end(calendar.plus(clock.countsFrom, 1), dayEnds) : due;
    }

    /// Takes off what was used up to this day.
    ///
    /// @throws CalendarYearMissing when that cannot be counted
    void use(ClockRow clock, LocalDate until) {
        clock.leftDays = Math.max(0, clock.leftDays - calendar.between(clock.countsFrom, until));
        clock.countsFrom = until;
        clock.changed = true;
    }

    /// Sets the next alarm under a new number, or none: a clock that stands still, is stopped or has no date is silent.
    void setAlarm(ClockRow clock, CaseKind.Clock kind, LocalTime dayEnds, Instant now) {
        clock.changed = true;
        clock.alarmNo++;
        clock.alarmAt = null;
        if (!clock.runs() || clock.dueAt == null) {
            return;
        }
        int last = DUE + laterRaises(kind).size();
        while (clock.step <= last && clock.alarmAt == null) {
            clock.alarmAt = alarm(clock, kind, dayEnds, now);
            if (clock.alarmAt == null) {
                clock.step++;
            }
        }
    }

    private @Nullable Instant alarm(ClockRow clock, CaseKind.Clock kind, LocalTime dayEnds, Instant now) {
        Instant due = Objects.requireNonNull(clock.dueAt);
        if (clock.step == REMINDER) {
            return reminder(clock, kind.remindWorkingDays(), now);
        }
        if (clock.step == DUE) {
            return due;
        }
        int after = laterRaises(kind).get(clock.step - DUE - 1).afterWorkingDays();
        try {
            return end(calendar.plus(times.dayOf(due), after), dayEnds);
        } catch (CalendarYearMissing beyondTheTables) {
            return due; // rather too early than never
        }
    }

    private @Nullable Instant reminder(ClockRow clock, int remind, Instant now) {
        if (remind == 0 || clock.leftDays <= remind) {
            return null;
        }
        LocalDate day = calendar.plus(clock.countsFrom, clock.leftDays - remind);
        Instant at = day.atTime(MORNING).atZone(times.zone()).toInstant();
        return at.isAfter(now) ? at : null;
    }

    private Instant end(LocalDate day, LocalTime dayEnds) {
        return day.atTime(dayEnds.withNano(0)).atZone(times.zone()).toInstant();
    }
}
