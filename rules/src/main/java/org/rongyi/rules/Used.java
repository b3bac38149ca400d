package org.rongyi.rules;

import org.jspecify.annotations.Nullable;

/// An element that a clause reads, with its value in the row.
///
/// @param value the stored value, for a derived element the computed one; null when missing
public record Used(Element element, @Nullable Object value) {}
