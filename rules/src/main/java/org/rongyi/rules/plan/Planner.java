package org.rongyi.rules.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Clause;
import org.rongyi.rules.Element;
import org.rongyi.rules.ValueType;
import org.rongyi.rules.syntax.Nearest;
import org.rongyi.rules.syntax.Operator;
import org.rongyi.rules.syntax.Source;
import org.rongyi.rules.syntax.Tree;
import org.rongyi.rules.syntax.Words;

/// Plans one rule: resolves names, checks types, folds constants, and draws the outline for explanations. All faults of
/// the text are found in one run.
public final class Planner {

    /// The name of the date that a rule is judged at.
    public static final String AS_OF = "asOf";

    private record Variable(String name, Type type) {}

    private final String text;
    private final Vocabulary vocabulary;
    private final Pool pool = new Pool();
    private final Faults faults;
    private final Calls calls;
    private final Operators operators;
    private final Deque<Variable> variables = new ArrayDeque<>();
    private Set<Node> reads = new LinkedHashSet<>();
    private List<Outline.Bound> bounds = List.of();

    private Planner(String text, Vocabulary vocabulary) {
        this.text = text;
        this.vocabulary = vocabulary;
        this.faults = new Faults(new Source(text));
        this.calls = new Calls(pool, faults);
        this.operators = new Operators(pool, faults);
    }

    /// Plans a rule that must give true or false.
    public static Planning condition(String text, Tree tree, Vocabulary vocabulary) {
        return new Planner(text, vocabulary).condition(tree);
    }

    /// Plans a rule that gives a value of any type that an element can have.
    public static Planning value(String text, Tree tree, Vocabulary vocabulary) {
        return new Planner(text, vocabulary).value(tree);
    }

    private Planning condition(Tree tree) {
        Outline outline = outline(tree);
        faults.checkDepth(tree, outline.node());
        return finished(outline.node(), ValueType.BOOLEAN, outline);
    }

    private Planning value(Tree tree) {
        Node node = node(tree);
        faults.checkDepth(tree, node);
        if (node.type() == Type.BOOLEAN && faults.isEmpty()) {
            return new Planner(text, vocabulary).condition(tree);
        }
        ValueType type = node.type().valueType();
        if (type == null && node.type() != Type.FAULTY) {
            boolean duration = node.type() == Type.MONTHS || node.type() == Type.DURATION;
            faults.add(
                    tree,
                    "A rule cannot give a %s.".formatted(node.type().shown()),
                    duration ? "Maybe take a part of it: (…).days, .months or .years." : null);
        }
        return finished(node, type == null ? ValueType.TEXT : type, null);
    }

    private Planning finished(Node node, ValueType type, @Nullable Outline outline) {
        if (!faults.isEmpty()) {
            return new Planning.Refused(faults.sorted());
        }
        TreeSet<String> stored = new TreeSet<>();
        reads.forEach(read -> Nodes.stored(read, stored));
        return new Planning.Planned(new Plan(text, node, type, outline, stored));
    }

    /// A condition with its clauses.
    private Outline outline(Tree tree) {
        return switch (tree) {
            case Tree.Junction j -> {
                List<Outline> parts = j.parts().stream().map(this::outline).toList();
                List<Node> nodes = parts.stream().map(Outline::node).toList();
                Clause.Kind kind = j.conjunction() ? Clause.Kind.ALL : Clause.Kind.ANY;
                yield compound(kind, tree, j.conjunction() ? pool.all(nodes) : pool.any(nodes), parts);
            }
            case Tree.Call call
            when isNot(call) -> {
                Outline operand = outline(call.arguments().getFirst());
                yield compound(Clause.Kind.NOT, tree, pool.not(operand.node()), List.of(operand));
            }
            default -> atom(tree);
        };
    }

    private static boolean isNot(Tree.Call call) {
        return call.function().name().equals("not")
                && call.arguments().size() == 1
                && call.labels().isEmpty();
    }

    private static Outline compound(Clause.Kind kind, Tree tree, Node node, List<Outline> parts) {
        Set<Node> all = new LinkedHashSet<>();
        parts.forEach(part -> all.addAll(part.reads()));
        return new Outline(kind, tree.start(), tree.end(), node, List.copyOf(all), List.of(), parts);
    }

    private Outline atom(Tree tree) {
        Set<Node> outer = reads;
        reads = new LinkedHashSet<>();
        bounds = List.of();
        Node node = bool(tree, node(tree));
        boolean compares = tree instanceof Tree.Binary || tree instanceof Tree.Between || tree instanceof Tree.In;
        Outline atom = new Outline(
                Clause.Kind.ATOM,
                tree.start(),
                tree.end(),
                node,
                List.copyOf(reads),
                compares ? bounds : List.of(),
                List.of());
        outer.addAll(reads);
        reads = outer;
        return atom;
    }

