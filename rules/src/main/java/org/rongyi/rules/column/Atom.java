package org.rongyi.rules.column;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.rongyi.rules.Element;
import org.rongyi.rules.plan.Node;
import org.rongyi.rules.plan.Nodes;
import org.rongyi.rules.plan.Op;
import org.rongyi.rules.plan.Type;

/// A condition that is no junction, asked whether it is true (`wanted`) or false, and how columns answer it.
record Atom(Node node, boolean wanted, Way way) {

    /// How an atom is computed for a block.
    sealed interface Way {

        /// It reads no element: one answer for all rows.
        record Once() implements Way {}

        /// It reads one coded, boolean or date column: one answer per distinct value.
        record PerValue(Element element) implements Way {}

        /// It compares two numbers.
        record CompareNumbers(Op op, Node left, Node right) implements Way {}

        /// It compares two dates of which each is a column or needs no element.
        record CompareDates(Op op, Node left, Node right) implements Way {}

        /// It asks whether a number is absent.
        record AbsentNumber(Node operand) implements Way {}

        /// Row by row, for a reason.
        record PerRow(String reason) implements Way {}
    }

    static Atom of(Node node, boolean wanted) {
        return new Atom(node, wanted, way(node));
    }

    boolean slow() {
        return way instanceof Way.PerRow;
    }

    private static Way way(Node node) {
        Set<Element> elements = new LinkedHashSet<>();
        Nodes.walk(node, n -> {
            if (n instanceof Node.Stored s) {
                elements.add(s.element());
            }
        });
        if (elements.isEmpty()) {
            return new Way.Once();
        }
        Element only = elements.iterator().next();
        if (elements.size() == 1 && Type.of(only.type()) != Type.NUMBER) {
            return new Way.PerValue(only);
        }
        if (node instanceof Node.Apply a
                && isComparison(a.op())
                && a.arguments().size() == 2) {
            Node left = a.arguments().get(0);
            Node right = a.arguments().get(1);
            if (NumberVectors.canCompute(left) && NumberVectors.canCompute(right)) {
                return new Way.CompareNumbers(a.op(), left, right);
            }
            if (isDate(left) && isDate(right)) {
                return new Way.CompareDates(a.op(), left, right);
            }
        }
        if (node instanceof Node.Absent a && NumberVectors.canCompute(a.operand())) {
            return new Way.AbsentNumber(a.operand());
        }
        return new Way.PerRow(reason(node, elements));
    }

    private static boolean isComparison(Op op) {
        return switch (op) {
            case EQ, LT, LE, GT, GE -> true;
            default -> false;
        };
    }

    static boolean readsNothing(Node node) {
        Set<String> ids = new TreeSet<>();
        Nodes.stored(node, ids);
        return ids.isEmpty();
    }

    private static boolean isDate(Node node) {
        return node.type() == Type.DATE && (node instanceof Node.Stored || readsNothing(node));
    }

    private static String reason(Node node, Set<Element> elements) {
        String names =
                String.join(", ", elements.stream().map(Element::id).sorted().toList());
        String what = switch (node) {
            case Node.Apply a -> "operation " + a.op();
            case Node.Each e -> e.every() ? "every" : "some";
            default -> node.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        };
        return "%s over (%s) is not computed on columns".formatted(what, names);
    }
}
