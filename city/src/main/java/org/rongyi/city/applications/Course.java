package org.rongyi.city.applications;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Part.State;
import org.rongyi.city.applications.PartTable.Row;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.CaseEvent.CaseMoved;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.NewCase;
import org.rongyi.city.cases.Opening;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.procedures.CaseProcedures;
import org.rongyi.city.services.Catalogue;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.ServiceItem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The course of an application that was handed in: what is granted counts, and what waited for it is opened.
///
/// It listens within the transaction of the command: a grant, the facts that it brings about and the cases
/// that it lets start are one; no crash leaves the one without the other.
@Component
class Course {
    static final String KIND = "application";
    static final String CORRECT = "correct";
    private static final String ABOUT = "application:";
    private static final String DECISION = "decision";
    private static final Set<String> GRANTED = Set.of("granted", "delivered");
    /// Longer than the law lets the kind be is no promise.
    private static final int LONGEST_DECISION = 20;

    private final ApplicationTable applications;
    private final SubmissionTable submissions;
    private final PartTable parts;
    private final Yielding yielding;
    private final Cases cases;
    private final CaseFiles files;
    private final CaseProcedures procedures;
    private final Catalogue catalogue;
    private final MailWriting mails;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Course(
            ApplicationTable applications,
            SubmissionTable submissions,
            PartTable parts,
            Yielding yielding,
            Cases cases,
            CaseFiles files,
            CaseProcedures procedures,
            Catalogue catalogue,
            MailWriting mails,
            Clock clock,
            ApplicationEventPublisher events) {
        this.applications = applications;
        this.submissions = submissions;
        this.parts = parts;
        this.yielding = yielding;
        this.cases = cases;
        this.files = files;
        this.procedures = procedures;
        this.catalogue = catalogue;
        this.mails = mails;
        this.clock = clock;
        this.events = events;
    }

    /// What the cases room calls a part.
    static String about(Row part) {
        return ABOUT + part.application() + "/" + part.item();
    }

    @EventListener
    void follow(CaseMoved moved) {
        String own = moved.about().own();
        if (own != null && own.startsWith(ABOUT)) {
            parts.ofCase(moved.about().caseId()).ifPresent(part -> {
                Instant now = clock.instant();
                Application application = applications.lock(part.application()).orElseThrow();
                long notice = applications.note(part.application(), part.item(), moved.event(), now);
                mails.write(notice, application, part, moved.event(), now);
                if (!moved.event().equals(CORRECT) && !waitsForTheFirm(part)) {
                    applications.forgetHeld(part.application(), part.item(), null);
                }
                advance(part.application());
            });
        }
    }

    /// What the firm keeps for its answer stays until it is not asked any longer.
    private boolean waitsForTheFirm(Row part) {
        return Optional.ofNullable(part.caseId())
                .flatMap(files::find)
                .filter(file -> file.open() && file.state().waitsFor() == CaseKind.WaitsFor.FIRM)
                .isPresent();
    }

    /// The person who hands in opens the first cases.
    void start(long application, Acting by) {
        open(application, Actor.of(by));
    }

    /// Brings every part in line with its case, then opens what can start. Doing it twice changes nothing
    /// more.
    void advance(long application) {
        applications.lock(application);
        for (Row part : parts.of(application)) {
            Long caseId = part.caseId();
            if (part.state() == State.OPEN && caseId != null) {
                State now = files.find(caseId).map(Course::stateOf).orElse(State.OPEN);
                if (now != State.OPEN) {
                    parts.move(part, now, caseId);
                }
            }
        }
        yielding.record(application);
        tellGranted(application);
        open(application, Actor.house("applications"));
    }

    private void tellGranted(long application) {
        CreditCode firm = applications.find(application).orElseThrow().firm();
        if (firm == null) {
            return;
        }
        Map<String, Object> values =
                new LinkedHashMap<>(submissions.last(application).orElseThrow().form());
        values.putAll(parts.results(application));
        for (Row part : parts.of(application)) {
            Long caseId = part.caseId();
            if (part.state() == State.GRANTED && caseId != null) {
                events.publishEvent(new Granted(caseId, part.item(), part.unit(), firm, Map.copyOf(values)));
            }
        }
    }

    private static State stateOf(Case file) {
        if (GRANTED.contains(file.state().id())) {
            return State.GRANTED;
        }
        return file.open() ? State.OPEN : State.ENDED;
    }

    private void open(long application, Actor by) {
        Application about = applications.find(application).orElseThrow();
        SubmissionTable.Frozen handedIn = submissions.last(application).orElseThrow();
        Map<String, Object> results = parts.results(application);
        boolean changed = true;
        while (changed) {
            changed = false;
            List<Row> all = parts.of(application);
            Map<String, State> states = new LinkedHashMap<>();
            all.forEach(part -> states.put(part.item(), part.state()));
            for (Row part : all) {
                if (part.state() == State.WAITING) {
                    changed |= settle(part, states, lacking(part, all, handedIn.form(), results), about, handedIn, by);
                }
            }
        }
    }

    /// @return whether it waits no longer
    private boolean settle(
            Row part,
            Map<String, State> states,
            Set<String> lacking,
            Application about,
            SubmissionTable.Frozen handedIn,
            Actor by) {
        if (part.waitsFor().stream().map(states::get).anyMatch(Course::willNotCome)) {
            parts.move(part, State.BLOCKED, null);
            return true;
        }
        boolean granted = part.waitsFor().stream().map(states::get).allMatch(state -> state == State.GRANTED);
        if (!granted || !lacking.isEmpty()) {
            return false;
        }
        parts.move(part, State.OPEN, open(part, about, handedIn, by));
        return true;
    }

    private static boolean willNotCome(@Nullable State state) {
        return state == State.ENDED || state == State.BLOCKED || state == State.LEFT_OUT;
    }

    /// The values that the item needs and that an item before it has not stated yet.
    private Set<String> lacking(Row part, List<Row> all, Map<String, Object> form, Map<String, Object> results) {
        Set<String> lacking = new TreeSet<>();
        for (Row earlier : all) {
            Optional<ServiceItem> item = catalogue.item(earlier.item());
            if (part.waitsFor().contains(earlier.item()) && item.isPresent()) {
                part.elements().stream()
                        .filter(element -> item.get().brings(element))
                        .filter(element -> !form.containsKey(element) && !results.containsKey(element))
                        .forEach(lacking::add);
            }
        }
        return lacking;
    }

    private long open(Row part, Application about, SubmissionTable.Frozen handedIn, Actor by) {
        String title = catalogue.item(part.item()).map(item -> item.name().zh()).orElse(part.item());
        NewCase plain =
                NewCase.of(KIND, title, handedIn.applicant(), part.unit()).about(about(part));
        CreditCode firm = about.firm();
        NewCase mine = firm == null ? plain.forPerson(about.account()) : plain.forFirm(firm);
        Integer days = part.days();
        NewCase promising = mine;
        if (days != null && days <= LONGEST_DECISION) {
            promising = mine.promising(DECISION, days);
        }
        Opening opening = cases.open(promising, by);
        if (opening instanceof Opening.PromisesTooMuch) {
            opening = cases.open(mine, by);
        }
        return switch (opening) {
            case Opening.Opened(Case opened, int _) -> {
                procedures.begin(opened, part.item());
                yield opened.id();
            }
            case Opening.PromisesTooMuch tooMuch ->
                throw new IllegalStateException("nothing was promised, but (" + tooMuch + ")");
            case Opening.NoSuchColleague nobody ->
                throw new IllegalStateException("nobody was named, but (" + nobody + ")");
        };
    }
}