    /// The node itself if it can stand as a condition.
    private Node bool(Tree tree, Node node) {
        if (node.type().fits(Type.BOOLEAN)) {
            return node.type() == Type.NULL ? pool.constant(Type.BOOLEAN, null) : node;
        }
        String shown = faults.text(tree);
        String advice = switch (node.type()) {
            case NUMBER -> "Maybe compare it: %s > 0.".formatted(shown);
            case TEXT -> "Maybe compare it: %s = \"…\".".formatted(shown);
            case DATE -> "Maybe compare it: %s <= asOf.".formatted(shown);
            default -> node.type().item() != null ? "Maybe count(%s) > 0.".formatted(shown) : null;
        };
        return faults.add(
                tree,
                "A condition must be true or false; (%s) is a %s."
                        .formatted(shown, node.type().shown()),
                advice);
    }

    private Node node(Tree tree) {
        return switch (tree) {
            case Tree.Literal l -> calls.literal(l);
            case Tree.AtLiteral a -> calls.atLiteral(a);
            case Tree.Name n -> name(n);
            case Tree.Property p -> calls.property(p, node(p.of()));
            case Tree.Negative n -> operators.negative(n, node(n.operand()));
            case Tree.Binary b -> binary(b);
            case Tree.Junction j -> outline(j).node();
            case Tree.Between b -> between(b);
            case Tree.In i -> in(i);
            case Tree.If i -> iff(i);
            case Tree.Quantified q -> quantified(q, 0);
            case Tree.Items i -> items(i);
            case Tree.Call c -> call(c);
        };
    }

    private Node name(Tree.Name tree) {
        String name = tree.name();
        int index = 0;
        for (Variable variable : variables) {
            if (variable.name.equals(name)) {
                return variable.type == Type.FAULTY ? Node.Constant.FAULTY : pool.local(variable.type, index);
            }
            index++;
        }
        if (name.equals(AS_OF)) {
            return pool.asOf();
        }
        Element element = vocabulary.element(name);
        if (element == null) {
            return unknown(tree);
        }
        Node read;
        if (element.derived()) {
            switch (vocabulary.formula(element)) {
                case Vocabulary.Formula.Ready(Node formula) -> read = pool.derived(element, formula);
                case Vocabulary.Formula.Refused(String message) -> {
                    return faults.add(tree, message, null);
                }
            }
        } else {
            read = pool.stored(element);
        }
        reads.add(read);
        return read;
    }

    private Node unknown(Tree.Name tree) {
        String name = tree.name();
        List<String> known = new ArrayList<>(vocabulary.names());
        known.add(AS_OF);
        variables.forEach(variable -> known.add(variable.name));
        String advice = Nearest.advice(name, known);
        String meant = Words.meant(name);
        if (meant == null && Functions.names().contains(name)) {
            return faults.add(tree, "(%s) is a function.".formatted(name), "Maybe %s(…).".formatted(name));
        }
        return faults.add(
                tree, "There is no element (%s).".formatted(Faults.shortened(name)), meant != null ? meant : advice);
    }

    private Node binary(Tree.Binary tree) {
        Node left = node(tree.left());
        Node right = node(tree.right());
        if (!tree.operator().compares()) {
            return operators.arithmetic(tree, left, right);
        }
        Node node = operators.comparison(tree, tree.operator(), tree.left(), left, tree.right(), right);
        bounds = Bounds.of(tree.operator(), left, right);
        return node;
    }

    private Node between(Tree.Between tree) {
        Node value = node(tree.value());
        return range(tree, tree.value(), value, new Tree.Test.Range(tree.low(), true, tree.high(), true));
    }

    private Node range(Tree at, Tree valueTree, Node value, Tree.Test.Range range) {
        Node low = range.low() == null ? null : node(range.low());
        Node high = range.high() == null ? null : node(range.high());
        if (Bounds.runBackwards(low, high)) {
            return faults.add(at, "The range runs backwards.", "Maybe the lower bound first.");
        }
        List<Node> sides = new ArrayList<>();
        List<Outline.Bound> found = new ArrayList<>();
        if (low != null && range.low() != null) {
            Operator operator = range.lowIncluded() ? Operator.GE : Operator.GT;
            sides.add(operators.comparison(at, operator, valueTree, value, range.low(), low));
            found.addAll(Bounds.of(operator, value, low));
        }
        if (high != null && range.high() != null) {
            Operator operator = range.highIncluded() ? Operator.LE : Operator.LT;
            sides.add(operators.comparison(at, operator, valueTree, value, range.high(), high));
            found.addAll(Bounds.of(operator, value, high));
        }
        bounds = List.copyOf(found);
        return sides.contains(Node.Constant.FAULTY) ? Node.Constant.FAULTY : pool.all(sides);
    }

