package org.rongyi.rules.plan;

import java.util.List;
import org.rongyi.rules.Clause;
import org.rongyi.rules.Margin;

/// How a condition is to be explained: its clauses with their places in the text. Folding and sharing change the
/// nodes, never the outline, so that an explanation always follows what was written.
///
/// @param node   the clause as a boolean
/// @param reads  [Node.Stored] and [Node.Derived] nodes named in the clause, in the order of the text
/// @param bounds thresholds of a comparison; all must be kept for it to hold
public record Outline(
        Clause.Kind kind, int start, int end, Node node, List<Node> reads, List<Bound> bounds, List<Outline> parts) {

    /// The same clauses in a text before which so many characters were put.
    public Outline movedBy(int characters) {
        return new Outline(
                kind,
                start + characters,
                end + characters,
                node,
                reads,
                bounds,
                parts.stream().map(part -> part.movedBy(characters)).toList());
    }

    /// A value, how it must stand to a threshold, and the threshold: numbers, dates or durations of days.
    public record Bound(Margin.Comparison comparison, Node value, Node threshold) {}
}
