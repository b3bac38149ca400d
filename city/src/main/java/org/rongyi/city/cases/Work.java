package org.rongyi.city.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Person;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.Words;

/// One command on one case: what it changes, until it is written.
final class Work {
    final CaseRow file;
    final Actor actor;
    final Instant now;
    final LocalDate today;
    /// Those that are not stopped, and those that this command starts.
    final List<ClockRow> clocks;

    final List<Entry> entries = new ArrayList<>();
    final List<CaseEvent> events = new ArrayList<>();
    /// Tasks to make and to strike out, in order.
    final List<TaskChange> tasks = new ArrayList<>();

    /// What else is to be written: a command that is refused half-way must have written nothing.
    final List<Runnable> writes = new ArrayList<>();

    final boolean opening;
    /// The state was entered by this command.
    boolean entered;
    /// Department or handler are others.
    boolean passed;
    /// A step inside was asked for or done.
    boolean stepsChanged;
    /// Something that decides what can be done next.
    boolean moved;
    /// A year for which the calendar has no table.
    int missingYear;

    Work(CaseRow file, Actor actor, Instant now, LocalDate today, List<ClockRow> clocks, boolean opening) {
        this.file = file;
        this.actor = actor;
        this.now = now;
        this.today = today;
        this.clocks = new ArrayList<>(clocks);
        this.opening = opening;
    }

    record TaskChange(
            Tasks.What what,
            String clock,
            @Nullable Words words,
            @Nullable String assignee) {}

    String by() {
        return switch (actor) {
            case Actor.Person(var acting) -> acting.account();
            case Actor.House(String room) -> room;
            case TheClock _ -> TheClock.NAME;
        };
    }

    private String name() {
        return switch (actor) {
            case Actor.Person(var acting) -> named(acting.person());
            case Actor.House(String room) -> room;
            case TheClock _ -> TheClock.NAME;
        };
    }

    private static String named(Person person) {
        return person.department().isEmpty() ? person.name() : person.department() + " " + person.name();
    }

    Optional<ClockRow> clock(String id) {
        return clocks.stream()
                .filter(clock -> clock.clock.equals(id) && clock.stoppedAt == null)
                .findFirst();
    }

    void note(Entry.What what, @Nullable String subject, @Nullable String target, Step.Grounds grounds) {
        add(what, subject, target, null, null, grounds);
    }

    void noteMove(String event, String from, String to, Step.Grounds grounds) {
        add(Entry.What.MOVED, event, null, from, to, grounds);
    }

    private void add(
            Entry.What what,
            @Nullable String subject,
            @Nullable String target,
            @Nullable String from,
            @Nullable String to,
            Step.Grounds grounds) {
        entries.add(new Entry(
                file.entries + entries.size() + 1,
                now,
                by(),
                name(),
                what,
                subject,
                target,
                from,
                to,
                grounds.reason(),
                grounds.basis(),
                grounds.proof()));
        moved |= what != Entry.What.COMMENTED && what != Entry.What.REMINDED;
    }

    void task(Tasks.What what, String clock, Words words, @Nullable String assignee) {
        tasks.add(new TaskChange(what, clock, words, assignee));
    }

    void taskDone(Tasks.What what, String clock) {
        tasks.add(new TaskChange(what, clock, null, null));
    }

    /// The clock as its kind has it; the kernel's own one follows how the department came by the case.
    CaseKind.Clock kindOf(ClockRow clock) {
        return clock.ofKernel()
                ? Assignments.clock(file)
                : file.kind
                        .clock(clock.clock)
                        .orElseThrow(() -> new IllegalStateException("no clock (" + clock.clock + ") in its kind"));
    }
}
