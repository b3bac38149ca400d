package org.rongyi.texts;

import java.util.List;

/// The categories that fit a text best.
///
/// @param best at most [#MOST], the best first; empty where nothing was learnt
/// @param sure false: a person decides
public record Suggestion(List<Candidate> best, boolean sure) {
    static final int MOST = 3;
    static final Suggestion NONE = new Suggestion(List.of(), false);

    public Suggestion {
        best = List.copyOf(best);
    }

    /// @param confidence from 0 to 1; those of all categories add up to 1
    public record Candidate(String label, double confidence) {}
}
