package org.rongyi.city.helping;

import org.jspecify.annotations.Nullable;

/// What somebody asks.
///
/// @param key names the asking: the same twice is one
/// @param item id of a service item, or empty
/// @param journey id of a journey, or empty
/// @param draft of an application of theirs; then the journey is its own
public record NewHelp(
        String key, String item, String journey, @Nullable Long draft, String words) {
    public static final int LONGEST_KEY = 64;
}
