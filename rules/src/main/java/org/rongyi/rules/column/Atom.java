package org.rongyi.rules.column;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Element;
import org.rongyi.rules.plan.Node;
import org.rongyi.rules.plan.Nodes;
import org.rongyi.rules.plan.Op;
import org.rongyi.rules.plan.Type;

/// A condition that is no junction, asked whether it is true or false, and how columns answer it.
record Atom(Question question, Way way) {

    /// A condition and the answer that is wanted: is it true, or is it false?
    record Question(Node node, boolean wanted) {}

    /// How an atom is answered.
    sealed interface Way {

        /// It reads no element: one answer for all rows.
        record Once() implements Way {}

        /// It reads one column: one answer per distinct value.
        record PerValue(Element element) implements Way {}

        /// It compares two numbers.
        record CompareNumbers(Op op, Node left, Node right) implements Way {}

        /// It compares two date columns.
        record CompareDates(Op op, Element left, Element right) implements Way {}

        /// It asks whether a number is absent.
        record AbsentNumber(Node operand) implements Way {}

        /// Row by row, for a reason.
        record PerRow(String reason) implements Way {}
    }

    static Atom of(Question question) {
        return new Atom(question, way(question.node()));
    }

    boolean slow() {
        return way instanceof Way.PerRow;
    }

    /// Whether numbers are computed for it, block by block.
    boolean computesNumbers() {
        return way instanceof Way.CompareNumbers || way instanceof Way.AbsentNumber;
    }

    /// The element of whose missing value alone, and always, it comes that the atom is unknown; null where
    /// that is not plain.
    @Nullable
    Element sureWhereKnown() {
        return switch (question.node()) {
            case Node.Stored(Element element) -> element;
            case Node.Apply(var op, var type, var arguments)
            when arguments.size() == 2
                    && arguments.getFirst() instanceof Node.Stored(Element element)
                    && arguments.getLast() instanceof Node.Constant(var t, var value)
                    && value != null -> element;
            default -> null;
        };
    }

    private static Way way(Node node) {
        Set<Element> elements = elements(node);
        if (elements.isEmpty()) {
            return new Way.Once();
        }
        Element only = elements.iterator().next();
        if (elements.size() == 1 && (Type.of(only.type()) != Type.NUMBER || isAmongNumbers(node))) {
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
            if (left instanceof Node.Stored(Element l)
                    && right instanceof Node.Stored(Element r)
                    && left.type() == Type.DATE) {
                return new Way.CompareDates(a.op(), l, r);
            }
        }
        if (node instanceof Node.Absent a && NumberVectors.canCompute(a.operand())) {
            return new Way.AbsentNumber(a.operand());
        }
        return new Way.PerRow(reason(node, elements));
    }

    /// The stored elements behind a node, in the order of its text.
    static Set<Element> elements(Node node) {
        Set<Element> elements = new LinkedHashSet<>();
        Nodes.walk(node, n -> {
            if (n instanceof Node.Stored s) {
                elements.add(s.element());
            }
        });
        return elements;
    }

    /// Whether the node asks if a stored number is one of some numbers.
    static boolean isAmongNumbers(Node node) {
        return node instanceof Node.Apply a
                && a.op() == Op.MEMBER
                && a.arguments().getFirst() instanceof Node.Stored
                && a.arguments().getLast() instanceof Node.Constant c
                && c.value() instanceof Collection<?>;
    }

    static boolean isComparison(Op op) {
        return switch (op) {
            case EQ, LT, LE, GT, GE -> true;
            default -> false;
        };
    }

    /// Whether a comparison holds for values in this order.
    static boolean holds(Op op, int order) {
        return switch (op) {
            case EQ -> order == 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            case GT -> order > 0;
            case GE -> order >= 0;
            default -> throw new IllegalStateException("(%s) does not compare".formatted(op));
        };
    }

    static boolean readsNothing(Node node) {
        Set<String> ids = new TreeSet<>();
        Nodes.stored(node, ids);
        return ids.isEmpty();
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
