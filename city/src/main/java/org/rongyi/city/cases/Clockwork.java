package org.rongyi.city.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.cases.CaseEvent.CaseDueSoon;
import org.rongyi.city.cases.CaseEvent.CaseOverdue;
import org.rongyi.city.cases.CaseEvent.CaseRaised;
import org.rongyi.city.cases.CaseEvent.CaseRedated;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;

/// Starts, stops, pauses and extends the clocks of a case, and does what is to be done when an alarm rings.
@Component
class Clockwork {
    private final Reckoning reckoning;
    private final Clocks clocks;
    private final Tasks tasks;
    private final Owners owners;
    private final Times times;

    Clockwork(Reckoning reckoning, Clocks clocks, Tasks tasks, Owners owners, Times times) {
        this.reckoning = reckoning;
        this.clocks = clocks;
        this.tasks = tasks;
        this.owners = owners;
        this.times = times;
    }

    /// What an event does to the clocks, the opening included.
    void follow(Work work, String event, @Nullable String proof) {
        for (CaseKind.Clock kind : work.file.kind.clocks()) {
            ClockRow clock = work.clock(kind.id()).orElse(null);
            if (clock != null && kind.stops().contains(event)) {
                stop(work, clock);
                clock = null;
            }
            if (clock == null) {
                kind.starts().stream()
                        .filter(start -> start.event().equals(event))
                        .findFirst()
                        .ifPresent(start -> start(work, kind, start.fromOpening()));
            } else if (clock.stands()) {
                boolean ends = kind.pause(Objects.requireNonNull(clock.pauseReason))
                        .filter(reason -> event.equals(reason.ends()))
                        .isPresent();
                if (ends) {
                    resume(work, clock);
                }
            } else {
                beginByEvent(work, kind, clock, event, proof);
            }
        }
    }

    private void beginByEvent(Work work, CaseKind.Clock kind, ClockRow clock, String event, @Nullable String proof) {
        for (CaseKind.PauseReason reason : kind.pauses()) {
            if (event.equals(reason.begins()) && clock.ranOutAt == null) {
                pause(work, clock, reason.id(), Objects.requireNonNull(proof, "a pause needs its proof"));
            }
        }
    }

    private void start(Work work, CaseKind.Clock kind, boolean fromOpening) {
        CaseRow file = work.file;
        Integer promised = file.limits.get(kind.id());
        if (promised == null && kind.onlyPromised()) {
            return;
        }
        LocalDate from = fromOpening ? times.dayOf(file.openedAt) : work.today;
        CaseKind.Length length = kind.length();
        int most = length.inHours() ? length.workingMinutes() : length.workingDays() + length.calendarDays();
        int lasts = promised == null ? most : promised;
        ClockRow clock = length.inHours()
                ? ClockRow.inHours(kind.id(), work.now, from, lasts)
                : new ClockRow(kind.id(), work.now, from, lasts);
        work.clocks.add(clock);
        date(work, clock);
        reckoning.setAlarm(clock, kind, file.kind.dayEnds(), work.now);
    }

    private void date(Work work, ClockRow clock) {
        int missingYear = reckoning.date(clock, work.kindOf(clock), work.file.kind.dayEnds());
        if (missingYear != 0) {
            work.missingYear = missingYear;
            work.note(Entry.What.UNDATED, clock.clock, Integer.toString(missingYear), Step.Grounds.NONE);
        }
        work.events.add(new CaseRedated(work.file.event(), clock.clock, clock.dueAt));
    }

    /// The calendar has the year at last.
    void dateAgain(Work work) {
        for (ClockRow clock : work.clocks) {
            if (clock.undated() && reckoning.date(clock, work.kindOf(clock), work.file.kind.dayEnds()) == 0) {
                work.note(Entry.What.DATED, clock.clock, null, Step.Grounds.NONE);
                work.events.add(new CaseRedated(work.file.event(), clock.clock, clock.dueAt));
                setAlarm(work, clock);
            }
        }
    }

