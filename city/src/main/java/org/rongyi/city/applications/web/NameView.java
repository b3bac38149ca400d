package org.rongyi.city.applications.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be said about a name that somebody has chosen.
///
/// @param element the entry of the form; always there, so that a name can be checked before it is
/// @param says the short of it; null while no name is there
/// @param good nothing speaks against it
/// @param parts what it is made of
public record NameView(
        String element,
        @Nullable String says,
        boolean good,
        String parts,
        List<Line> faults,
        List<Line> alike,
        List<String> free) {
    /// @param more how to mend it, or how close it is
    public record Line(String says, String more) {}
}
