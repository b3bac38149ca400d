package org.rongyi.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.plan.Node;
import org.rongyi.rules.plan.Op;
import org.rongyi.rules.plan.Values;

/// Conditions that no row can meet together, found by reasoning over ranges and lists of values, without
/// looking at any data. Only what is plain is found: comparisons of one element with constants, joined by
/// `and`.
public final class Contradictions {

    private Contradictions() {}

    /// Two conditions that leave an element no value.
    ///
    /// @param first  number of a condition
    /// @param second number of the condition that contradicts it; the same where it contradicts itself
    public record Contradiction(int first, int second, Element element) {}

    /// What conditions that must all hold contradict, each element once.
    public static List<Contradiction> among(List<Rule> conditions) {
        Map<Element, List<Limit>> limits = new LinkedHashMap<>();
        for (int number = 0; number < conditions.size(); number++) {
            collect(conditions.get(number).plan().node(), number, limits);
        }
        List<Contradiction> found = new ArrayList<>();
        limits.forEach((element, ofElement) -> {
            Contradiction contradiction = contradiction(element, ofElement);
            if (contradiction != null) {
                found.add(contradiction);
            }
        });
        return found;
    }

    private static @Nullable Contradiction contradiction(Element element, List<Limit> limits) {
        for (int i = 0; i < limits.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (limits.get(j).excludes(limits.get(i))) {
                    return new Contradiction(limits.get(j).condition, limits.get(i).condition, element);
                }
            }
        }
        return null;
    }

    /// What a condition asks of an element: to stand so to a constant.
    private record Limit(int condition, Op op, Object constant) {
        boolean excludes(Limit other) {
            if (op == Op.EQ || op == Op.MEMBER) {
                return members().stream().noneMatch(other::allows);
            }
            if (other.op == Op.EQ || other.op == Op.MEMBER) {
                return other.excludes(this);
            }
            boolean opposite = isUpper() != other.isUpper();
            Limit upper = isUpper() ? this : other;
            Limit lower = isUpper() ? other : this;
            int order = Values.compare(lower.constant, upper.constant);
            return opposite && (order > 0 || order == 0 && (upper.op == Op.LT || lower.op == Op.GT));
        }

        private boolean isUpper() {
            return op == Op.LT || op == Op.LE;
        }

        private Collection<?> members() {
            return constant instanceof Collection<?> several ? several : List.of(constant);
        }

        private boolean allows(Object value) {
            int order = op == Op.MEMBER ? 0 : Values.compare(value, constant);
            return switch (op) {
                case MEMBER -> members().stream().anyMatch(member -> Values.equal(member, value));
                case EQ -> order == 0;
                case LT -> order < 0;
                case LE -> order <= 0;
                case GT -> order > 0;
                case GE -> order >= 0;
                default -> true;
            };
        }
    }

    private static void collect(Node node, int condition, Map<Element, List<Limit>> limits) {
        switch (node) {
            case Node.All all -> all.parts().forEach(part -> collect(part, condition, limits));
            case Node.Apply(var op, var type, var arguments)
            when arguments.size() == 2 -> {
                Node left = arguments.getFirst();
                Node right = arguments.getLast();
                if (compares(op) || op == Op.MEMBER) {
                    limit(left, op, right, condition, limits);
                }
                if (compares(op)) {
                    limit(right, turned(op), left, condition, limits);
                }
            }
            default -> {}
        }
    }

    private static void limit(Node subject, Op op, Node constant, int condition, Map<Element, List<Limit>> limits) {
        Element element = switch (subject) {
            case Node.Stored(var stored) -> stored;
            case Node.Derived(var derived, var formula) -> derived;
            default -> null;
        };
        if (element != null && constant instanceof Node.Constant(var type, var value) && usable(value)) {
            limits.computeIfAbsent(element, _ -> new ArrayList<>()).add(new Limit(condition, op, value));
        }
    }

    private static boolean usable(@Nullable Object value) {
        return value instanceof BigDecimal
                || value instanceof LocalDate
                || value instanceof String
                || value instanceof Collection<?>;
    }

    private static boolean compares(Op op) {
        return switch (op) {
            case EQ, LT, LE, GT, GE -> true;
            default -> false;
        };
    }

    private static Op turned(Op op) {
        return switch (op) {
            case LT -> Op.GT;
            case LE -> Op.GE;
            case GT -> Op.LT;
            case GE -> Op.LE;
            default -> op;
        };
    }
}
