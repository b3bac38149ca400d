package org.rongyi.city.utilities;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.CaseEvent;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.NewCase;
import org.rongyi.city.cases.Opening;
import org.rongyi.city.cases.Step;
import org.rongyi.city.utilities.Connection.Permit;
import org.rongyi.city.utilities.Connection.PermitState;
import org.rongyi.city.utilities.Connection.Plan;
import org.rongyi.city.utilities.Connection.State;
import org.rongyi.city.utilities.ConnectionTable.Bare;
import org.rongyi.city.utilities.ConnectionTable.Head;
import org.rongyi.definitions.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Brings about what happens to the cases of an application, and hears what others did to them, within
/// their transaction. Locks are taken in one order: the application, the case of a permit, the case of the
/// connection. What is heard of a case holds it already, and locks only what comes after it.
@Component
class ConnectionCourse {
    static final String KIND = "connection";
    /// A crew can come now.
    static final String FOUND = "findCrew";
    private static final String PERMIT_KIND = "worksPermit";
    /// Permits that were asked for before there was a kind of their own.
    private static final String EARLIER_PERMIT_KIND = "application";
    private static final String DECISION = "decision";
    private static final String ABOUT = "utilities/";
    private static final Actor HOUSE = Actor.house("utilities");

    private final Cases cases;
    private final ConnectionTable table;
    private final PlanTable plans;
    private final VisitTable visits;
    private final UtilityBook book;
    private final ConnectionLetters letters;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    ConnectionCourse(
            Cases cases,
            ConnectionTable table,
            PlanTable plans,
            VisitTable visits,
            UtilityBook book,
            ConnectionLetters letters,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.cases = cases;
        this.table = table;
        this.plans = plans;
        this.visits = visits;
        this.book = book;
        this.letters = letters;
        this.publisher = publisher;
        this.clock = clock;
    }

    /// @return the id of the case
    long open(Head head, UtilityBook.Utility utility) {
        return opened(NewCase.of(KIND, utility.name().zh() + "报装", head.applicant(), utility.unit())
                .forFirm(head.firm())
                .about(ABOUT + head.id()));
    }

    private long opened(NewCase what) {
        Opening opening = cases.open(what, HOUSE);
        if (!(opening instanceof Opening.Opened opened)) {
            throw new IllegalStateException("a case (" + what.kind() + ") was not opened: " + opening);
        }
        return opened.opened().id();
    }

    /// @param reason or words; empty: none
    boolean fire(long caseId, String event, String reason) {
        return done(cases.fire(Step.of(caseId, HOUSE).because(reason), event));
    }

    boolean surveyed(long caseId, String record) {
        return done(cases.fire(Step.of(caseId, HOUSE).proving(record), "survey"));
    }

    /// By the operator's own system.
    boolean refused(long caseId, String reason, String basis) {
        return done(cases.fire(Step.of(caseId, HOUSE).because(reason).basedOn(basis), "refuse"));
    }

    private static boolean done(Handling handling) {
        return handling instanceof Handling.Done;
    }

    boolean by(Actor firm, long caseId, String event, String reason) {
        return done(cases.fire(Step.of(caseId, firm).because(reason), event));
    }

    /// The clock of the quote runs as long as it holds, that of the works as long as the plan says.
    boolean offered(Bare request, int validDays, int worksDays, String words) {
        Step step = Step.of(request.caseId(), HOUSE);
        if (!done(cases.promise(step, "quote", validDays))) {
            return false;
        }
        if (!done(cases.promise(step, "works", worksDays)) || !fire(request.caseId(), "offer", words)) {
            throw new IllegalStateException("the case of the request (" + request.id() + ") takes half a plan");
        }
        return true;
    }

