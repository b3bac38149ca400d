package org.rongyi.definitions;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// What is wrong in a file, where, and what was maybe meant. `line` is the line of the file as it stands there, empty
/// when the fault has no line.
public record Fault(
        Place place,
        Severity severity,
        String message,
        @Nullable String advice,
        String line) {

    /// An `ERROR` makes the file unusable; a `WARNING` is worth a look, the file is used.
    public enum Severity {
        ERROR,
        WARNING
    }

    private static final int MOST_SHOWN = 120;
    private static final int SHOWN_BEFORE = 70;

    static final Comparator<Fault> BY_PLACE = Comparator.comparing(
                    (Fault fault) -> fault.place().file())
            .thenComparingInt(fault -> fault.place().line())
            .thenComparingInt(fault -> fault.place().column());

    public static Fault error(Place place, String message, @Nullable String advice) {
        return new Fault(place, Severity.ERROR, message, advice, "");
    }

    public static Fault warning(Place place, String message, @Nullable String advice) {
        return new Fault(place, Severity.WARNING, message, advice, "");
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /// As a terminal shows it: place and message, the line with a caret under the fault, and the advice. Of a long line
    /// only the part around the fault is shown.
    public String render() {
        var out = new StringBuilder(place.toString()).append(isError() ? ": " : ": warning: ");
        out.append(visible(message));
        if (!line.isBlank() && place.column() > 0) {
            var number = Integer.toString(place.line());
            var points = line.codePoints().toArray();
            int caret = Math.min(place.column() - 1, points.length);
            int from = points.length <= MOST_SHOWN ? 0 : Math.max(0, caret - SHOWN_BEFORE);
            int to = Math.min(points.length, from + MOST_SHOWN);
            var before = (from > 0 ? "… " : "") + visible(new String(points, from, caret - from));
            var after = visible(new String(points, caret, to - caret)) + (to < points.length ? " …" : "");
            out.append("\n    ").append(number).append(" | ").append(before).append(after);
            out.append("\n    ").append(" ".repeat(number.length())).append(" | ");
            out.append(" ".repeat(displayWidth(before))).append('^');
        }
        if (advice != null) {
            out.append("\n    ").append(visible(advice));
        }
        return out.toString();
    }

    /// Without the characters that move a terminal's cursor or turn the direction of its text.
    private static String visible(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            int type = Character.getType(point);
            boolean unseen = type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR;
            clean.appendCodePoint(point == '\t' ? ' ' : unseen ? '·' : point);
        });
        return clean.toString();
    }

    /// A terminal gives Chinese characters two columns, so a caret counted in characters would point too far left.
    private static int displayWidth(String text) {
        return text.codePoints().map(Fault::columns).sum();
    }

    private static int columns(int character) {
        boolean wide = Character.isIdeographic(character)
                || (character >= 0x3000 && character <= 0x30FF)
                || (character >= 0xFF01 && character <= 0xFF60);
        return wide ? 2 : 1;
    }
}
