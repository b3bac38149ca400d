package org.rongyi.rules;

import java.time.LocalDate;
import java.util.SortedSet;

/// A compiled rule. Immutable and safe for many threads.
public final class Rule {

    private final String text;
    private final ValueType type;
    private final SortedSet<String> elements;

    Rule(String text, ValueType type, SortedSet<String> elements) {
        this.text = text;
        this.type = type;
        this.elements = elements;
    }

    /// The text as written.
    public String text() {
        return text;
    }

    /// What the rule gives.
    public ValueType type() {
        return type;
    }

    /// Ids of the stored elements that the rule reads, those behind derived elements included.
    public SortedSet<String> elements() {
        return elements;
    }

    /// Decides a condition for one row at a date.
    ///
    /// @throws IllegalStateException if the rule is no condition (its type is not BOOLEAN)
    public Outcome decide(Row row, LocalDate asOf) {
        throw new UnsupportedOperationException();
    }

    /// Decides and says why, clause by clause.
    ///
    /// @throws IllegalStateException if the rule is no condition (its type is not BOOLEAN)
    public Explanation explain(Row row, LocalDate asOf) {
        throw new UnsupportedOperationException();
    }

    /// The value that the rule gives for one row at a date.
    public Answer evaluate(Row row, LocalDate asOf) {
        throw new UnsupportedOperationException();
    }
}