    /// The permits that the plan names are asked for at the same time; what a rule exempts is only filed.
    /// One that was granted for an earlier plan stays granted.
    boolean chosen(Head head, Bare request, Plan plan) {
        if (!fire(request.caseId(), "choose", "")) {
            return false;
        }
        // One moment for all: so they are known as one round.
        Instant now = clock.instant();
        List<Permit> before = plans.permits(request.id());
        for (UtilityBook.PermitKind kind : book.permits()) {
            boolean held = before.stream()
                    .anyMatch(permit -> permit.kind().equals(kind.id())
                            && (permit.state() == PermitState.OPEN || permit.state() == PermitState.GRANTED));
            if (plan.permits().contains(kind.id()) && !held) {
                ask(head, request, plan, kind, now);
            }
        }
        goOn(request);
        return true;
    }

    private void ask(Head head, Bare request, Plan plan, UtilityBook.PermitKind kind, Instant now) {
        Optional<UtilityBook.Exemption> exempt = kind.exemption(request.utility(), plan.metres(), plan.kilovolts());
        long permit = plans.permit(
                request.id(), kind, exempt.map(rule -> rule.basis().zh()).orElse(null), now);
        if (exempt.isEmpty()) {
            plans.goesWith(
                    permit,
                    opened(NewCase.of(PERMIT_KIND, kind.name().zh(), head.applicant(), kind.unit())
                            .forFirm(head.firm())
                            .about(ABOUT + head.id())
                            .promising(DECISION, kind.promised())));
        }
    }

    /// Works begin when no permit is open any more.
    private void goOn(Bare request) {
        if (plans.permits(request.id()).stream()
                .noneMatch(permit -> permit.state() == PermitState.OPEN && needed(request, permit.kind()))) {
            fire(request.caseId(), "beginWorks", "");
        }
    }

    /// A plan before the last may have asked for more.
    private boolean needed(Bare request, String permit) {
        return plans.plans(request.id()).getLast().permits().contains(permit);
    }

    @EventListener
    void follow(CaseEvent.CaseMoved moved) {
        String own = moved.about().own();
        if (own == null || !own.startsWith(ABOUT)) {
            return;
        }
        if (moved.about().kind().equals(KIND)) {
            connectionMoved(moved);
        } else if (Set.of(PERMIT_KIND, EARLIER_PERMIT_KIND)
                .contains(moved.about().kind())) {
            permitMoved(moved);
        }
    }

    private void connectionMoved(CaseEvent.CaseMoved moved) {
        State to = State.of(moved.to());
        Instant now = clock.instant();
        table.moved(moved.about().caseId(), to, now);
        table.ofCase(moved.about().caseId()).ifPresent(request -> {
            letters.moved(request, moved.event(), to, now.toString());
            if (to.end()) {
                visits.release(request.id());
                publisher.publishEvent(new ConnectionEnded(request.id()));
            }
        });
    }

    /// The remark locks the case of the connection: of two authorities that decide at the same moment, the
    /// second sees what the first did.
    private void permitMoved(CaseEvent.CaseMoved moved) {
        PlanTable.OfCase permit = plans.ofCase(moved.about().caseId()).orElse(null);
        PermitState state = decided(moved.event());
        if (permit == null || state == null || permit.state() != PermitState.OPEN) {
            return;
        }
        Bare request = table.request(permit.request()).orElseThrow();
        Words words =
                book.permit(permit.kind()).map(UtilityBook.PermitKind::name).orElse(Words.same(permit.kind()));
        String name = words.zh();
        boolean granted = state == PermitState.GRANTED;
        cases.comment(Step.of(request.caseId(), HOUSE).because(name + (granted ? "：批了" : "：没有批")));
        plans.decided(permit.id(), state, clock.instant());
        if (granted) {
            goOn(request);
        } else if (needed(request, permit.kind()) && fire(request.caseId(), "replan", name + "没有批")) {
            letters.refused(request, words, permit.id());
        }
    }

    private static @Nullable PermitState decided(String event) {
        return switch (event) {
            case "grant" -> PermitState.GRANTED;
            case "refuse", "notAccept", "withdraw" -> PermitState.REFUSED;
            default -> null;
        };
    }
}
