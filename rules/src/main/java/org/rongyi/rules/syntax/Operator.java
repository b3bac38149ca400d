package org.rongyi.rules.syntax;

/// A binary operator of the profile.
public enum Operator {
    EQ("="),
    NE("!="),
    LT("<"),
    LE("<="),
    GT(">"),
    GE(">="),
    ADD("+"),
    SUB("-"),
    MUL("*"),
    DIV("/"),
    POW("**");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /// As written in a rule.
    public String symbol() {
        return symbol;
    }

    /// Whether it compares and gives a boolean.
    public boolean compares() {
        return ordinal() <= GE.ordinal();
    }
}
