package org.rongyi.rules.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tree of a rule text, one record a construct. `start` and `end` are 0-based offsets in the text, `end` exclusive;
/// parentheses round a construct do not belong to it.
public sealed interface Tree {

    int start();

    int end();

    /// `12.5`, `"text"`, `true`, `null`: value is a BigDecimal, String, Boolean or null.
    record Literal(int start, int end, @Nullable Object value) implements Tree {}

    /// `@"2026-01-01"`: a date or duration.
    record AtLiteral(int start, int end, String text) implements Tree {}

    /// An element, a local variable or `asOf`, as written.
    record Name(int start, int end, String name) implements Tree {}

    /// `establishedOn.year`.
    record Property(int start, int end, Tree of, Name property) implements Tree {}

    /// Arithmetic and comparison.
    record Binary(int start, int end, Operator operator, Tree left, Tree right) implements Tree {}

    /// Unary minus.
    record Negative(int start, int end, Tree operand) implements Tree {}

    /// `a and b and c`, or the same with `or`; at least two parts.
    record Junction(int start, int end, boolean conjunction, List<Tree> parts) implements Tree {}

    /// `value between low and high`.
    record Between(int start, int end, Tree value, Tree low, Tree high) implements Tree {}

    /// `value in tests`.
    record In(int start, int end, Tree value, List<Test> tests) implements Tree {}

    /// `if condition then yes else no`.
    record If(int start, int end, Tree condition, Tree yes, Tree no) implements Tree {}

    /// `some x in list, … satisfies body`, or `every`.
    record Quantified(int start, int end, boolean every, List<Binding> bindings, Tree body) implements Tree {}

    /// `[a, b]`.
    record Items(int start, int end, List<Tree> items) implements Tree {}

    /// `function(arguments)`; `not(x)` too. Names of named arguments stand in `labels`, which is empty for positional
    /// ones.
    record Call(int start, int end, Name function, List<Tree> arguments, List<String> labels) implements Tree {}

    /// `x in list` of a quantifier.
    record Binding(Name variable, Tree list) {}

    /// One test after `in`.
    sealed interface Test {

        /// `[low..high]`, `(low..high]`, `> low`, `<= high`; an absent bound is null.
        record Range(
                @Nullable Tree low,
                boolean lowIncluded,
                @Nullable Tree high,
                boolean highIncluded) implements Test {}

        /// `!= operand`.
        record Other(Tree operand) implements Test {}

        /// Equal to the value, or a member of it where it is a list.
        record Value(Tree operand) implements Test {}
    }
}
