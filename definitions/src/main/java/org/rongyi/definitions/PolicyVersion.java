package org.rongyi.definitions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Rule;

/// One text of a policy: when it is law, what must hold, what it gives.
///
/// @param version its name, such as "2023.1"; "1" in a minimal file
/// @param validFrom first day on which it is law, null: always was
/// @param validTo last day on which it is law, null: open
/// @param recordedOn the day on which it became known here, null: always known
/// @param verify points still to be verified, to be shown as such
/// @param conditions at least one; all must hold
/// @param rule all conditions as one rule
/// @param steps how to get it, step by step
/// @param how how to get it, in one text
public record PolicyVersion(
        String version,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable LocalDate recordedOn,
        List<Words> verify,
        List<Condition> conditions,
        Rule rule,
        @Nullable Benefit benefit,
        @Nullable Window window,
        List<Words> materials,
        List<Words> steps,
        @Nullable Words how,
        @Nullable Words contact,
        @Nullable Source source,
        Place place) {

    /// @param id unique in its version; "1", "2", … where the file gives none
    /// @param text what it says, plainly; the rule itself where the file gives none
    /// @param clause where it stands in the document, such as 第三条
    /// @param quote words of the document
    public record Condition(
            String id,
            Words text,
            @Nullable Words clause,
            @Nullable Words quote,
            Rule rule,
            List<Words> verify,
            Place place) {}

    /// @param amountYuan computes the amount in 元, null where it cannot be computed
    /// @param amountNote what the amount leaves out or assumes
    /// @param capYuan the highest amount in 元
    /// @param period how often, such as 每年
    public record Benefit(
            Words text,
            @Nullable Rule amountYuan,
            @Nullable Words amountNote,
            @Nullable BigDecimal capYuan,
            @Nullable Words period) {}

    /// When it can be applied for; null: open on that side.
    public record Window(
            @Nullable LocalDate opens,
            @Nullable LocalDate closes,
            @Nullable Words note) {}

    public record Source(Words title, @Nullable Words note) {}

    public boolean validOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }

    public boolean knownOn(LocalDate day) {
        return recordedOn == null || !day.isBefore(recordedOn);
    }

    /// What was always known was recorded before anything else.
    boolean recordedAfter(PolicyVersion other) {
        return recordedOn != null && (other.recordedOn == null || recordedOn.isAfter(other.recordedOn));
    }

    boolean overlaps(PolicyVersion other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(PolicyVersion other) {
        return validFrom == null || other.validTo == null || !validFrom.isAfter(other.validTo);
    }
}
