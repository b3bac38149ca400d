package org.rongyi.texts;

/// A text that says nearly the same.
///
/// @param likeness 1 for the same text; [NearTexts#LIKELY_SAME] and above is probably the same matter
public record Near(String key, double likeness) {}
