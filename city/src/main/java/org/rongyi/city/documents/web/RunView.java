package org.rongyi.city.documents.web;

import org.jspecify.annotations.Nullable;

/// A run in which licences are issued anew, in the language of the page.
///
/// @param says how it stands
/// @param who asked for it, and who confirmed it
/// @param confirm where the reader says yes or no to it; null: it waits for nobody, or is not theirs to
///     decide
/// @param own whether the reader asked for it, and may only take it back
public record RunView(
        String type,
        String says,
        String who,
        String reason,
        @Nullable String confirm,
        boolean own) {}