    private void setAlarm(Work work, ClockRow clock) {
        reckoning.setAlarm(clock, work.kindOf(clock), work.file.kind.dayEnds(), work.now);
    }

    void stop(Work work, ClockRow clock) {
        clock.stoppedAt = work.now;
        if (clock.stands()) {
            work.writes.add(() -> clocks.endPause(clock, work.now, work.by()));
            clock.pausedAt = null;
            clock.pauseReason = null;
        }
        answer(work, clock, false);
        if (clock.ranOutAt != null) {
            work.taskDone(Tasks.What.RAISED, clock.clock);
        }
        setAlarm(work, clock);
    }

    void stopAll(Work work) {
        work.clocks.stream().filter(clock -> clock.stoppedAt == null).forEach(clock -> stop(work, clock));
    }

    /// @throws CalendarYearMissing when what was used cannot be counted
    void pause(Work work, ClockRow clock, String reason, String proof) {
        reckoning.use(clock, work.today);
        clock.pausedAt = work.now;
        clock.pauseReason = reason;
        clock.dueAt = null;
        setAlarm(work, clock);
        work.writes.add(() -> clocks.beginPause(clock, reason, proof, work.now, work.by()));
        work.events.add(new CaseRedated(work.file.event(), clock.clock, null));
    }

    void resume(Work work, ClockRow clock) {
        work.writes.add(() -> clocks.endPause(clock, work.now, work.by()));
        clock.pausedAt = null;
        clock.pauseReason = null;
        clock.countsFrom = work.today;
        date(work, clock);
        setAlarm(work, clock);
    }

    /// The handler asks for more time; who may approve it gets a task.
    void ask(Work work, ClockRow clock, CaseKind.Extension extension, String reason) {
        work.writes.add(() -> clocks.askExtension(clock, extension.workingDays(), reason, work.now, work.by()));
        clock.asked = true;
        clock.changed = true;
        work.note(Entry.What.EXTENSION_ASKED, clock.clock, null, new Step.Grounds(reason, null, null));
        String approver = extension.by().stream()
                .map(who -> who instanceof CaseKind.Who.InRole role ? owners.holder(role, work.file.unit) : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> owners.from(work.file.kind, 0, work.file.unit));
        Words name = work.kindOf(clock).name();
        work.task(
                Tasks.What.EXTENSION,
                clock.clock,
                new Words("审批延期：" + name.zh(), "Decide on more time: " + name.en()),
                approver);
    }

    /// An extension that nobody asked for is left alone.
    void answer(Work work, ClockRow clock, boolean granted) {
        if (clock.asked) {
            work.writes.add(() -> clocks.answerExtension(clock, granted, work.now, work.by()));
            clock.asked = false;
            clock.changed = true;
            work.taskDone(Tasks.What.EXTENSION, clock.clock);
        }
    }

    void extend(Work work, ClockRow clock, int workingDays) {
        clock.extensions++;
        clock.lengthDays += workingDays;
        clock.leftDays += workingDays;
        clock.step = Reckoning.REMINDER;
        clock.changed = true;
        if (!clock.stands()) {
            date(work, clock);
            setAlarm(work, clock);
        }
    }

    /// Nobody handles the case now: from here on it is counted for how long.
    void startAssignment(Work work) {
        CaseKind.Delay delay = Assignments.delay(work.file);
        ClockRow clock = new ClockRow(ClockRow.ASSIGNMENT, work.now, work.today, delay.workingDays());
        work.clocks.add(clock);
        boolean atOnce =
                delay.workingDays() == 0 || reckoning.date(clock, work.kindOf(clock), work.file.kind.dayEnds()) != 0;
        if (atOnce) {
            // Without a table for the year too: rather too early than never.
            clock.ranOutAt = work.now;
            clock.step = Reckoning.DUE + 1;
            raise(work, clock, delay.level());
        } else {
            clock.step = Reckoning.DUE;
            setAlarm(work, clock);
        }
    }

    void stopAssignment(Work work) {
        work.clock(ClockRow.ASSIGNMENT).ifPresent(clock -> stop(work, clock));
    }

