package org.rongyi.city.policies;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.ui.OutcomeWord;
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
/// @param counted false when another match of the same exclusive group is worth more: this one adds nothing to a total
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
        boolean counted,
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

    Match outdone() {
        return new Match(policy, version, asOf, outcome, conditions, missing, verdict, step, amount, false, closes);
    }
}
