package org.rongyi.city.policies;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.ui.OutcomeWord;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.rules.Explanation;
import org.rongyi.rules.Margin;
import org.rongyi.rules.Outcome;

/// One policy judged for one firm on one day.
///
/// @param missing stored elements that can still change the outcome, by id
/// @param verdict the outcome in the four words of the pages
/// @param step the condition that alone fails, and by how much; present exactly when the verdict is NEARLY
/// @param amount what the firm may expect; null when the benefit has no computable amount or values for it are missing
/// @param rival the match of the same exclusive group that the firm is counted for; null when there is none
/// @param contested stored elements that the firm contests and on whose values the match stands until they are answered
/// @param closes last day of the window, null when it may be claimed all year
public record Match(
        PolicyDefinition policy,
        PolicyVersion version,
        LocalDate asOf,
        Outcome outcome,
        List<Judged> conditions,
        SortedSet<String> missing,
        Verdict verdict,
        @Nullable Step step,
        @Nullable Amount amount,
        @Nullable Rival rival,
        SortedSet<String> contested,
        @Nullable LocalDate closes) {

    /// How the pages say it; the order is the order in which a firm reads them.
    public enum Verdict {
        ELIGIBLE(OutcomeWord.MET),
        NEARLY(OutcomeWord.NEARLY),
        UNDETERMINED(OutcomeWord.NEED),
        NOT_ELIGIBLE(OutcomeWord.NOT_MET);

        private final OutcomeWord word;

        Verdict(OutcomeWord word) {
            this.word = word;
        }

        public OutcomeWord word() {
            return word;
        }
    }

    /// One condition with its reasons.
    public record Judged(PolicyVersion.Condition condition, Explanation explanation) {
        public Outcome outcome() {
            return explanation.outcome();
        }
    }

    /// The one step that a nearly eligible firm is away.
    ///
    /// @param unknown stored elements that must be known besides, by id: the step alone is not enough while one is
    public record Step(Judged condition, Margin margin, SortedSet<String> unknown) {}

    /// A computed benefit in yuan.
    ///
    /// @param uncappedYuan what the formula gives
    /// @param yuan what the firm may expect: the formula's value, at most the cap
    public record Amount(BigDecimal uncappedYuan, BigDecimal yuan) {
        public boolean capped() {
            return yuan.compareTo(uncappedYuan) < 0;
        }
    }

    /// Another policy for the same matter, of which only one is granted.
    ///
    /// @param yuan what it brings; null when that cannot be computed
    public record Rival(PolicyDefinition policy, @Nullable BigDecimal yuan) {}

    public boolean eligible() {
        return verdict == Verdict.ELIGIBLE;
    }

    public boolean nearly() {
        return verdict == Verdict.NEARLY;
    }

    /// What the firm may expect, in yuan; null when not computable.
    public @Nullable BigDecimal amountYuan() {
        return amount == null ? null : amount.yuan();
    }

    /// Whether its amount adds to a total.
    public boolean counted() {
        return eligible() && rival == null;
    }

    /// What it would bring beyond the match that it excludes, in yuan; null when either cannot be computed.
    public @Nullable BigDecimal moreThanRival() {
        return amount == null || rival == null || rival.yuan() == null
                ? null
                : amount.yuan().subtract(rival.yuan());
    }

    /// What a policy is worth beside the one that excludes it; empty when nothing does.
    public String besides(Page page) {
        if (rival == null) {
            return "";
        }
        String title = page.say(rival.policy().title());
        String apart = page.say("不能与“" + title + "”同享", "not together with “" + title + "”");
        BigDecimal more = moreThanRival();
        if (more == null) {
            return apart;
        }
        String much = page.yuan(more.abs().setScale(0, RoundingMode.HALF_UP));
        return switch (more.signum()) {
            case 1 -> apart + page.say("，比它多约 " + much, "; about " + much + " more than it");
            case -1 -> apart + page.say("，比它少约 " + much, "; about " + much + " less than it");
            default -> apart + page.say("，金额一样", "; the same amount");
        };
    }

    /// @param granted what the firm is counted for in the same matter; null: nothing else
    Match against(@Nullable Match granted) {
        return with(granted == null ? null : new Rival(granted.policy, granted.amountYuan()), contested);
    }

    Match standingOn(SortedSet<String> elements) {
        return with(rival, elements);
    }

    private Match with(@Nullable Rival other, SortedSet<String> elements) {
        return new Match(
                policy, version, asOf, outcome, conditions, missing, verdict, step, amount, other, elements, closes);
    }
}
