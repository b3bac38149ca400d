package org.rongyi.city.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.CaseKind;

/// A case while a command works on it, under its lock.
final class CaseRow {
    final long id;
    final CaseKind kind;
    final String title;
    final String applicant;
    final @Nullable CreditCode firm;
    /// The applicant, where no firm stands behind the case.
    final @Nullable String person;
    final @Nullable String about;
    /// Clock to working days, where it is not what the kind says.
    final Map<String, Integer> limits;

    final Instant openedAt;

    String state = "";
    String cameBy = CaseKind.OPENING;
    String unit = "";
    String owner = "";
    int level;
    Case.Standing standing = Case.Standing.NEW;
    List<String> passed = new ArrayList<>();
    int returns;
    boolean paused;
    int revision;
    int entries;
    byte[] head = new byte[0];

    @Nullable
    String handler;

    @Nullable
    Instant closedAt;

    @Nullable
    Instant dueAt;

    CaseRow(
            long id,
            CaseKind kind,
            String title,
            String applicant,
            @Nullable CreditCode firm,
            @Nullable String person,
            @Nullable String about,
            Map<String, Integer> limits,
            Instant openedAt) {
        this.id = id;
        this.kind = kind;
        this.title = title;
        this.applicant = applicant;
        this.firm = firm;
        this.person = person;
        this.about = about;
        this.limits = limits;
        this.openedAt = openedAt;
    }

    CaseKind.State stateOfKind() {
        return kind.state(state)
                .orElseThrow(() -> new IllegalStateException("case (" + id + ") is in no state of its kind: " + state));
    }

    boolean open() {
        return closedAt == null;
    }

    CaseEvent.About event() {
        return new CaseEvent.About(id, kind.id(), about, firm);
    }

    Case view() {
        return new Case(
                id,
                kind,
                stateOfKind(),
                title,
                applicant,
                firm,
                person,
                about,
                unit,
                handler,
                owner,
                level,
                standing,
                openedAt,
                closedAt,
                dueAt,
                paused,
                revision);
    }
}
