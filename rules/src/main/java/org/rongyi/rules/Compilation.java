package org.rongyi.rules;

import java.util.List;

/// What compiling a rule text gives: a rule, or every fault found in it.
public sealed interface Compilation {

    /// The text is a rule.
    record Compiled(Rule rule) implements Compilation {}

    /// The text is refused.
    ///
    /// @param faults at least one, in the order of the text
    record Rejected(List<RuleFault> faults) implements Compilation {
        public Rejected {
            if (faults.isEmpty()) {
                throw new IllegalArgumentException("a rejected rule needs a fault");
            }
            faults = List.copyOf(faults);
        }
    }
}
