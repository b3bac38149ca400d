package org.rongyi.rules.column;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.rules.Rule;

/// Conditions prepared to be matched together. Immutable and safe for many threads.
public final class RuleSet {

    private final List<Rule> rules;

    private RuleSet(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /// Prepares conditions; equal sub-expressions are kept once among all of them.
    ///
    /// @throws IllegalArgumentException if a rule is no condition
    public static RuleSet of(List<Rule> rules) {
        return new RuleSet(rules);
    }

    /// The rules in the order given.
    public List<Rule> rules() {
        return rules;
    }

    /// Matches on the calling thread. Results stand in the order of the rules.
    public List<Matched> match(Table table, LocalDate asOf) {
        return match(table, asOf, 1);
    }

    /// Matches on a number of threads; the result is the same for any number.
    public List<Matched> match(Table table, LocalDate asOf, int threads) {
        throw new UnsupportedOperationException();
    }

    /// The rules with a part that is decided row by row, and why.
    public List<Slow> slow() {
        return List.of();
    }

    /// A rule with a part that is not computed on columns.
    ///
    /// @param rule   its number in [#rules]
    /// @param clause the part, as the plan writes it
    /// @param reason why it goes row by row
    public record Slow(int rule, String clause, String reason) {}
}
