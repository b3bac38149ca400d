package org.rongyi.rules.syntax;

import org.jspecify.annotations.Nullable;
import org.rongyi.rules.RuleFault;

/// A rule text and how its offsets become lines and columns.
public record Source(String text) {

    /// A fault at the offsets `start` (inclusive) to `end` (exclusive) of the text.
    public RuleFault fault(int start, int end, String message, @Nullable String advice) {
        int from = Math.clamp(start, 0, text.length());
        int to = Math.clamp(end, from, text.length());
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < from; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new RuleFault(line, from - lineStart + 1, to - from, message, advice);
    }

    /// The part of the text between two offsets.
    public String slice(int start, int end) {
        return text.substring(start, end);
    }
}
