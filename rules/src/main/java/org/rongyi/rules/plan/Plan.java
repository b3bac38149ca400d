package org.rongyi.rules.plan;

import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.ValueType;

/// A rule ready for the engines.
///
/// @param type    what the rule gives
/// @param outline clauses, for a condition; null for a rule of another type
/// @param stored  ids of the stored elements that the text names, directly or through derived ones
public record Plan(
        String text, Node node, ValueType type, @Nullable Outline outline, SortedSet<String> stored) {}
