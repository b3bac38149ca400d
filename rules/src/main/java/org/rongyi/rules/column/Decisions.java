package org.rongyi.rules.column;

import java.util.BitSet;

/// What the rules of a set say about one row, by their numbers in [RuleSet#rules].
///
/// @param judged  rules that were asked
/// @param holds   of these, rules that hold
/// @param unknown of these, rules that hang on missing elements; all others fail
/// @param nearly  of those that fail, rules that one part alone keeps from holding: of the parts joined by `and`
/// only one fails, the others hold or are unknown. A rule that is no `and` is its own only part
public record Decisions(BitSet judged, BitSet holds, BitSet unknown, BitSet nearly) {}
