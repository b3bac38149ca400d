package org.rongyi.rules.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.RuleFault;
import org.rongyi.rules.syntax.Limits;
import org.rongyi.rules.syntax.Source;
import org.rongyi.rules.syntax.Tree;

/// Gathers the faults of one rule text, so that all are reported in one run.
final class Faults {

    private final Source source;
    private final List<RuleFault> faults = new ArrayList<>();

    Faults(Source source) {
        this.source = source;
    }

    /// Records a fault at a construct and gives the node that stands for it.
    Node add(Tree at, String message, @Nullable String advice) {
        faults.add(source.fault(at.start(), at.end(), message, advice));
        return Node.Constant.FAULTY;
    }

    /// Refuses a plan on which an engine might run out of stack.
    void checkDepth(Tree at, Node node) {
        if (Nodes.depth(node) > Limits.DEPTH) {
            String message =
                    "The rule, with the formulas it stands on, is deeper than %d levels.".formatted(Limits.DEPTH);
            add(at, message, "Maybe store one of the derived elements.");
        }
    }

    /// The construct as written, shortened.
    String text(Tree tree) {
        return shortened(source.slice(tree.start(), tree.end()));
    }

    static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    /// In the order of the text.
    List<RuleFault> sorted() {
        faults.sort(Comparator.comparingInt(RuleFault::line).thenComparingInt(RuleFault::column));
        return List.copyOf(faults);
    }
}
