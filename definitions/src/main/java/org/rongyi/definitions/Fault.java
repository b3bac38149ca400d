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

    /// As a terminal shows it: place and message, the line with a caret under the fault, and the advice.
    public String render() {
        var out = new StringBuilder(place.toString()).append(isError() ? ": " : ": warning: ");
        out.append(message);
        if (!line.isBlank() && place.column() > 0) {
            var number = Integer.toString(place.line());
            int caret = Math.min(place.column() - 1, line.codePointCount(0, line.length()));
            var before = line.substring(0, line.offsetByCodePoints(0, caret));
            out.append("\n    ").append(number).append(" | ").append(line.replace('\t', ' '));
            out.append("\n    ").append(" ".repeat(number.length())).append(" | ");
            out.append(" ".repeat(displayWidth(before))).append('^');
        }
        if (advice != null) {
            out.append("\n    ").append(advice);
        }
        return out.toString();
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
