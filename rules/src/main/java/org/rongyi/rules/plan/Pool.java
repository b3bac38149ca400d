package org.rongyi.rules.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Element;

/// Makes nodes: folds what is constant, writes equal things in one form and keeps each node once. A pool
/// serves one rule while it is planned, and one set of rules when they are to be matched together. Not safe
/// for many threads.
public final class Pool {

    private final Map<Node, Node> nodes = new HashMap<>();

    /// The one node equal to this; parts included.
    public Node intern(Node node) {
        Node known = nodes.get(node);
        return known != null ? known : keep(withInternedParts(node));
    }

    private Node withInternedParts(Node node) {
        return switch (node) {
            case Node.Constant c -> c;
            case Node.Stored s -> s;
            case Node.AsOf a -> a;
            case Node.Local l -> l;
            case Node.Derived d -> new Node.Derived(d.element(), intern(d.formula()));
            case Node.Apply a -> new Node.Apply(a.op(), a.type(), internAll(a.arguments()));
            case Node.All a -> new Node.All(internAll(a.parts()));
            case Node.Any a -> new Node.Any(internAll(a.parts()));
            case Node.Not n -> new Node.Not(intern(n.operand()));
            case Node.If i -> new Node.If(i.type(), intern(i.condition()), intern(i.yes()), intern(i.no()));
            case Node.Each e -> new Node.Each(e.every(), intern(e.list()), intern(e.body()));
            case Node.Absent a -> new Node.Absent(intern(a.operand()));
            case Node.Items i -> new Node.Items(i.type(), internAll(i.members()));
        };
    }

    private List<Node> internAll(List<Node> parts) {
        List<Node> interned = new ArrayList<>(parts.size());
        for (Node part : parts) {
            interned.add(intern(part));
        }
        return List.copyOf(interned);
    }

    private Node keep(Node node) {
        Node known = nodes.putIfAbsent(node, node);
        return known == null ? node : known;
    }

    /// A value; numbers in their one form.
    Node constant(Type type, @Nullable Object value) {
        return keep(new Node.Constant(type, value instanceof BigDecimal n ? Numbers.canonical(n) : value));
    }

    Node stored(Element element) {
        return keep(new Node.Stored(element));
    }

    Node derived(Element element, Node formula) {
        return intern(new Node.Derived(element, formula));
    }

    Node asOf() {
        return keep(new Node.AsOf());
    }

    Node local(Type type, int index) {
        return keep(new Node.Local(type, index));
    }

    /// An operation, computed now if all its arguments are constant. A comparison gets its constant on the right.
    Node apply(Op op, Type type, Node... arguments) {
        List<Node> args = List.of(arguments);
        Op flipped = flipped(op);
        if (flipped != null && args.get(0) instanceof Node.Constant && !(args.get(1) instanceof Node.Constant)) {
            return apply(flipped, type, args.get(1), args.get(0));
        }
        boolean nullArgument = args.stream().anyMatch(a -> a instanceof Node.Constant c && c.value() == null);
        if (nullArgument && !op.takesNull()) {
            return constant(type, null);
        }
        if (args.stream().allMatch(Node.Constant.class::isInstance)) {
            @Nullable
            Object[] values =
                    args.stream().map(a -> ((Node.Constant) a).value()).toArray();
            return constant(type, op.apply(values));
        }
        return keep(new Node.Apply(op, type, args));
    }

    private static @Nullable Op flipped(Op op) {
        return switch (op) {
            case EQ -> Op.EQ;
            case LT -> Op.GT;
            case LE -> Op.GE;
            case GT -> Op.LT;
            case GE -> Op.LE;
            default -> null;
        };
    }

    Node all(List<Node> parts) {
        return junction(parts, true);
    }

    Node any(List<Node> parts) {
        return junction(parts, false);
    }

    /// `and` or `or`: flattened, without doubles, without its neutral constant, decided by its dominant one.
    private Node junction(List<Node> parts, boolean conjunction) {
        Node neutral = conjunction ? Node.Constant.TRUE : Node.Constant.FALSE;
        Node dominant = conjunction ? Node.Constant.FALSE : Node.Constant.TRUE;
        Set<Node> kept = new LinkedHashSet<>();
        for (Node part : parts) {
            if (part instanceof Node.All a && conjunction) {
                kept.addAll(a.parts());
            } else if (part instanceof Node.Any a && !conjunction) {
                kept.addAll(a.parts());
            } else if (!part.equals(neutral)) {
                kept.add(part);
            }
        }
        if (kept.contains(dominant)) {
            return keep(dominant);
        }
        return switch (kept.size()) {
            case 0 -> keep(neutral);
            case 1 -> kept.iterator().next();
            default -> keep(conjunction ? new Node.All(List.copyOf(kept)) : new Node.Any(List.copyOf(kept)));
        };
    }

    Node not(Node operand) {
        return switch (operand) {
            case Node.Constant c -> constant(Type.BOOLEAN, c.value() == null ? null : !((Boolean) c.value()));
            case Node.Not n -> n.operand();
            default -> keep(new Node.Not(operand));
        };
    }

    Node iff(Type type, Node condition, Node yes, Node no) {
        if (condition instanceof Node.Constant c) {
            return Boolean.TRUE.equals(c.value()) ? yes : no;
        }
        return keep(new Node.If(type, condition, yes, no));
    }

    Node each(boolean every, Node list, Node body) {
        boolean empty = list instanceof Node.Constant c && c.value() instanceof Collection<?> l && l.isEmpty();
        return empty ? keep(every ? Node.Constant.TRUE : Node.Constant.FALSE) : keep(new Node.Each(every, list, body));
    }

    Node absent(Node operand) {
        return operand instanceof Node.Constant c
                ? constant(Type.BOOLEAN, c.value() == null)
                : keep(new Node.Absent(operand));
    }

    Node items(Type type, List<Node> members) {
        if (members.stream().allMatch(Node.Constant.class::isInstance)) {
            List<@Nullable Object> values = new ArrayList<>();
            members.forEach(member -> values.add(((Node.Constant) member).value()));
            return constant(type, Collections.unmodifiableList(values));
        }
        return keep(new Node.Items(type, List.copyOf(members)));
    }
}
