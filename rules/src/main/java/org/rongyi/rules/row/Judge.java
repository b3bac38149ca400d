package org.rongyi.rules.row;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Row;
import org.rongyi.rules.plan.Node;
import org.rongyi.rules.plan.Values;

/// Evaluates nodes for one row at one date.
///
/// Conditions are not evaluated to a value but *asked*: “is it true?” and “is it false?” are two questions, and
/// FEEL's null answers no to both. So `not(a / 0 > 1)` does not hold, `null and unknown` fails at once, and every
/// question has three answers.
public final class Judge {

    /// The value of an expression over a missing element.
    public static final Object UNKNOWN = new Object() {
        @Override
        public String toString() {
            return "unknown";
        }
    };

    /// A variable's value, and the node it came from, so that what is missing behind it can be named.
    private record Frame(
            @Nullable Frame outer,
            @Nullable Object value,
            Node origin,
            @Nullable Frame originFrame) {}

    private record Member(@Nullable Object value, Node origin) {}

    private final Row row;
    private final LocalDate asOf;

    public Judge(Row row, LocalDate asOf) {
        this.row = row;
        this.asOf = asOf;
    }

    /// Asks whether a condition is true (`wanted`) or false (not `wanted`).
    public Verdict ask(Node condition, boolean wanted) {
        return ask(condition, wanted, null);
    }

    /// The value of an expression that reads no element.
    public @Nullable Object constant(Node node) {
        Object value = value(node, null);
        if (value == UNKNOWN) {
            throw new IllegalArgumentException("(%s) reads an element".formatted(node));
        }
        return value;
    }

    /// The value of an expression; [#UNKNOWN] where it hangs on a missing element.
    public @Nullable Object value(Node node) {
        return value(node, null);
    }

    /// Adds the stored elements that an unknown condition hangs on.
    void missing(Node condition, boolean wanted, Set<String> ids) {
        missing(condition, wanted, null, ids);
    }

    /// Adds the stored elements that an unknown value hangs on.
    void missingValue(Node node, Set<String> ids) {
        missingValue(node, null, ids);
    }

    private Verdict ask(Node node, boolean wanted, @Nullable Frame frame) {
        return switch (node) {
            case Node.All a -> askParts(a.parts(), wanted, wanted, frame);
            case Node.Any a -> askParts(a.parts(), wanted, !wanted, frame);
            case Node.Not n -> ask(n.operand(), !wanted, frame);
            case Node.If i ->
                switch (ask(i.condition(), true, frame)) {
                    case YES -> ask(i.yes(), wanted, frame);
                    case NO -> ask(i.no(), wanted, frame);
                    case UNKNOWN -> Verdict.UNKNOWN;
                };
            case Node.Each e -> askMembers(e, wanted, frame);
            case Node.Derived d -> ask(d.formula(), wanted, null);
            case Node.Absent a -> verdict(isAbsent(a, frame), wanted);
            case Node.Constant c -> verdict(c.value(), wanted);
            case Node.Stored s -> verdict(value(s, frame), wanted);
            case Node.Local l -> verdict(value(l, frame), wanted);
            case Node.Apply a -> verdict(value(a, frame), wanted);
            case Node.AsOf a -> throw notCondition(a);
            case Node.Items i -> throw notCondition(i);
        };
    }

    private static IllegalStateException notCondition(Node node) {
        return new IllegalStateException("a condition cannot be a (%s)".formatted(node.type()));
    }

    private static Verdict verdict(@Nullable Object value, boolean wanted) {
        if (value == UNKNOWN) {
            return Verdict.UNKNOWN;
        }
        return value instanceof Boolean b && b == wanted ? Verdict.YES : Verdict.NO;
    }

    /// “Are all true?”, “is one false?” and so on: with `every`, one NO decides; else one YES does.
    private Verdict askParts(List<Node> parts, boolean wanted, boolean every, @Nullable Frame frame) {
        Verdict deciding = every ? Verdict.NO : Verdict.YES;
        boolean unknown = false;
        for (Node part : parts) {
            Verdict verdict = ask(part, wanted, frame);
            if (verdict == deciding) {
                return verdict;
            }
            unknown |= verdict == Verdict.UNKNOWN;
        }
        return unknown ? Verdict.UNKNOWN : every ? Verdict.YES : Verdict.NO;
    }

    private Verdict askMembers(Node.Each each, boolean wanted, @Nullable Frame frame) {
        List<Member> members = members(each.list(), frame);
        if (members == null) {
            return value(each.list(), frame) == UNKNOWN ? Verdict.UNKNOWN : Verdict.NO;
        }
        boolean every = each.every() == wanted;
        Verdict deciding = every ? Verdict.NO : Verdict.YES;
        boolean unknown = false;
        for (Member member : members) {
            Verdict verdict = ask(each.body(), wanted, new Frame(frame, member.value, member.origin, frame));
            if (verdict == deciding) {
                return verdict;
            }
            unknown |= verdict == Verdict.UNKNOWN;
        }
        return unknown ? Verdict.UNKNOWN : every ? Verdict.YES : Verdict.NO;
    }

    /// The members to go over, or null where the list itself is unknown or null. In a literal list each member may
    /// be unknown on its own.
    private @Nullable List<Member> members(Node list, @Nullable Frame frame) {
        List<Member> members = new ArrayList<>();
        if (list instanceof Node.Items items) {
            items.members().forEach(node -> members.add(new Member(value(node, frame), node)));
            return members;
        }
        if (!(value(list, frame) instanceof Collection<?> values)) {
            return null;
        }
        values.forEach(value -> members.add(new Member(value, list)));
        return members;
    }

