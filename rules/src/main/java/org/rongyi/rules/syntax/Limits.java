package org.rongyi.rules.syntax;

/// How large a rule may be. Policies in force need a tenth of this; the limits keep every later step's stack and time
/// bounded.
public final class Limits {

    /// Longest rule text, in UTF-16 units.
    public static final int TEXT = 10_000;

    /// Deepest nesting of brackets, `if`, `some`, `every`, unary minus, and `in` without a bracket behind it (to
    /// which FEEL's grammar draws all that follows).
    public static final int NESTING = 64;

    /// Most operators and keywords in one rule.
    public static final int OPERATORS = 1_000;

    /// Most arithmetic operators in one rule: `a + b + c` nests to the left, so each is a level of the plan.
    public static final int ARITHMETIC = 200;

    /// Deepest plan, formulas of derived elements included.
    public static final int DEPTH = 400;

    /// Most tests with `in` in one rule.
    public static final int TESTS = 128;

    /// Most digits of a number, as in decimal128.
    public static final int DIGITS = 34;

    /// Longest chain of derived elements built on derived elements.
    public static final int DERIVATIONS = 32;

    private Limits() {}
}
