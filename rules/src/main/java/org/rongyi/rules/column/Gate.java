package org.rongyi.rules.column;

import java.util.List;

/// A condition over atoms, by the numbers of its parts in a [Circuit]. Negation is gone: `not` turns the
/// question, down to the atoms.
sealed interface Gate {

    /// An atom by its number.
    record Leaf(int atom) implements Gate {}

    record AllOf(List<Integer> parts) implements Gate {}

    record AnyOf(List<Integer> parts) implements Gate {}

    /// `if`: unknown where the condition is.
    record Choice(int condition, int yes, int no) implements Gate {}

    /// The gates that this one stands on.
    default List<Integer> operands() {
        return switch (this) {
            case Leaf l -> List.of();
            case AllOf a -> a.parts();
            case AnyOf a -> a.parts();
            case Choice c -> List.of(c.condition, c.yes, c.no);
        };
    }
}
