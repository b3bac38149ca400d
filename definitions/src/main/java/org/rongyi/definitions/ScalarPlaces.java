package org.rongyi.definitions;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/// Finds for each character of a YAML text the character of the file it came from, through quotes, escapes, folded
/// lines and block indentation. It decodes the text a second time and compares: where its reading and the parser's
/// differ, every place is the text's beginning, never a wrong one.
final class ScalarPlaces {
    private static final int DEEPEST_INDENT = 40;

    private final String source;
    private final int end;
    private final StringBuilder out = new StringBuilder();
    private int[] offsets = new int[64];
    private int at;

    private ScalarPlaces(String source, int start, int end) {
        this.source = source;
        this.at = start;
        this.end = Math.min(end, source.length());
    }

    /// The offsets in the file, one for each character of the value and one for its end.
    static int[] of(String source, YamlNode.Scalar scalar) {
        var value = scalar.text();
        if (scalar.style() == ScalarStyle.LITERAL || scalar.style() == ScalarStyle.FOLDED) {
            for (int indent = 0; indent <= DEEPEST_INDENT; indent++) {
                var places = new ScalarPlaces(source, scalar.start(), scalar.end());
                places.readBlock(scalar.style() == ScalarStyle.FOLDED, indent);
                var offsets = places.offsetsIfReadAs(value);
                if (offsets != null) {
                    return offsets;
                }
            }
        } else {
            var places = new ScalarPlaces(source, scalar.start(), scalar.end());
            places.readFlow(scalar.style());
            var offsets = places.offsetsIfReadAs(value);
            if (offsets != null) {
                return offsets;
            }
        }
        var unknown = new int[value.length() + 1];
        Arrays.fill(unknown, scalar.start());
        return unknown;
    }

    /// Trailing line breaks are chomped or kept; either way the places of the characters that stay are the same.
    private int @Nullable [] offsetsIfReadAs(String value) {
        if (out.length() < value.length() || !out.substring(0, value.length()).equals(value)) {
            return null;
        }
        var result = Arrays.copyOf(offsets, value.length() + 1);
        result[value.length()] = out.length() > value.length() ? offsets[value.length()] : at;
        return result;
    }

    private void put(char character, int from) {
        if (out.length() + 1 >= offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
        offsets[out.length()] = from;
        out.append(character);
    }

    private void readFlow(ScalarStyle style) {
        char quote = style == ScalarStyle.SINGLE_QUOTED ? '\'' : style == ScalarStyle.DOUBLE_QUOTED ? '"' : 0;
        if (quote != 0) {
            at++;
        }
        while (at < end) {
            char character = source.charAt(at);
            if (character == quote && quote == '\'' && peek(1) == '\'') {
                put('\'', at);
                at += 2;
            } else if (character == quote && quote != 0) {
                return;
            } else if (character == '\\' && quote == '"') {
                readEscape();
            } else if (isSpace(character) || isBreak(character)) {
                readGap();
            } else {
                put(character, at++);
            }
        }
    }

    /// Spaces within a line stay; a line break becomes a space, further ones stay as line breaks.
    private void readGap() {
        int from = at;
        int breaks = 0;
        while (at < end && (isSpace(source.charAt(at)) || isBreak(source.charAt(at)))) {
            if (isBreak(source.charAt(at))) {
                breaks++;
                skipBreak();
            } else {
                at++;
            }
        }
        if (breaks == 0) {
            for (int i = from; i < at; i++) {
                put(source.charAt(i), i);
            }
        } else if (breaks == 1) {
            put(' ', from);
        } else {
            for (int i = 1; i < breaks; i++) {
                put('\n', from);
            }
        }
    }

    private void readEscape() {
        int from = at;
        char escaped = peek(1);
        at += 2;
        int digits = escaped == 'x' ? 2 : escaped == 'u' ? 4 : escaped == 'U' ? 8 : 0;
        if (isBreak(escaped)) {
            at--;
            skipBreak();
            readJoinedLine(from);
        } else if (digits > 0) {
            readCodePoint(from, digits);
        } else {
            String names = "0abtnvfre \"/\\N_LP\t";
            String meant = "\0\u0007\b\t\n\u000B\f\r\u001B \"/\\\u0085\u00A0\u2028\u2029\t";
            int index = names.indexOf(escaped);
            put(index < 0 ? escaped : meant.charAt(index), from);
        }
    }

    private void readJoinedLine(int from) {
        while (at < end && (isSpace(source.charAt(at)) || isBreak(source.charAt(at)))) {
            if (isBreak(source.charAt(at))) {
                put('\n', from);
                skipBreak();
            } else {
                at++;
            }
        }
    }

    private void readCodePoint(int from, int digits) {
        int to = Math.min(end, at + digits);
        var hex = source.substring(at, to);
        at = to;
        if (hex.matches("[0-9A-Fa-f]{1,8}")) {
            long codePoint = Long.parseLong(hex, 16);
            if (Character.isValidCodePoint((int) codePoint)) {
                for (char character : Character.toChars((int) codePoint)) {
                    put(character, from);
                }
            }
        }
    }

    private void readBlock(boolean folded, int givenIndent) {
        skipLine();
        int indent = givenIndent > 0 ? givenIndent : indentOfFirstText();
        int breaks = readBreaks(indent);
        int breakFrom = at;
        boolean first = true;
        boolean previousPlain = false;
        while (at < end && column() == indent) {
            boolean plain = !isSpace(source.charAt(at));
            if (!first && !(folded && previousPlain && plain)) {
                put('\n', breakFrom);
            } else if (!first && breaks == 0) {
                put(' ', breakFrom);
            }
            for (int i = 0; i < breaks; i++) {
                put('\n', breakFrom);
            }
            while (at < end && !isBreak(source.charAt(at))) {
                put(source.charAt(at), at++);
            }
            breakFrom = at;
            skipBreak();
            breaks = readBreaks(indent);
            first = false;
            previousPlain = plain;
        }
        for (int i = 0; i <= breaks; i++) {
            put('\n', Math.min(breakFrom, source.length()));
        }
    }

    private int indentOfFirstText() {
        int widest = 0;
        int column = 0;
        for (int i = at; i < end; i++) {
            char character = source.charAt(i);
            if (isBreak(character)) {
                column = 0;
            } else if (character == ' ') {
                column++;
                widest = Math.max(widest, column);
            } else {
                return column;
            }
        }
        return Math.max(widest, 1);
    }

    private int readBreaks(int indent) {
        int breaks = 0;
        while (true) {
            int column = 0;
            while (column < indent && at < end && source.charAt(at) == ' ') {
                at++;
                column++;
            }
            if (at >= end || !isBreak(source.charAt(at))) {
                return breaks;
            }
            breaks++;
            skipBreak();
        }
    }

    private int column() {
        int lineStart = at;
        while (lineStart > 0 && !isBreak(source.charAt(lineStart - 1))) {
            lineStart--;
        }
        return at - lineStart;
    }

    private void skipLine() {
        while (at < end && !isBreak(source.charAt(at))) {
            at++;
        }
        skipBreak();
    }

    private void skipBreak() {
        if (at < end && source.charAt(at) == '\r' && peek(1) == '\n') {
            at++;
        }
        if (at < end) {
            at++;
        }
    }

    private char peek(int ahead) {
        return at + ahead < end ? source.charAt(at + ahead) : 0;
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character == '\t';
    }

    private static boolean isBreak(char character) {
        return character == '\n' || character == '\r';
    }
}
