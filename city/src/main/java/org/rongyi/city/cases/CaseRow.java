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
    /// Everybody who ever had it in hand.
    List<String> handled = new ArrayList<>();

    int reopened;
    boolean paused;
    int revision;
    int entries;
    /// A step inside is open.
    boolean hasSteps;
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

    /// From now on this person has it in hand; null: nobody.
    void handBy(@Nullable String account) {
        remember(handler);
        remember(account);
        handler = account;
    }

    private void remember(@Nullable String account) {
        if (account != null && !handled.contains(account)) {
            handled.add(account);
        }
    }

    /// Somebody has it in hand or had it.
    boolean handledBy(String account) {
        return account.equals(handler) || handled.contains(account);
    }

    /// The step of the ladder at which it stands since it was reopened; -1 while it never was.
    int floor() {
        List<Integer> ladder = kind.ladder();
        return reopened == 0 || ladder.isEmpty() ? -1 : ladder.get(Math.min(reopened, ladder.size()) - 1);
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
                List.copyOf(handled),
                reopened,
                revision);
    }
}
