package org.rongyi.city.cases;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.CaseKind;

/// A case as it stands.
///
/// @param kind the text of the kind under which it was opened
/// @param applicant name of the firm or person at the opening
/// @param person account of the applicant where no firm stands behind the case
/// @param about what the room that opened it calls it
/// @param unit the department that has it
/// @param handler account of the officer who handles it; null while nobody does
/// @param owner account of who answers for it now: the handler, or the owner of a level
/// @param level how many levels were told; 0: none
/// @param dueAt when the first of its running clocks runs out; null when none runs, or the calendar does not reach
/// @param paused a clock stands still
/// @param handled accounts of everybody who ever had it in hand, in order
/// @param reopened how often it was; each time it stands one level higher
/// @param revision counts commands: two different ones are two different states of the case
public record Case(
        long id,
        CaseKind kind,
        CaseKind.State state,
        String title,
        String applicant,
        @Nullable CreditCode firm,
        @Nullable String person,
        @Nullable String about,
        String unit,
        @Nullable String handler,
        String owner,
        int level,
        Standing standing,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Instant dueAt,
        boolean paused,
        List<String> handled,
        int reopened,
        int revision) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    /// How its department came by it.
    public enum Standing {
        NEW,
        HANDED_OVER,
        RETURNED,
        /// Two departments sent it to and fro: a level decides.
        DISPUTED,
        /// A level decided: it stays where it is.
        SETTLED,
        /// It was not solved: a level names another handler.
        REOPENED
    }

    /// What people call it: the day of its opening and its number.
    public String number(ZoneId zone) {
        return number(id, openedAt, zone);
    }

    static String number(long id, Instant openedAt, ZoneId zone) {
        return DAY.format(openedAt.atZone(zone)) + "-" + String.format(Locale.ROOT, "%04d", id);
    }

    public boolean open() {
        return closedAt == null;
    }
}