    /// An alarm rang. Its step is behind the clock afterwards, so that it has its effect once.
    ///
    /// @return the event that the clock brings about, if the case stands so that it can happen
    @Nullable
    String ring(Work work, ClockRow clock) {
        CaseKind.Clock kind = work.kindOf(clock);
        int step = clock.step++;
        String event = null;
        if (step == Reckoning.REMINDER) {
            work.note(Entry.What.REMINDED, clock.clock, work.file.owner, Step.Grounds.NONE);
            work.events.add(new CaseDueSoon(work.file.event(), clock.clock, clock.dueAt, work.file.owner));
        } else if (step == Reckoning.DUE) {
            clock.ranOutAt = work.now;
            event = tacit(work, kind);
            if (event == null) {
                runOut(work, clock, kind);
            }
        } else {
            raise(
                    work,
                    clock,
                    Reckoning.laterRaises(kind).get(step - Reckoning.DUE - 1).level());
        }
        setAlarm(work, clock);
        return event;
    }

    private static @Nullable String tacit(Work work, CaseKind.Clock kind) {
        String event = kind.runsOut();
        return event != null
                        && work.file
                                .kind
                                .event(event)
                                .filter(each -> each.from().contains(work.file.state))
                                .isPresent()
                ? event
                : null;
    }

    private void runOut(Work work, ClockRow clock, CaseKind.Clock kind) {
        answer(work, clock, false);
        if (!clock.ofKernel()) {
            work.note(Entry.What.OVERDUE, clock.clock, null, Step.Grounds.NONE);
            work.events.add(new CaseOverdue(work.file.event(), clock.clock, work.file.owner));
        }
        List<Integer> levels = Reckoning.levelsAtDue(kind);
        levels.forEach(level -> raise(work, clock, level));
    }

    /// Tells a level: its owner answers from now on.
    private void raise(Work work, ClockRow clock, int level) {
        CaseRow file = work.file;
        CaseKind.Level told = file.kind.levels().get(level);
        file.owner = owners.from(file.kind, level, file.unit);
        file.level = Math.max(file.level, level + 1);
        work.note(Entry.What.RAISED, told.id(), file.owner, Step.Grounds.NONE);
        if (!file.owner.isEmpty() && !file.owner.equals(file.handler)) {
            work.task(Tasks.What.RAISED, clock.clock, words(work, clock), file.owner);
        }
        work.events.add(new CaseRaised(file.event(), file.level, file.owner));
    }

    /// Not solved: the next step of the ladder answers, and names somebody who has not had the case.
    void reopen(Work work) {
        CaseRow file = work.file;
        file.reopened++;
        file.handBy(null);
        file.standing = Case.Standing.REOPENED;
        work.passed = true;
        stopAssignment(work);
        startAssignment(work);
        work.events.add(new CaseEvent.CasePassed(file.event(), file.unit, file.standing));
    }

    /// Somebody who handled or answered for the case is no longer there.
    void vacate(Work work, String gone) {
        CaseRow file = work.file;
        if (gone.equals(file.handler)) {
            file.handBy(null);
            work.passed = true;
            work.note(Entry.What.VACATED, null, gone, Step.Grounds.NONE);
            startAssignment(work);
        }
        if (gone.equals(file.owner)) {
            // The level that was told keeps the case; while none was, the lowest gets it.
            int level = Math.max(0, file.level - 1);
            file.owner = owners.from(file.kind, level, file.unit);
            work.note(Entry.What.VACATED, file.kind.levels().get(level).id(), file.owner, Step.Grounds.NONE);
            work.writes.add(() -> tasks.reassign(file.id, gone, file.owner));
        }
    }

    private static Words words(Work work, ClockRow clock) {
        if (clock.ofKernel()) {
            return Assignments.told(work.file);
        }
        Words name = work.kindOf(clock).name();
        return new Words("督办：" + name.zh() + "已过", "See to it: overdue, " + name.en());
    }
}
