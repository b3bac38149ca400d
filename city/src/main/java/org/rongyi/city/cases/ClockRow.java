package org.rongyi.city.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A clock while a command works on it.
///
/// The working days left are counted from the day after `countsFrom`. A pause takes off what was used and keeps the
/// rest; the clock then counts from the day on which it runs again.
final class ClockRow {
    /// The kernel's own: how long a case may be without a handler.
    static final String ASSIGNMENT = "assignment";

    long id;
    final String clock;
    final Instant startedAt;
    int lengthDays;
    /// Of a clock that counts working time from its start; 0: it counts days.
    int lengthMinutes;
    LocalDate countsFrom;
    int leftDays;
    int extensions;
    /// How many of its alarms are behind it: the reminder, the due instant, each raise.
    int step;
    int alarmNo;

    @Nullable
    Instant dueAt;

    @Nullable
    Instant pausedAt;

    @Nullable
    String pauseReason;

    @Nullable
    Instant ranOutAt;

    @Nullable
    Instant stoppedAt;

    @Nullable
    Instant alarmAt;

    /// An extension waits for its answer.
    boolean asked;

    boolean changed;

    ClockRow(String clock, Instant startedAt, LocalDate countsFrom, int lengthDays) {
        this.clock = clock;
        this.startedAt = startedAt;
        this.countsFrom = countsFrom;
        this.lengthDays = lengthDays;
        this.leftDays = lengthDays;
        this.changed = true;
    }

    static ClockRow inHours(String clock, Instant startedAt, LocalDate today, int minutes) {
        ClockRow row = new ClockRow(clock, startedAt, today, 0);
        row.lengthMinutes = minutes;
        return row;
    }

    boolean isNew() {
        return id == 0;
    }

    boolean stands() {
        return pausedAt != null;
    }

    boolean runs() {
        return stoppedAt == null && pausedAt == null;
    }

    boolean undated() {
        return runs() && dueAt == null;
    }

    boolean ofKernel() {
        return clock.equals(ASSIGNMENT);
    }
}
