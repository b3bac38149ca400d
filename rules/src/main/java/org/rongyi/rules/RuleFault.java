package org.rongyi.rules;

import org.jspecify.annotations.Nullable;

/// Why a rule text is refused, and where.
///
/// @param line    1-based line in the rule text
/// @param column  1-based column in that line, counted in UTF-16 units
/// @param length  number of UTF-16 units concerned; 0 where something is absent (at the end of the text)
/// @param message what is wrong, with the values in parentheses
/// @param advice  what may be meant (“Maybe …”), or null
public record RuleFault(
        int line,
        int column,
        int length,
        String message,
        @Nullable String advice) {

    /// The fault as a person reads it in a terminal: place and message, the line of the rule with carets under the
    /// place, and the advice. Chinese characters take two cells there, so the caret line uses full-width spaces.
    public String render(String source) {
        String[] lines = source.split("\n", -1);
        String text = line <= lines.length ? lines[line - 1].stripTrailing() : "";
        StringBuilder out = new StringBuilder();
        out.append("line ")
                .append(line)
                .append(", column ")
                .append(column)
                .append(": ")
                .append(message);
        if (!text.isEmpty()) {
            out.append("\n  ").append(text).append("\n  ").append(carets(text));
        }
        return advice == null ? out.toString() : out.append('\n').append(advice).toString();
    }

    private String carets(String text) {
        StringBuilder carets = new StringBuilder();
        for (int i = 0; i < column - 1; i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            carets.append(c == '\t' ? '\t' : isWide(c) ? '\u3000' : ' ');
        }
        int end = Math.min(column - 1 + Math.max(length, 1), Math.max(text.length(), column));
        for (int i = column - 1; i < end; i++) {
            carets.append(i < text.length() && isWide(text.charAt(i)) ? "^^" : "^");
        }
        return carets.toString();
    }

    private static boolean isWide(char c) {
        return c >= 0x1100
                && (c <= 0x115f
                        || (c >= 0x2e80 && c <= 0xd7a3)
                        || (c >= 0xf900 && c <= 0xfaff)
                        || (c >= 0xfe30 && c <= 0xfe6f)
                        || (c >= 0xff00 && c <= 0xff60));
    }
}
