package org.rongyi.city.cases;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.calendar.CalendarYearMissing;
import org.rongyi.city.cases.CaseEvent.StepAnswered;
import org.rongyi.city.cases.Step.Grounds;
import org.rongyi.city.identity.Acting;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.CaseKind.Need;
import org.rongyi.definitions.CaseKind.Who;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcInnerSteps implements InnerSteps {
    private final Works works;
    private final StepTable steps;
    private final Tasks tasks;
    private final Owners owners;
    private final Clockwork clockwork;
    private final Timeline timeline;
    private final TransactionTemplate transaction;

    JdbcInnerSteps(
            Works works,
            StepTable steps,
            Tasks tasks,
            Owners owners,
            Clockwork clockwork,
            Timeline timeline,
            PlatformTransactionManager transactions) {
        this.works = works;
        this.steps = steps;
        this.tasks = tasks;
        this.owners = owners;
        this.clockwork = clockwork;
        this.timeline = timeline;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void ask(long caseId, InnerStep step, Actor by, @Nullable String proof) {
        change(caseId, by, work -> {
            work.note(Entry.What.STEP_ASKED, written(step.name()), null, Grounds.NONE);
            stopClocks(work, step, proof);
            work.writes.add(() -> {
                steps.insert(work.file, step);
                put(work, step);
            });
        });
    }

    private void change(long caseId, Actor by, Consumer<Work> command) {
        transaction.executeWithoutResult(_ -> {
            Work work = works.begin(caseId, by)
                    .filter(begun -> begun.file.open())
                    .orElseThrow(() -> new IllegalArgumentException("there is no open case (" + caseId + ")"));
            work.stepsChanged = true;
            command.accept(work);
            works.finish(work);
        });
    }

    private void put(Work work, InnerStep step) {
        CaseRow file = work.file;
        switch (step.who()) {
            case Who.InRole role -> {
                String unit = Owners.department(role, file.unit);
                String holder = role.role().equals("LEADER") ? owners.holder(role, file.unit) : null;
                boolean vacant = role.role().equals("LEADER") && holder == null;
                String assignee = vacant ? owners.from(file.kind, 0, file.unit) : holder;
                tasks.addStep(file, step, unit == null ? file.unit : unit, assignee, work.now);
            }
            case Who.Party party ->
                tasks.addStep(file, step, file.unit, party == Who.Party.UNIT ? null : file.handler, work.now);
        }
    }

    /// The clock whose kind lists the reason; one that stands still already, or has run out, is left alone.
    private void stopClocks(Work work, InnerStep step, @Nullable String proof) {
        String reason = step.pause();
        if (reason == null || proof == null) {
            return;
        }
        for (CaseKind.Clock kind : work.file.kind.clocks()) {
            ClockRow clock = work.clock(kind.id()).orElse(null);
            if (clock != null
                    && kind.pause(reason).isPresent()
                    && !clock.stands()
                    && clock.ranOutAt == null
                    && paused(work, clock, reason, proof)) {
                work.note(Entry.What.PAUSED, kind.id(), reason, new Grounds(null, null, proof));
            }
        }
    }

    /// A clock that the calendar cannot count runs on: rather too early than never.
    private boolean paused(Work work, ClockRow clock, String reason, String proof) {
        try {
            clockwork.pause(work, clock, reason, proof);
            return true;
        } catch (CalendarYearMissing missing) {
            return false;
        }
    }

    @Override
    public Handling answer(Step step, String key, String answer) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            Work work = works.begin(step.caseId(), step.by()).orElse(null);
            if (work == null) {
                return new Handling.NoSuchCase(step.caseId());
            }
            Integer seen = step.seen();
            if (seen != null && seen != work.file.revision) {
                return new Handling.ChangedMeanwhile(work.file.view(), timeline.last(work.file.id));
            }
            InnerStep inner = steps.find(work.file.id, key).orElse(null);
            if (inner == null || !work.file.open()) {
                return new Handling.NotNow(work.file.view());
            }
            if (!mayAnswer(step.by(), work.file, inner)) {
                return new Handling.NotYours(List.of(inner.who()));
            }
            InnerStep.Choice choice = inner.choice(answer);
            if (choice.proof() && step.grounds().proof() == null) {
                return new Handling.Missing(Set.of(Need.PROOF));
            }
            work.stepsChanged = true;
            work.note(Entry.What.STEP_ANSWERED, written(inner.name()), written(choice.name()), step.grounds());
            runClocks(work, inner);
            work.writes.add(() -> remove(work.file, key));
            work.events.add(new StepAnswered(work.file.event(), key, answer, step));
            return new Handling.Done(works.finish(work));
        }));
    }

    boolean mayAnswer(Actor by, CaseRow file, InnerStep step) {
        return Rights.may(List.of(step.who()), by, file)
                || by instanceof Actor.Person(Acting acting) && steps.assigned(acting, file.id, step.key());
    }

    private void runClocks(Work work, InnerStep step) {
        for (ClockRow clock : work.clocks) {
            String reason = clock.pauseReason;
            if (clock.stoppedAt == null && reason != null && reason.equals(step.pause())) {
                work.note(Entry.What.RESUMED, clock.clock, reason, Grounds.NONE);
                clockwork.resume(work, clock);
            }
        }
    }

    private void remove(CaseRow file, String key) {
        steps.delete(file.id, key);
        tasks.done(file, Tasks.What.STEP, key);
    }

    @Override
    public void takeBack(long caseId, String key, Actor by) {
        InnerStep step = steps.find(caseId, key).orElse(null);
        if (step != null) {
            change(caseId, by, work -> {
                work.note(Entry.What.STEP_TAKEN_BACK, written(step.name()), null, Grounds.NONE);
                runClocks(work, step);
                work.writes.add(() -> remove(work.file, key));
            });
        }
    }

    @Override
    public List<InnerStep> open(long caseId) {
        return steps.of(caseId);
    }

    /// Both languages in one line of the timeline.
    private static String written(Words words) {
        return words.zh().equals(words.en()) ? words.zh() : words.zh() + Entry.OR + words.en();
    }
}
