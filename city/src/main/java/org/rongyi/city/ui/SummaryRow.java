package org.rongyi.city.ui;

import org.jspecify.annotations.Nullable;

/// A key with its value, in the language of the page.
///
/// @param action words of the link beside it; null when there is none
public record SummaryRow(
        String key,
        String value,
        @Nullable String action,
        @Nullable String actionHref) {
    public static SummaryRow of(String key, String value) {
        return new SummaryRow(key, value, null, null);
    }
}
