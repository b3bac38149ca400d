package org.rongyi.city.cases;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Begins a command under the lock of its case, and writes what it did. Both happen in the caller's transaction.
@Component
class Works {
    private final Files files;
    private final Clocks clocks;
    private final Tasks tasks;
    private final Timeline timeline;
    private final Owners owners;
    private final Closings closings;
    private final Times times;
    private final ApplicationEventPublisher events;

    Works(
            Files files,
            Clocks clocks,
            Tasks tasks,
            Timeline timeline,
            Owners owners,
            Closings closings,
            Times times,
            ApplicationEventPublisher events) {
        this.files = files;
        this.clocks = clocks;
        this.tasks = tasks;
        this.timeline = timeline;
        this.owners = owners;
        this.closings = closings;
        this.times = times;
        this.events = events;
    }

    /// The time is taken under the lock: what a case sees happens in the order in which it is written.
    Optional<Work> begin(long caseId, Actor actor) {
        return files.lock(caseId).map(file -> {
            Instant now = times.now();
            List<ClockRow> alive = file.open() ? clocks.alive(caseId) : List.of();
            return new Work(file, actor, now, times.dayOf(now), alive, false);
        });
    }

    /// One on each of these cases, of which the caller has the locks.
    List<Work> beginLocked(List<Long> cases, Actor actor) {
        Map<Long, List<ClockRow>> alive = clocks.alive(cases);
        Instant now = times.now();
        return files.find(cases).stream()
                .map(file -> {
                    List<ClockRow> own = file.open() ? alive.getOrDefault(file.id, List.of()) : List.<ClockRow>of();
                    return new Work(file, actor, now, times.dayOf(now), own, false);
                })
                .toList();
    }

    Work beginNew(CaseRow file, Actor actor) {
        return new Work(file, actor, file.openedAt, times.dayOf(file.openedAt), List.of(), true);
    }

    /// @return the case as it stands now
    Case finish(Work work) {
        CaseRow file = work.file;
        Instant dueBefore = file.dueAt;
        date(work);
        settleOwner(work);
        if (work.moved && !work.opening) {
            file.revision++;
        }
        List<byte[]> hashes = timeline.chain(file, work.entries);
        if (work.opening) {
            files.insert(file, work.by());
        } else {
            files.save(file);
        }
        timeline.write(file, work.entries, hashes);
        clocks.save(file.id, work.clocks.stream().filter(clock -> clock.changed).toList());
        work.writes.forEach(Runnable::run);
        if (!file.open()) {
            closings.note(file);
        }
        writeTasks(work, !Objects.equals(dueBefore, file.dueAt));
        // First: what is done in answer to an event saves the case again, and the later word counts.
        events.publishEvent(new CaseSaved(file.view(), due(work)));
        work.events.forEach(events::publishEvent);
        return file.view();
    }

    private static void date(Work work) {
        Instant due = null;
        boolean paused = false;
        for (ClockRow clock : work.clocks) {
            if (clock.stoppedAt == null && !clock.ofKernel()) {
                due = earlier(due, clock.dueAt);
                paused |= clock.stands();
            }
        }
        work.file.dueAt = due;
        work.file.paused = paused;
    }

    private static Map<String, Instant> due(Work work) {
        Map<String, Instant> due = new HashMap<>();
        for (ClockRow clock : work.clocks) {
            Instant at = clock.dueAt;
            if (clock.stoppedAt == null && !clock.ofKernel() && at != null) {
                due.put(clock.clock, at);
            }
        }
        return due;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    /// While a clock has run out, or a dispute is open, the level that was told answers. Otherwise it is the handler,
    /// and while there is none the lowest level.
    private void settleOwner(Work work) {
        CaseRow file = work.file;
        boolean told = work.clocks.stream().anyMatch(clock -> clock.stoppedAt == null && clock.ranOutAt != null);
        if (!file.open() || told || file.standing == Case.Standing.DISPUTED) {
            return;
        }
        if (file.reopened > 0) {
            answerAbove(work);
            return;
        }
        if (file.handler != null) {
            file.owner = file.handler;
        } else if (work.opening || work.passed || file.level > 0) {
            file.owner = owners.from(file.kind, 0, file.unit);
        }
        file.level = 0;
    }

    /// What was reopened is answered for by its level, whoever handles it.
    private void answerAbove(Work work) {
        CaseRow file = work.file;
        int floor = file.floor();
        if (work.passed || file.level != floor + 1) {
            file.owner = owners.from(file.kind, floor, file.unit);
        }
        file.level = floor + 1;
    }

    private void writeTasks(Work work, boolean redated) {
        CaseRow file = work.file;
        if (!file.open()) {
            tasks.allDone(file);
            return;
        }
        for (Work.TaskChange change : work.tasks) {
            if (change.words() == null) {
                tasks.done(file, change.what(), change.clock());
            } else {
                tasks.add(file, change.what(), change.clock(), change.words(), change.assignee(), work.now);
            }
        }
        if (work.entered || work.stepsChanged) {
            tasks.replaceForState(file, work.now);
        } else if (work.passed || redated) {
            tasks.follow(file);
        }
    }
}
