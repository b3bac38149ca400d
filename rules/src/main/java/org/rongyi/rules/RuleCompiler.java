package org.rongyi.rules;

import java.util.List;

/// Turns rule texts into rules over one dictionary. Safe for many threads.
public final class RuleCompiler {

    /// A compiler over a dictionary; elements of the dictionary that have faults are refused in rules.
    public RuleCompiler(Dictionary dictionary) {
        dictionary.elements();
    }

    /// Compiles a condition: the text must give a boolean.
    public Compilation condition(String text) {
        return value(text);
    }

    /// Compiles a rule that gives a value of any [ValueType], such as an amount.
    public Compilation value(String text) {
        return new Compilation.Rejected(List.of(new RuleFault(1, 1, text.length(), "not built yet", null)));
    }
}