    private Node in(Tree.In tree) {
        Node value = node(tree.value());
        if (value.type().item() != null) {
            return faults.add(
                    tree.value(),
                    "(in) asks about one value; (%s) is a %s."
                            .formatted(faults.text(tree.value()), value.type().shown()),
                    "Maybe “some x in %s satisfies x in ( … )”.".formatted(faults.text(tree.value())));
        }
        List<Node> alternatives = new ArrayList<>();
        List<Node> constants = new ArrayList<>();
        for (Tree.Test test : tree.tests()) {
            switch (test) {
                case Tree.Test.Range r -> alternatives.add(range(tree, tree.value(), value, r));
                case Tree.Test.Other o ->
                    alternatives.add(operators.comparison(
                            o.operand(), Operator.NE, tree.value(), value, o.operand(), node(o.operand())));
                case Tree.Test.Value v -> {
                    Node operand = node(v.operand());
                    Node equal = member(tree, value, v.operand(), operand);
                    boolean constant = operand instanceof Node.Constant c
                            && c.value() != null
                            && operand.type().item() == null;
                    (constant && equal instanceof Node.Apply ? constants : alternatives)
                            .add(constant && equal instanceof Node.Apply ? operand : equal);
                    bounds = Bounds.of(Operator.EQ, value, operand);
                }
            }
        }
        if (tree.tests().size() != 1) {
            bounds = List.of();
        }
        if (!constants.isEmpty()) {
            Node list = calls.items(constants);
            Node known = list == null || constants.size() == 1
                    ? pool.apply(Op.EQ, Type.BOOLEAN, value, constants.getFirst())
                    : pool.apply(Op.MEMBER, Type.BOOLEAN, value, list);
            alternatives.addFirst(known);
        }
        return alternatives.contains(Node.Constant.FAULTY) ? Node.Constant.FAULTY : pool.any(alternatives);
    }

    /// The value equals the operand or, where that is a list, is a member of it.
    private Node member(Tree.In tree, Node value, Tree operandTree, Node operand) {
        Type item = operand.type().item();
        if (item == null) {
            return operators.comparison(operandTree, Operator.EQ, tree.value(), value, operandTree, operand);
        }
        if (value.type().join(item) == null) {
            return faults.add(
                    operandTree,
                    "A %s (%s) is never in a %s (%s)."
                            .formatted(
                                    value.type().shown(),
                                    faults.text(tree.value()),
                                    operand.type().shown(),
                                    faults.text(operandTree)),
                    null);
        }
        return pool.apply(Op.MEMBER, Type.BOOLEAN, value, operand);
    }

    private Node iff(Tree.If tree) {
        Node condition = bool(tree.condition(), node(tree.condition()));
        Node yes = node(tree.yes());
        Node no = node(tree.no());
        Type type = yes.type().join(no.type());
        if (type == null) {
            return faults.add(
                    tree,
                    "The two branches of (if) differ: a %s (%s) and a %s (%s)."
                            .formatted(
                                    yes.type().shown(),
                                    faults.text(tree.yes()),
                                    no.type().shown(),
                                    faults.text(tree.no())),
                    null);
        }
        boolean faulty = condition.type() == Type.FAULTY || type == Type.FAULTY;
        return faulty ? Node.Constant.FAULTY : pool.iff(type, condition, yes, no);
    }

    private Node quantified(Tree.Quantified tree, int binding) {
        if (binding == tree.bindings().size()) {
            return bool(tree.body(), node(tree.body()));
        }
        Tree.Binding bound = tree.bindings().get(binding);
        Node list = node(bound.list());
        Type item = list.type().item();
        if (item == null && list.type() != Type.FAULTY) {
            faults.add(
                    bound.list(),
                    "(%s) goes over a list; (%s) is a %s."
                            .formatted(
                                    tree.every() ? "every" : "some",
                                    faults.text(bound.list()),
                                    list.type().shown()),
                    null);
        }
        variables.push(new Variable(bound.variable().name(), item == null ? Type.FAULTY : item));
        Node body = quantified(tree, binding + 1);
        variables.pop();
        return item == null || body.type() == Type.FAULTY ? Node.Constant.FAULTY : pool.each(tree.every(), list, body);
    }

    private Node items(Tree.Items tree) {
        List<Node> members = tree.items().stream().map(this::node).toList();
        if (members.stream().anyMatch(member -> member.type() == Type.FAULTY)) {
            return Node.Constant.FAULTY;
        }
        Node list = calls.items(members);
        return list != null
                ? list
                : faults.add(
                        tree, "The members of a list must be of one type (%s).".formatted(faults.text(tree)), null);
    }

    private Node call(Tree.Call call) {
        return switch (call.function().name()) {
            case "not" -> not(call);
            case "is defined" -> isDefined(call);
            default ->
                calls.call(call, call.arguments().stream().map(this::node).toList());
        };
    }

    private Node not(Tree.Call call) {
        if (!isNot(call)) {
            return faults.add(call, "(not) takes one condition.", "Maybe “not(… or …)”.");
        }
        return outline(call).node();
    }

    private Node isDefined(Tree.Call call) {
        boolean element = call.arguments().size() == 1 && call.arguments().getFirst() instanceof Tree.Name;
        if (!element) {
            return faults.add(
                    call, "(is defined) takes the name of one element.", "Maybe “x != null” for an expression.");
        }
        Node operand = node(call.arguments().getFirst());
        return operand.type() == Type.FAULTY ? operand : pool.not(pool.absent(operand));
    }
}
