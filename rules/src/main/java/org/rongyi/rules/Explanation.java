package org.rongyi.rules;

import java.util.List;

/// Why a condition came out as it did.
///
/// @param outcome the same as [Rule#decide] gives
/// @param root    the whole rule as one clause
public record Explanation(Outcome outcome, Clause root) {

    /// The top-level conjuncts: what a reader ticks off one by one. A rule that is no `and` is its own only clause.
    public List<Clause> clauses() {
        return root.kind() == Clause.Kind.ALL ? root.parts() : List.of(root);
    }
}
