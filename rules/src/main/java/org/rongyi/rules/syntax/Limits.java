package org.rongyi.rules.syntax;

/// How large a rule may be. Policies in force need a tenth of this; the limits keep every later step's stack and time
/// bounded.
public final class Limits {

    /// Longest rule text, in UTF-16 units.
    public static final int TEXT = 10_000;

    /// Deepest nesting of brackets, `if`, `some`, `every` and unary minus.
    public static final int NESTING = 64;

    /// Most operators and keywords in one rule.
    public static final int OPERATORS = 1_000;

    /// Most digits of a number, as in decimal128.
    public static final int DIGITS = 34;

    /// Longest chain of derived elements built on derived elements.
    public static final int DERIVATIONS = 32;

    private Limits() {}
}
