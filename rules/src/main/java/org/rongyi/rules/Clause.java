package org.rongyi.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One clause of a rule and how it came out.
///
/// @param text   the clause as written
/// @param start  0-based offset of the clause in the rule text
/// @param end    offset after its last character
/// @param values elements that the clause reads, in the order of the text, each once
/// @param margin distance to the threshold, for an atom that compares known numbers or dates; else null
/// @param parts  clauses within ALL, ANY and NOT; empty for an ATOM
public record Clause(
        Kind kind,
        String text,
        int start,
        int end,
        Outcome outcome,
        List<Used> values,
        @Nullable Margin margin,
        List<Clause> parts) {

    public Clause {
        values = List.copyOf(values);
        parts = List.copyOf(parts);
    }

    /// How the clause is built.
    public enum Kind {
        /// One comparison, test or call: nothing below it is explained on its own.
        ATOM,
        /// `and`: every part must hold.
        ALL,
        /// `or`: one part must hold.
        ANY,
        /// `not`: its one part must be false.
        NOT
    }
}
