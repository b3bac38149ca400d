package org.rongyi.rules.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Margin;
import org.rongyi.rules.syntax.Operator;

/// Thresholds of comparisons, for margins.
final class Bounds {

    private Bounds() {}

    /// The threshold of a comparison; what reads elements is the value, and stands left.
    static List<Outline.Bound> of(Operator operator, Node left, Node right) {
        boolean measured = left.type() == right.type()
                && (left.type() == Type.NUMBER || left.type() == Type.DATE || left.type() == Type.DURATION);
        if (!measured || operator == Operator.NE) {
            return List.of();
        }
        boolean flip = !Nodes.readsElements(left) && Nodes.readsElements(right);
        Margin.Comparison comparison = switch (operator) {
            case GE -> flip ? Margin.Comparison.AT_MOST : Margin.Comparison.AT_LEAST;
            case GT -> flip ? Margin.Comparison.LESS_THAN : Margin.Comparison.MORE_THAN;
            case LE -> flip ? Margin.Comparison.AT_LEAST : Margin.Comparison.AT_MOST;
            case LT -> flip ? Margin.Comparison.MORE_THAN : Margin.Comparison.LESS_THAN;
            default -> Margin.Comparison.EQUAL_TO;
        };
        return List.of(flip ? new Outline.Bound(comparison, right, left) : new Outline.Bound(comparison, left, right));
    }

    /// Whether two constant bounds are in the wrong order.
    static boolean runBackwards(@Nullable Node low, @Nullable Node high) {
        return low instanceof Node.Constant a
                && high instanceof Node.Constant b
                && a.type() == b.type()
                && a.type().item() == null
                && a.value() != null
                && b.value() != null
                && Values.compare(a.value(), b.value()) > 0;
    }
}
