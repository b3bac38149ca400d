package org.rongyi.rules;

import java.util.List;
import org.rongyi.rules.plan.Planner;
import org.rongyi.rules.plan.Planning;
import org.rongyi.rules.plan.Vocabulary;
import org.rongyi.rules.syntax.Parsed;
import org.rongyi.rules.syntax.Parser;

/// Turns rule texts into rules over one dictionary. Safe for many threads.
public final class RuleCompiler {

    private static final int MOST_FAULTS = 20;

    private final Vocabulary vocabulary;
    private final Parser parser;

    /// A compiler over a dictionary. A rule that names an element with a faulty formula is refused.
    public RuleCompiler(Dictionary dictionary) {
        this.vocabulary = dictionary.vocabulary();
        this.parser = dictionary.parser();
    }

    /// Compiles a condition: the text must give true or false.
    public Compilation condition(String text) {
        return switch (parser.parse(text)) {
            case Parsed.Refused(var faults) -> rejected(faults);
            case Parsed.Read(var tree) -> compilation(Planner.condition(text, tree, vocabulary));
        };
    }

    /// Compiles a rule that gives a value of any [ValueType], such as an amount.
    public Compilation value(String text) {
        return switch (parser.parse(text)) {
            case Parsed.Refused(var faults) -> rejected(faults);
            case Parsed.Read(var tree) -> compilation(Planner.value(text, tree, vocabulary));
        };
    }

    private static Compilation compilation(Planning planning) {
        return switch (planning) {
            case Planning.Refused(var faults) -> rejected(faults);
            case Planning.Planned(var plan) -> new Compilation.Compiled(new Rule(plan));
        };
    }

    /// A text of many foreign characters has thousands of faults; who mends the first twenty sees the next.
    private static Compilation rejected(List<RuleFault> faults) {
        return new Compilation.Rejected(
                faults.size() <= MOST_FAULTS ? faults : List.copyOf(faults.subList(0, MOST_FAULTS)));
    }
}
