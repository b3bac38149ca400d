package org.rongyi.city.ui;

import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Words;

/// One choice of a select, a group of radios or checkboxes.
public record Option(String value, Words words, @Nullable Words hint) {
    public static Option of(String value, String zh, String en) {
        return new Option(value, new Words(zh, en), null);
    }

    public static Option of(String value, Words words) {
        return new Option(value, words, null);
    }
}
