package org.rongyi.rules.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Element;

/// One expression of a plan. Nodes are values: equal expressions are equal, and a [Pool] keeps each once.
///
/// Evaluation gives a value, FEEL's null, or *unknown* (a missing element stands behind it). Every node but the
/// junctions, `if`, [Each] and [Absent] is strict: unknown in, unknown out.
public sealed interface Node {

    Type type();

    /// A value known at compile time; null for FEEL's null.
    record Constant(Type type, @Nullable Object value) implements Node {
        public static final Constant TRUE = new Constant(Type.BOOLEAN, true);
        public static final Constant FALSE = new Constant(Type.BOOLEAN, false);
        public static final Constant NULL = new Constant(Type.NULL, null);
        /// Stands for an expression with a fault; never in a finished plan.
        static final Constant FAULTY = new Constant(Type.FAULTY, null);
    }

    /// A stored element; unknown where its value is missing.
    record Stored(Element element) implements Node {
        @Override
        public Type type() {
            return Type.of(element.type());
        }
    }

    /// A derived element: the value of its formula.
    record Derived(Element element, Node formula) implements Node {
        @Override
        public Type type() {
            return Type.of(element.type());
        }
    }

    /// The date the rule is judged at.
    record AsOf() implements Node {
        @Override
        public Type type() {
            return Type.DATE;
        }
    }

    /// The variable of an enclosing [Each]: 0 is the innermost. So equal bodies are equal whatever their variables are
    /// called.
    record Local(Type type, int index) implements Node {}

    /// An operation on values.
    record Apply(Op op, Type type, List<Node> arguments) implements Node {}

    /// `and` of two or more.
    record All(List<Node> parts) implements Node {
        @Override
        public Type type() {
            return Type.BOOLEAN;
        }
    }

    /// `or` of two or more.
    record Any(List<Node> parts) implements Node {
        @Override
        public Type type() {
            return Type.BOOLEAN;
        }
    }

    record Not(Node operand) implements Node {
        @Override
        public Type type() {
            return Type.BOOLEAN;
        }
    }

    /// Unknown where the condition is; `no` where the condition is false or null.
    record If(Type type, Node condition, Node yes, Node no) implements Node {}

    /// `every` or `some` member of the list makes the body true.
    record Each(boolean every, Node list, Node body) implements Node {
        @Override
        public Type type() {
            return Type.BOOLEAN;
        }
    }

    /// `operand = null`: true when the operand has no value, because an element is missing or because it is
    /// FEEL's null. The one node that is never unknown.
    record Absent(Node operand) implements Node {
        @Override
        public Type type() {
            return Type.BOOLEAN;
        }
    }

    /// `[a, b]` with members that are not all constant.
    record Items(Type type, List<Node> members) implements Node {}
}
