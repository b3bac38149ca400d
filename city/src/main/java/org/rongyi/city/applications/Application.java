package org.rongyi.city.applications;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.JourneyDefinition;

/// A plan that somebody carries out.
///
/// @param account who began it
/// @param firm the firm that it is for; null while somebody founds one
/// @param said element to value, as the person said it
/// @param unsure questions that the person could not answer
/// @param leftOut ids of optional items that are not wanted
/// @param papers how the person brings each paper
/// @param assisted who types it at a window; null: the applicant does
public record Application(
        long id,
        String account,
        @Nullable CreditCode firm,
        JourneyDefinition journey,
        State state,
        Map<String, Object> said,
        Set<String> unsure,
        Set<String> leftOut,
        Map<String, Brought> papers,
        Instant startedAt,
        Instant changedAt,
        @Nullable Instant handedInAt,
        @Nullable Assisted assisted) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    /// A clerk at a window types what somebody says or has on paper.
    ///
    /// @param clerk account of the clerk
    /// @param clerkName as it was then
    /// @param consentBy name of who consents: the person of the account
    /// @param consent what shows it
    public record Assisted(String clerk, String clerkName, String consentBy, String consent) {}

    public enum State {
        DRAFT,
        HANDED_IN,
        DISCARDED
    }

    /// How a paper comes to the departments.
    public enum Way {
        FILE,
        /// Promised for later, where the paper allows it.
        PROMISE,
        /// Brought to the department.
        COUNTER
    }

    /// @param file what was uploaded; null unless the way is FILE
    public record Brought(Way way, @Nullable Attachment file) {}

    /// @param type by its content: PDF, PNG or JPEG
    /// @param cut it does not end as such a file ends
    public record Attachment(long id, String name, String type, int size, boolean cut) {}

    /// What people call it; a draft has the day of its beginning.
    public String number(ZoneId zone) {
        Instant at = handedInAt == null ? startedAt : handedInAt;
        return DAY.format(at.atZone(zone)) + "-" + String.format(Locale.ROOT, "A%04d", id);
    }

    public boolean draft() {
        return state == State.DRAFT;
    }
}
