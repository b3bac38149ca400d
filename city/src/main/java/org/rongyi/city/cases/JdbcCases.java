package org.rongyi.city.cases;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.calendar.CalendarYearMissing;
import org.rongyi.city.cases.CaseEvent.CaseExtended;
import org.rongyi.city.cases.CaseEvent.CaseMoved;
import org.rongyi.city.cases.CaseEvent.CaseOpened;
import org.rongyi.city.cases.Step.Grounds;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.CaseKind.Need;
import org.rongyi.rules.Answer;
import org.rongyi.rules.Row;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcCases implements Cases {
    private final Kinds kinds;
    private final Files files;
    private final Works works;
    private final Clockwork clockwork;
    private final Timeline timeline;
    private final Hands hands;
    private final StepTable steps;
    private final Times times;
    private final List<Objection> objections;
    private final TransactionTemplate transaction;

    JdbcCases(
            Kinds kinds,
            Files files,
            Works works,
            Clockwork clockwork,
            Timeline timeline,
            Hands hands,
            StepTable steps,
            Times times,
            List<Objection> objections,
            PlatformTransactionManager transactions) {
        this.kinds = kinds;
        this.files = files;
        this.works = works;
        this.clockwork = clockwork;
        this.timeline = timeline;
        this.hands = hands;
        this.steps = steps;
        this.times = times;
        this.objections = objections;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Opening open(NewCase what, Actor by) {
        CaseKind kind = kinds.forOpening(what.kind());
        Opening refusal = refusal(kind, what);
        if (refusal != null) {
            return refusal;
        }
        return Objects.requireNonNull(transaction.execute(_ -> open(kind, what, by)));
    }

    private @Nullable Opening refusal(CaseKind kind, NewCase what) {
        for (Map.Entry<String, Integer> promise : what.promised().entrySet()) {
            CaseKind.Clock clock = clock(kind, promise.getKey());
            int most = clock.length().inHours()
                    ? clock.length().workingMinutes()
                    : length(clock, what) + clock.length().calendarDays();
            if (promise.getValue() < 0 || promise.getValue() > most) {
                return new Opening.PromisesTooMuch(clock.id(), promise.getValue(), most);
            }
        }
        String handler = what.handler();
        return handler == null || hands.worksIn(handler, what.unit()) ? null : new Opening.NoSuchColleague(handler);
    }

    private Opening open(CaseKind kind, NewCase what, Actor by) {
        CaseRow file = new CaseRow(
                files.nextId(),
                kind,
                what.title().strip(),
                what.applicant().strip(),
                what.firm(),
                what.person(),
                what.about(),
                limits(kind, what),
                times.now());
        file.state = kind.start();
        file.unit = what.unit();
        file.handBy(what.handler());
        Work work = works.beginNew(file, by);
        work.entered = true;
        work.note(Entry.What.OPENED, kind.id(), file.handler == null ? file.unit : file.handler, Grounds.NONE);
        work.events.add(new CaseOpened(file.event()));
        clockwork.follow(work, CaseKind.OPENING, null);
        if (what.first() != null) {
            move(work, first(kind, what.first()), Grounds.NONE);
        }
        if (file.handler == null && file.open()) {
            clockwork.startAssignment(work);
        }
        return new Opening.Opened(works.finish(work), work.missingYear);
    }

    private static CaseKind.Event first(CaseKind kind, String id) {
        return kind.event(id)
                .filter(event -> event.from().contains(kind.start())
                        && event.by().contains(CaseKind.Who.Party.HOUSE)
                        && event.needs().isEmpty())
                .orElseThrow(() -> new IllegalArgumentException(
                        "the house cannot open a case of (" + kind.id() + ") with the event (" + id + ")"));
    }

    private Map<String, Integer> limits(CaseKind kind, NewCase what) {
        Map<String, Integer> limits = new LinkedHashMap<>(what.promised());
        for (CaseKind.Clock clock : kind.clocks()) {
            int length = length(clock, what);
            if (length != clock.length().workingDays()) {
                limits.putIfAbsent(clock.id(), length);
            }
        }
        return limits;
    }

    /// What the kind says; where its rule cannot tell, or gives no whole number of days, the number beside it.
    private int length(CaseKind.Clock clock, NewCase what) {
        var rule = clock.length().rule();
        if (rule != null
                && rule.evaluate(Row.of(what.facts()), times.dayOf(times.now())) instanceof Answer.Known(Object value)
                && value instanceof BigDecimal days
                && days.signum() > 0
                && days.stripTrailingZeros().scale() <= 0
                && days.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0) {
            return days.intValueExact();
        }
        return clock.length().workingDays();
    }

    @Override
    public Handling fire(Step step, String event) {
        return on(step, work -> {
            CaseKind.Event kind = work.file
                    .kind
                    .event(event)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the kind (" + work.file.kind.id() + ") has no event (" + event + ")"));
            if (!Rights.may(kind, step.by(), work.file)) {
                return new Handling.NotYours(kind.by());
            }
            if (!kind.from().contains(work.file.state)) {
                return new Handling.NotNow(work.file.view());
            }
            if (work.file.hasSteps && Rights.waitsForSteps(kind)) {
                return new Handling.StepsOpen(steps.of(work.file.id));
            }
            if (kind.once() && timeline.happened(work.file.id, event)) {
                return new Handling.OnlyOnce(work.file.view());
            }
            Set<Need> missing = step.grounds().missing(kind.needs());
            if (!missing.isEmpty()) {
                return new Handling.Missing(missing);
            }
            if (objections.stream().anyMatch(each -> each.against(work.file.view(), event))) {
                return new Handling.NotNow(work.file.view());
            }
            if (kind.takes()) {
                hands.take(work, step);
            }
            move(work, kind, step.grounds());
            return null;
        });
    }

    /// The only way in which a state changes.
    private void move(Work work, CaseKind.Event event, Grounds grounds) {
        CaseRow file = work.file;
        String from = file.state;
        file.state = event.to();
        file.cameBy = event.id();
        work.entered = true;
        boolean closed = file.stateOfKind().end();
        work.noteMove(event.id(), from, file.state, grounds);
        work.events.add(new CaseMoved(file.event(), event.id(), from, file.state, closed));
        clockwork.follow(work, event.id(), grounds.proof());
        if (event.reopens()) {
            clockwork.reopen(work);
        }
        if (closed) {
            clockwork.stopAll(work);
            file.closedAt = work.now;
        }
    }

    /// An alarm rang: the clock takes its step, and if it brings about an event, that happens too.
    void ring(Work work, ClockRow clock) {
        String event = clockwork.ring(work, clock);
        if (event != null) {
            move(work, work.file.kind.event(event).orElseThrow(), Grounds.NONE);
        }
        works.finish(work);
    }

    @Override
    public Handling pause(Step step, String clock, String reason) {
        return onClock(step, clock, (work, kind, running) -> {
            if (!Rights.may(Rights.HANDLING, step.by(), work.file)) {
                return new Handling.NotYours(Rights.HANDLING);
            }
            List<CaseKind.PauseReason> byHand =
                    kind.pauses().stream().filter(each -> each.begins() == null).toList();
            if (byHand.stream().noneMatch(each -> each.id().equals(reason))) {
                return new Handling.NotListed(byHand);
            }
            if (running == null || running.stands()) {
                return new Handling.NotNow(work.file.view());
            }
            if (running.ranOutAt != null) {
                return new Handling.RanOut(work.file.view());
            }
            String proof = step.grounds().proof();
            if (proof == null) {
                return new Handling.Missing(Set.of(Need.PROOF));
            }
            clockwork.pause(work, running, reason, proof);
            work.note(Entry.What.PAUSED, clock, reason, step.grounds());
            return null;
        });
    }

    @Override
    public Handling resume(Step step, String clock) {
        return onClock(step, clock, (work, kind, running) -> {
            if (!Rights.may(Rights.HANDLING, step.by(), work.file)) {
                return new Handling.NotYours(Rights.HANDLING);
            }
            String reason = running == null ? null : running.pauseReason;
            boolean byHand = reason != null
                    && kind.pause(reason).filter(each -> each.ends() == null).isPresent();
            if (running == null || !byHand) {
                return new Handling.NotNow(work.file.view());
            }
            work.note(Entry.What.RESUMED, clock, reason, step.grounds());
            clockwork.resume(work, running);
            return null;
        });
    }

    @Override
    public Handling askExtension(Step step, String clock) {
        return onClock(step, clock, (work, kind, running) -> {
            if (!Rights.may(Rights.HANDLING, step.by(), work.file)) {
                return new Handling.NotYours(Rights.HANDLING);
            }
            CaseKind.Extension extension = kind.extension();
            if (running == null || extension == null || running.asked) {
                return new Handling.NotNow(work.file.view());
            }
            if (running.extensions >= extension.times()) {
                return new Handling.OnlyOnce(work.file.view());
            }
            if (running.ranOutAt != null) {
                return new Handling.RanOut(work.file.view());
            }
            String reason = step.grounds().reason();
            if (reason == null) {
                return new Handling.Missing(Set.of(Need.REASON));
            }
            clockwork.ask(work, running, extension, reason);
            return null;
        });
    }

    @Override
    public Handling answerExtension(Step step, String clock, boolean granted) {
        return onClock(step, clock, (work, kind, running) -> {
            CaseKind.Extension extension = kind.extension();
            if (extension == null || running == null || !running.asked) {
                return new Handling.NotNow(work.file.view());
            }
            if (!Rights.may(extension.by(), step.by(), work.file)) {
                return new Handling.NotYours(extension.by());
            }
            if (!granted && step.grounds().reason() == null) {
                return new Handling.Missing(Set.of(Need.REASON));
            }
            clockwork.answer(work, running, granted);
            Entry.What what = granted ? Entry.What.EXTENDED : Entry.What.EXTENSION_REFUSED;
            String days = granted ? Integer.toString(extension.workingDays()) : null;
            work.note(what, clock, days, step.grounds());
            if (granted) {
                clockwork.extend(work, running, extension.workingDays());
                work.events.add(new CaseExtended(work.file.event(), clock, extension.workingDays()));
            }
            return null;
        });
    }

    @Override
    public Handling assign(Step step, String account) {
        return on(step, work -> hands.assign(work, step, account));
    }

    @Override
    public Handling handOver(Step step, String unit) {
        return on(step, work -> hands.pass(work, step, unit));
    }

    @Override
    public Handling dispute(Step step) {
        return on(step, work -> hands.dispute(work, step));
    }

    @Override
    public Handling promise(Step step, String clock, int workingDays) {
        return onClock(step, clock, (work, kind, running) -> {
            if (!Rights.may(Rights.PROMISING, step.by(), work.file)) {
                return new Handling.NotYours(Rights.PROMISING);
            }
            if (running != null) {
                return new Handling.NotNow(work.file.view());
            }
            if (workingDays < 1 || workingDays > kind.length().workingDays()) {
                throw new IllegalArgumentException(clock + " cannot be (" + workingDays + ") working days\nMaybe 1 to "
                        + kind.length().workingDays() + ".");
            }
            work.file.limits.put(clock, workingDays);
            work.note(Entry.What.PROMISED, clock, Integer.toString(workingDays), step.grounds());
            return null;
        });
    }

    @Override
    public Handling comment(Step step) {
        return on(step, work -> {
            if (!Rights.mayComment(step.by(), work.file)) {
                return new Handling.NotYours(Rights.COMMENTING);
            }
            if (step.grounds().reason() == null) {
                return new Handling.Missing(Set.of(Need.REASON));
            }
            work.note(Entry.What.COMMENTED, null, null, step.grounds());
            return null;
        });
    }

    private static CaseKind.Clock clock(CaseKind kind, String clock) {
        return kind.clock(clock)
                .orElseThrow(() ->
                        new IllegalArgumentException("the kind (" + kind.id() + ") has no clock (" + clock + ")"));
    }

    private interface ClockCommand {
        /// @param running null while the clock does not run in this case
        @Nullable
        Handling on(Work work, CaseKind.Clock kind, @Nullable ClockRow running);
    }

    private Handling onClock(Step step, String clock, ClockCommand command) {
        return on(step, work -> {
            CaseKind.Clock kind = clock(work.file.kind, clock);
            return command.on(work, kind, work.clock(clock).orElse(null));
        });
    }

    /// @param command changes the work, or refuses
    private Handling on(Step step, Function<Work, @Nullable Handling> command) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            Work work = works.begin(step.caseId(), step.by()).orElse(null);
            if (work == null) {
                return new Handling.NoSuchCase(step.caseId());
            }
            Integer seen = step.seen();
            if (seen != null && seen != work.file.revision) {
                return new Handling.ChangedMeanwhile(work.file.view(), timeline.last(work.file.id));
            }
            if (!work.file.open()) {
                return new Handling.NotNow(work.file.view());
            }
            try {
                Handling refusal = command.apply(work);
                return refusal == null ? new Handling.Done(works.finish(work)) : refusal;
            } catch (CalendarYearMissing missing) {
                return new Handling.NoCalendar(missing.year());
            }
        }));
    }
}
