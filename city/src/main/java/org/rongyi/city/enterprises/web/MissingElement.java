package org.rongyi.city.enterprises.web;

import org.jspecify.annotations.Nullable;

/// A value that nobody has supplied.
///
/// @param source who would know it; null for a derived one
/// @param declarable whether the firm itself may supply it
/// @param lacks of a derived one: what it cannot be computed without
public record MissingElement(
        String element, String name, @Nullable String source, boolean declarable, String theme, String lacks) {}
