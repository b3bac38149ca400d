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
import org.rongyi.city.cases.CaseEvent.CaseAssigned;
import org.rongyi.city.cases.CaseEvent.CaseMoved;
import org.rongyi.city.cases.CaseEvent.CaseOpened;
import org.rongyi.city.cases.Step.Grounds;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Role;
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
    private final People people;
    private final Times times;
    private final TransactionTemplate transaction;

    JdbcCases(
            Kinds kinds,
            Files files,
            Works works,
            Clockwork clockwork,
            Timeline timeline,
            People people,
            Times times,
            PlatformTransactionManager transactions) {
        this.kinds = kinds;
        this.files = files;
        this.works = works;
        this.clockwork = clockwork;
        this.timeline = timeline;
        this.people = people;
        this.times = times;
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
        for (Map.Entry<String, Integer> promise : what.promisedWorkingDays().entrySet()) {
            CaseKind.Clock clock = clock(kind, promise.getKey());
            int most = length(clock, what);
            if (promise.getValue() < 1 || promise.getValue() > most) {
                return new Opening.PromisesTooMuch(clock.id(), promise.getValue(), most);
            }
        }
        String handler = what.handler();
        return handler == null || worksIn(handler, what.unit()) ? null : new Opening.NoSuchColleague(handler);
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
        file.handler = what.handler();
        Work work = works.beginNew(file, by);
        work.entered = true;
        work.note(Entry.What.OPENED, kind.id(), file.handler == null ? file.unit : file.handler, Grounds.NONE);
        work.events.add(new CaseOpened(file.event()));
        clockwork.follow(work, CaseKind.OPENING, null);
        if (file.handler == null) {
            clockwork.startAssignment(work);
        }
        return new Opening.Opened(works.finish(work), work.missingYear);
    }

    private Map<String, Integer> limits(CaseKind kind, NewCase what) {
        Map<String, Integer> limits = new LinkedHashMap<>(what.promisedWorkingDays());
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
            if (!Rights.may(kind.by(), step.by(), work.file)) {
                return new Handling.NotYours(kind.by());
            }
            if (!kind.from().contains(work.file.state)) {
                return new Handling.NotNow(work.file.view());
            }
            if (kind.once() && timeline.happened(work.file.id, event)) {
                return new Handling.OnlyOnce(work.file.view());
            }
            Set<Need> missing = step.grounds().missing(kind.needs());
            if (!missing.isEmpty()) {
                return new Handling.Missing(missing);
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
            }
            return null;
        });
    }

    @Override
    public Handling assign(Step step, String account) {
        return on(step, work -> {
            CaseRow file = work.file;
            List<CaseKind.Who> may = Passing.assigning(file, step.by(), account);
            if (!Rights.may(may, step.by(), file)) {
                return new Handling.NotYours(may);
            }
            if (!worksIn(account, file.unit)) {
                return new Handling.NoSuchColleague(account);
            }
            if (account.equals(file.handler)) {
                return new Handling.NotNow(file.view());
            }
            if (file.standing == Case.Standing.DISPUTED) {
                file.standing = Case.Standing.SETTLED;
            }
            file.handler = account;
            work.passed = true;
            work.note(Entry.What.ASSIGNED, null, account, step.grounds());
            work.events.add(new CaseAssigned(file.event(), account));
            clockwork.stopAssignment(work);
            return null;
        });
    }

    @Override
    public Handling handOver(Step step, String unit) {
        return on(step, work -> {
            CaseRow file = work.file;
            if (!Rights.may(Passing.passing(file), step.by(), file)) {
                return new Handling.NotYours(Passing.passing(file));
            }
            if (file.standing == Case.Standing.SETTLED) {
                return new Handling.Settled(file.view());
            }
            if (people.holding(Role.OFFICER, unit).isEmpty()) {
                return new Handling.NoSuchUnit(unit);
            }
            boolean decided = file.standing == Case.Standing.DISPUTED;
            if (unit.equals(file.unit) && !decided) {
                return new Handling.NotNow(file.view());
            }
            if (step.grounds().reason() == null) {
                return new Handling.Missing(Set.of(Need.REASON));
            }
            clockwork.stopAssignment(work);
            Entry.What what = Passing.pass(file, unit);
            work.passed = true;
            work.note(what, null, unit, step.grounds());
            clockwork.startAssignment(work);
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

    private boolean worksIn(String account, String unit) {
        return people.find(account)
                .filter(person -> person.roles().contains(Role.OFFICER)
                        && person.department().equals(unit))
                .isPresent();
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
