package org.rongyi.city.policies;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.definitions.Words;
import org.rongyi.rules.Rule;
import org.rongyi.rules.RuleFault;

/// A policy that is being written.
///
/// @param against the text in force that it would replace; null for a new policy
/// @param conditions at least one; all must hold
/// @param amount computes the amount in 元; empty where none can be computed
/// @param capYuan the highest amount in 元
public record Draft(
        @Nullable InForce against,
        List<String> conditions,
        String amount,
        @Nullable BigDecimal capYuan) {
    /// The part of a draft that computes the amount, beside its conditions 0, 1, …
    public static final int AMOUNT = -1;

    public Draft {
        conditions = List.copyOf(conditions);
    }

    /// The text of a part.
    public String part(int part) {
        return part == AMOUNT ? amount : conditions.get(part);
    }

    Draft with(int part, String text) {
        List<String> changed = new java.util.ArrayList<>(conditions);
        if (part != AMOUNT) {
            changed.set(part, text);
        }
        return new Draft(against, changed, part == AMOUNT ? text : amount, capYuan);
    }

    /// What becomes of a draft when it is read.
    public sealed interface Checked {}

    /// All its rules are sound.
    ///
    /// @param rule all conditions as one
    /// @param dials the numbers that can be turned
    public record Sound(
            Draft draft,
            List<Rule> conditions,
            Rule rule,
            @Nullable Rule amount,
            List<Dial> dials) implements Checked {
        public Sound {
            conditions = List.copyOf(conditions);
            dials = List.copyOf(dials);
        }
    }

    /// @param faults of each part that has some
    public record Faulty(List<PartFault> faults) implements Checked {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /// What is wrong with a part: faults of its rule, or that it reads what points at one firm or person.
    public record PartFault(int part, List<RuleFault> faults, List<ElementDefinition> pointers) {}

    /// A number in a part.
    ///
    /// @param number the how-manieth number of the part, from 0
    /// @param low and high between what it is turned
    /// @param unit of the element beside it, where that is plain
    public record Dial(
            int part,
            int number,
            BigDecimal value,
            BigDecimal low,
            BigDecimal high,
            @Nullable Words unit) {}
}