    private boolean isAbsent(Node.Absent absent, @Nullable Frame frame) {
        Object value = value(absent.operand(), frame);
        return value == null || value == UNKNOWN;
    }

    private @Nullable Object value(Node node, @Nullable Frame frame) {
        return switch (node) {
            case Node.Constant c -> c.value();
            case Node.Stored s -> {
                Object value = Values.checked(s.element(), row.value(s.element().id()));
                yield value == null ? UNKNOWN : value;
            }
            case Node.Derived d -> value(d.formula(), null);
            case Node.AsOf a -> asOf;
            case Node.Local l -> frameOf(l, frame).value();
            case Node.Apply a -> apply(a, frame);
            case Node.If i ->
                switch (ask(i.condition(), true, frame)) {
                    case YES -> value(i.yes(), frame);
                    case NO -> value(i.no(), frame);
                    case UNKNOWN -> UNKNOWN;
                };
            case Node.Items i -> items(i, frame);
            case Node.All a -> truth(a, frame);
            case Node.Any a -> truth(a, frame);
            case Node.Not n -> truth(n, frame);
            case Node.Each e -> truth(e, frame);
            case Node.Absent a -> isAbsent(a, frame);
        };
    }

    /// A condition used as a value: true, false, null or unknown.
    private @Nullable Object truth(Node condition, @Nullable Frame frame) {
        Verdict isTrue = ask(condition, true, frame);
        Verdict isFalse = ask(condition, false, frame);
        if (isTrue == Verdict.YES || isFalse == Verdict.YES) {
            return isTrue == Verdict.YES;
        }
        return isTrue == Verdict.UNKNOWN || isFalse == Verdict.UNKNOWN ? UNKNOWN : null;
    }

    private @Nullable Object apply(Node.Apply apply, @Nullable Frame frame) {
        List<Node> nodes = apply.arguments();
        @Nullable Object[] arguments = new Object[nodes.size()];
        boolean unknown = false;
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = value(nodes.get(i), frame);
            if (arguments[i] == null && !apply.op().takesNull()) {
                return null;
            }
            unknown |= arguments[i] == UNKNOWN;
        }
        return unknown ? UNKNOWN : apply.op().apply(arguments);
    }

    private @Nullable Object items(Node.Items items, @Nullable Frame frame) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Node member : items.members()) {
            Object value = value(member, frame);
            if (value == UNKNOWN) {
                return UNKNOWN;
            }
            values.add(value);
        }
        return values;
    }

    private static Frame frameOf(Node.Local local, @Nullable Frame innermost) {
        Frame frame = innermost;
        for (int i = 0; i < local.index() && frame != null; i++) {
            frame = frame.outer;
        }
        if (frame == null) {
            throw new IllegalStateException("a variable (%d) outside its quantifier".formatted(local.index()));
        }
        return frame;
    }

    /// Follows only what is unknown: whatever is decided cannot be changed by an answer.
    private void missing(Node node, boolean wanted, @Nullable Frame frame, Set<String> ids) {
        if (ask(node, wanted, frame) != Verdict.UNKNOWN) {
            return;
        }
        switch (node) {
            case Node.All a -> a.parts().forEach(part -> missing(part, wanted, frame, ids));
            case Node.Any a -> a.parts().forEach(part -> missing(part, wanted, frame, ids));
            case Node.Not n -> missing(n.operand(), !wanted, frame, ids);
            case Node.If i -> {
                missing(i.condition(), true, frame, ids);
                if (ask(i.condition(), true, frame) != Verdict.NO) {
                    missing(i.yes(), wanted, frame, ids);
                }
                if (ask(i.condition(), true, frame) != Verdict.YES) {
                    missing(i.no(), wanted, frame, ids);
                }
            }
            case Node.Each e -> missingMembers(e, wanted, frame, ids);
            case Node.Derived d -> missing(d.formula(), wanted, null, ids);
            default -> missingValue(node, frame, ids);
        }
    }

    private void missingMembers(Node.Each each, boolean wanted, @Nullable Frame frame, Set<String> ids) {
        List<Member> members = members(each.list(), frame);
        if (members == null) {
            missingValue(each.list(), frame, ids);
            return;
        }
        for (Member member : members) {
            missing(each.body(), wanted, new Frame(frame, member.value, member.origin, frame), ids);
        }
    }

    private void missingValue(Node node, @Nullable Frame frame, Set<String> ids) {
        if (value(node, frame) != UNKNOWN) {
            return;
        }
        switch (node) {
            case Node.Stored s -> ids.add(s.element().id());
            case Node.Derived d -> missingValue(d.formula(), null, ids);
            case Node.Local l -> {
                Frame bound = frameOf(l, frame);
                missingValue(bound.origin, bound.originFrame, ids);
            }
            case Node.Apply a -> a.arguments().forEach(argument -> missingValue(argument, frame, ids));
            case Node.Items i -> i.members().forEach(member -> missingValue(member, frame, ids));
            case Node.If i -> {
                missing(i.condition(), true, frame, ids);
                missingBranches(i, frame, ids);
            }
            default -> {
                missing(node, true, frame, ids);
                missing(node, false, frame, ids);
            }
        }
    }

    private void missingBranches(Node.If iff, @Nullable Frame frame, Set<String> ids) {
        Verdict condition = ask(iff.condition(), true, frame);
        if (condition != Verdict.NO) {
            missingValue(iff.yes(), frame, ids);
        }
        if (condition != Verdict.YES) {
            missingValue(iff.no(), frame, ids);
        }
    }
}
