package org.rongyi.rules.column;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rongyi.rules.plan.Node;

/// A rule as gates over atoms. Negation is gone: `not` turns the question, down to the atoms.
sealed interface Gate {

    /// An atom by its number.
    record Leaf(int atom) implements Gate {}

    record AllOf(List<Gate> parts) implements Gate {}

    record AnyOf(List<Gate> parts) implements Gate {}

    /// `if`: unknown where the condition is.
    record Choice(Gate condition, Gate yes, Gate no) implements Gate {}

    /// Builds gates and gathers their atoms, equal ones once.
    final class Builder {

        private final Map<Atom, Integer> numbers = new HashMap<>();
        private final List<Atom> atoms = new ArrayList<>();

        List<Atom> atoms() {
            return List.copyOf(atoms);
        }

        Gate gate(Node node, boolean wanted) {
            return switch (node) {
                case Node.All a -> junction(a.parts(), wanted, wanted);
                case Node.Any a -> junction(a.parts(), wanted, !wanted);
                case Node.Not n -> gate(n.operand(), !wanted);
                case Node.If i -> new Choice(gate(i.condition(), true), gate(i.yes(), wanted), gate(i.no(), wanted));
                case Node.Derived d -> gate(d.formula(), wanted);
                default -> leaf(Atom.of(node, wanted));
            };
        }

        private Gate leaf(Atom atom) {
            Integer known = numbers.putIfAbsent(atom, atoms.size());
            if (known != null) {
                return new Leaf(known);
            }
            atoms.add(atom);
            return new Leaf(atoms.size() - 1);
        }

        /// Parts that go row by row stand last, so that they are asked only where the others leave it open.
        private Gate junction(List<Node> nodes, boolean wanted, boolean every) {
            List<Gate> parts = new ArrayList<>();
            nodes.forEach(node -> parts.add(gate(node, wanted)));
            parts.sort(Comparator.comparing(gate -> slow(gate, atoms)));
            return every ? new AllOf(List.copyOf(parts)) : new AnyOf(List.copyOf(parts));
        }
    }

    /// Whether a gate stands on an atom that goes row by row.
    private static boolean slow(Gate gate, List<Atom> atoms) {
        return switch (gate) {
            case Leaf l -> atoms.get(l.atom).slow();
            case AllOf a -> a.parts.stream().anyMatch(part -> slow(part, atoms));
            case AnyOf a -> a.parts.stream().anyMatch(part -> slow(part, atoms));
            case Choice c -> slow(c.condition, atoms) || slow(c.yes, atoms) || slow(c.no, atoms);
        };
    }

    /// Adds the atoms that a gate stands on.
    static void atoms(Gate gate, Set<Integer> into) {
        switch (gate) {
            case Leaf l -> into.add(l.atom);
            case AllOf a -> a.parts.forEach(part -> atoms(part, into));
            case AnyOf a -> a.parts.forEach(part -> atoms(part, into));
            case Choice c -> {
                atoms(c.condition, into);
                atoms(c.yes, into);
                atoms(c.no, into);
            }
        }
    }
}
