package org.rongyi.city.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;

/// What happened to a case, published with the command and delivered after its commit.
public sealed interface CaseEvent {
    About about();

    /// @param own what the room that opened the case calls it
    record About(
            long caseId,
            String kind,
            @Nullable String own,
            @Nullable CreditCode firm) {}

    record CaseOpened(About about) implements CaseEvent {}

    /// An event of the kind changed its state.
    record CaseMoved(About about, String event, String from, String to, boolean closed) implements CaseEvent {}

    /// A step inside was done.
    ///
    /// @param step who did it, and what was given with it
    record StepAnswered(About about, String key, String answer, Step step) implements CaseEvent {}

    /// The case has another handler.
    record CaseAssigned(About about, String handler) implements CaseEvent {}

    /// The case has another department, or none until a level decides.
    record CasePassed(About about, String unit, Case.Standing standing) implements CaseEvent {}

    /// A clock was begun, paused, resumed or extended: the promise is another one.
    record CaseRedated(About about, String clock, @Nullable Instant dueAt) implements CaseEvent {}

    /// More time was granted.
    record CaseExtended(About about, String clock, int workingDays) implements CaseEvent {}

    /// Few working days are left.
    record CaseDueSoon(About about, String clock, @Nullable Instant dueAt, String owner) implements CaseEvent {}

    record CaseOverdue(About about, String clock, String owner) implements CaseEvent {}

    /// A level was told; its owner answers now.
    record CaseRaised(About about, int level, String owner) implements CaseEvent {}
}
