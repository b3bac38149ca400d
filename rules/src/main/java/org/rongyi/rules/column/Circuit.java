package org.rongyi.rules.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.plan.Node;
import org.rongyi.rules.plan.Nodes;
import org.rongyi.rules.plan.Type;

/// The gates of a set of rules. Equal gates exist once, whatever the order of their parts, so that what rules
/// share is computed once; a gate stands behind those it is made of. A rule is the gates that must all hold.
final class Circuit {

    private final List<Atom> atoms;
    private final Gate[] gates;
    private final int[][] operands;
    private final boolean[] slow;
    private final int[] users;
    private final int[][] rules;
    private final Map<Node, Integer> conditions;

    private Circuit(Builder builder, List<Integer> tops) {
        this.atoms = List.copyOf(builder.atoms);
        this.gates = builder.gates.toArray(Gate[]::new);
        this.conditions = Map.copyOf(builder.conditions);
        this.slow = new boolean[gates.length];
        this.users = new int[gates.length];
        this.operands = new int[gates.length][];
        for (int i = 0; i < slow.length; i++) {
            Gate gate = gates[i];
            slow[i] = gate instanceof Gate.Leaf(int atom) && atoms.get(atom).slow();
            operands[i] = gate.operands().stream().mapToInt(Integer::intValue).toArray();
            for (int operand : operands[i]) {
                slow[i] |= slow[operand];
                users[operand]++;
            }
        }
        this.rules = new int[tops.size()][];
        for (int rule = 0; rule < rules.length; rule++) {
            int top = tops.get(rule);
            List<Integer> parts = gates[top] instanceof Gate.AllOf(var all) ? all : List.of(top);
            rules[rule] = parts.stream().mapToInt(Integer::intValue).toArray();
            for (int part : parts) {
                users[part]++;
            }
        }
        conditions.values().forEach(gate -> users[gate] += 2);
    }

    List<Atom> atoms() {
        return atoms;
    }

    int size() {
        return gates.length;
    }

    Gate gate(int number) {
        return gates[number];
    }

    /// The gates that a gate is made of.
    int[] operands(int number) {
        return operands[number];
    }

    /// Whether a gate stands on an atom that goes row by row.
    boolean slow(int number) {
        return slow[number];
    }

    /// How many rules and gates use a gate directly.
    int users(int number) {
        return users[number];
    }

    int rules() {
        return rules.length;
    }

    /// The gates that must all hold for a rule, in no order.
    int[] rule(int number) {
        return rules[number];
    }

    /// The gate of the condition of an `if` that gives a number.
    int condition(Node condition) {
        Integer gate = conditions.get(condition);
        if (gate == null) {
            throw new IllegalStateException("no gate for condition (%s)".formatted(condition));
        }
        return gate;
    }

    /// Adds the atoms that a gate stands on.
    void atomsOf(int number, TreeSet<Integer> into) {
        if (gates[number] instanceof Gate.Leaf(int atom)) {
            into.add(atom);
        }
        gates[number].operands().forEach(operand -> atomsOf(operand, into));
    }

    /// Builds a circuit from conditions.
    static Circuit of(List<Node> conditions) {
        Builder builder = new Builder();
        List<Integer> tops = new ArrayList<>();
        conditions.forEach(condition -> tops.add(builder.gate(condition, true)));
        return new Circuit(builder, tops);
    }

    private static final class Builder {

        private final Map<Atom.Question, Integer> atomNumbers = new HashMap<>();
        private final List<Atom> atoms = new ArrayList<>();
        private final Map<Gate, Integer> gateNumbers = new HashMap<>();
        private final List<Gate> gates = new ArrayList<>();
        private final Map<Node, Integer> conditions = new HashMap<>();

        int gate(Node node, boolean wanted) {
            return switch (node) {
                case Node.All a -> junction(a.parts(), wanted, wanted);
                case Node.Any a -> junction(a.parts(), wanted, !wanted);
                case Node.Not n -> gate(n.operand(), !wanted);
                case Node.If i ->
                    kept(new Gate.Choice(gate(i.condition(), true), gate(i.yes(), wanted), gate(i.no(), wanted)));
                case Node.Derived d -> gate(d.formula(), wanted);
                case Node.Apply a -> {
                    Node.If spread = spread(a);
                    yield spread == null ? leaf(a, wanted) : gate(spread, wanted);
                }
                default -> leaf(node, wanted);
            };
        }

        /// A question about a text that an `if` gives, such as `size class in ("small", "micro")`, asked of
        /// each branch: then it hangs on the conditions alone, and those go by columns. Null where it need
        /// not or cannot be.
        private static Node.@Nullable If spread(Node.Apply asked) {
            int at = -1;
            for (int i = 0; i < asked.arguments().size(); i++) {
                if (!(asked.arguments().get(i) instanceof Node.Constant)) {
                    if (at >= 0) {
                        return null;
                    }
                    at = i;
                }
            }
            if (at < 0
                    || !(formula(asked.arguments().get(at)) instanceof Node.If choice)
                    || !Atom.of(new Atom.Question(asked, true)).slow()) {
                return null;
            }
            return new Node.If(
                    Type.BOOLEAN, choice.condition(), with(asked, at, choice.yes()), with(asked, at, choice.no()));
        }

        private static Node formula(Node node) {
            return node instanceof Node.Derived derived ? formula(derived.formula()) : node;
        }

        private static Node with(Node.Apply asked, int at, Node argument) {
            List<Node> arguments = new ArrayList<>(asked.arguments());
            arguments.set(at, argument);
            return new Node.Apply(asked.op(), asked.type(), arguments);
        }

        private int leaf(Node node, boolean wanted) {
            Atom.Question question = new Atom.Question(node, wanted);
            Integer known = atomNumbers.get(question);
            if (known == null) {
                known = atoms.size();
                atoms.add(Atom.of(question));
                atomNumbers.put(question, known);
                conditionsWithin(atoms.getLast());
            }
            return kept(new Gate.Leaf(known));
        }

        /// Numbers that hang on an `if` need its condition as a gate.
        private void conditionsWithin(Atom atom) {
            if (atom.computesNumbers()) {
                Nodes.walk(atom.question().node(), node -> {
                    if (node instanceof Node.If i && !conditions.containsKey(i.condition())) {
                        conditions.put(i.condition(), gate(i.condition(), true));
                    }
                });
            }
        }

        private int junction(List<Node> nodes, boolean wanted, boolean every) {
            TreeSet<Integer> parts = new TreeSet<>();
            for (Node node : nodes) {
                int part = gate(node, wanted);
                boolean same = every ? gates.get(part) instanceof Gate.AllOf : gates.get(part) instanceof Gate.AnyOf;
                if (same) {
                    parts.addAll(gates.get(part).operands());
                } else {
                    parts.add(part);
                }
            }
            if (parts.size() == 1) {
                return parts.first();
            }
            List<Integer> list = List.copyOf(parts);
            return kept(every ? new Gate.AllOf(list) : new Gate.AnyOf(list));
        }

        private int kept(Gate gate) {
            Integer known = gateNumbers.putIfAbsent(gate, gates.size());
            if (known != null) {
                return known;
            }
            gates.add(gate);
            return gates.size() - 1;
        }
    }

    /// Gates in the order given, those that go row by row last.
    int[] slowLast(int[] parts) {
        int[] sorted = parts.clone();
        int next = 0;
        for (int part : parts) {
            if (!slow[part]) {
                sorted[next++] = part;
            }
        }
        for (int part : parts) {
            if (slow[part]) {
                sorted[next++] = part;
            }
        }
        return Arrays.copyOf(sorted, next);
    }
}
