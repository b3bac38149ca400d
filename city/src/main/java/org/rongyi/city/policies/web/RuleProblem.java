package org.rongyi.city.policies.web;

import org.jspecify.annotations.Nullable;
import org.rongyi.rules.RuleFault;

/// A fault of a rule text with its line cut in three: what comes before, what is wrong, what follows.
///
/// @param chinese message and advice in Chinese; null when there is no translation
public record RuleProblem(
        int line,
        int column,
        String before,
        String wrong,
        String after,
        String message,
        @Nullable String advice,
        @Nullable String chinese) {
    static RuleProblem of(RuleFault fault, String text) {
        String[] lines = text.split("\n", -1);
        String line = fault.line() <= lines.length ? lines[fault.line() - 1].stripTrailing() : "";
        int from = Math.clamp(fault.column() - 1L, 0, line.length());
        int to = Math.clamp((long) from + Math.max(1, fault.length()), from, line.length());
        return new RuleProblem(
                fault.line(),
                fault.column(),
                line.substring(0, from),
                to == from ? "▲" : line.substring(from, to),
                line.substring(to),
                fault.message(),
                fault.advice(),
                chinese(fault));
    }

    private static @Nullable String chinese(RuleFault fault) {
        String advice = fault.advice();
        return RuleWords.chinese(fault.message())
                .map(message -> advice == null
                        ? message
                        : message + RuleWords.chinese(advice).orElse(advice))
                .orElse(null);
    }
}
