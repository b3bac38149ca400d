package org.rongyi.rules;

import org.jspecify.annotations.Nullable;

/// One data element of the city: the same meaning in a portrait, on a form and in a rule.
///
/// @param id      stable identifier: a letter, then letters, digits or `_`
/// @param zh      Chinese name, usable in rule texts
/// @param en      English name, usable in rule texts; may hold spaces
/// @param unit    unit of a number (`万元`, `人`), or null
/// @param formula rule text that derives the element from others, or null for a stored element
public record Element(
        String id,
        ValueType type,
        String zh,
        String en,
        @Nullable String unit,
        @Nullable String formula) {

    /// Whether the value is computed from other elements and never stored.
    public boolean derived() {
        return formula != null;
    }
}
