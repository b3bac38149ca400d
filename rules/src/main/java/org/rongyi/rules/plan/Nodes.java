package org.rongyi.rules.plan;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Walks over nodes.
public final class Nodes {

    private Nodes() {}

    /// The direct parts of a node; a derived element's formula is one.
    public static List<Node> parts(Node node) {
        return switch (node) {
            case Node.Constant c -> List.of();
            case Node.Stored s -> List.of();
            case Node.AsOf a -> List.of();
            case Node.Local l -> List.of();
            case Node.Derived d -> List.of(d.formula());
            case Node.Apply a -> a.arguments();
            case Node.All a -> a.parts();
            case Node.Any a -> a.parts();
            case Node.Not n -> List.of(n.operand());
            case Node.If i -> List.of(i.condition(), i.yes(), i.no());
            case Node.Each e -> List.of(e.list(), e.body());
            case Node.Absent a -> List.of(a.operand());
            case Node.Items i -> i.members();
        };
    }

    /// Adds the ids of all stored elements that a node reads, through derived ones.
    public static void stored(Node node, Set<String> ids) {
        walk(node, n -> {
            if (n instanceof Node.Stored s) {
                ids.add(s.element().id());
            }
        });
    }

    /// Whether a node reads any element.
    static boolean readsElements(Node node) {
        if (node instanceof Node.Stored || node instanceof Node.Derived) {
            return true;
        }
        for (Node part : parts(node)) {
            if (readsElements(part)) {
                return true;
            }
        }
        return false;
    }

    /// The number of levels, formulas of derived elements included.
    static int depth(Node node) {
        int deepest = 0;
        for (Node part : parts(node)) {
            deepest = Math.max(deepest, depth(part));
        }
        return deepest + 1;
    }

    /// Visits a node and all nodes below it.
    public static void walk(Node node, Consumer<Node> visitor) {
        visitor.accept(node);
        for (Node part : parts(node)) {
            walk(part, visitor);
        }
    }
}
