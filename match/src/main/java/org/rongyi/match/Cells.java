package org.rongyi.match;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.ValueType;

/// Turns the text of a cell into the value of an element.
///
/// - number: `1234.5`, `-3`, `1e6`; thousands separators where they belong (`"1,234,567.8"`)
/// - date: ISO, `2026-04-01`
/// - boolean: `true`/`false` in any case, `是`/`否`, `1`/`0`
/// - codes: separated by `;` (or `；`); a `;` alone is the empty set: known, and none
/// - code, text: the text without blanks around it
///
/// An empty cell is no value and does not come here.
final class Cells {
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\d{1,60}|\\d{1,3}(,\\d{3}){1,20})(\\.\\d{0,60})?([eE][-+]?\\d{1,2})?");
    private static final Pattern SEPARATOR = Pattern.compile("[;；]");
    private static final Pattern LOOSE_DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})(日|[ T].*)?");

    /// A value, or why the text is none.
    sealed interface Cell {}

    record Value(Object value) implements Cell {}

    /// @param reason what it should be, such as "is not a number"
    record Bad(String reason, @Nullable String advice) implements Cell {}

    private Cells() {}

    /// @param text not blank
    static Cell read(ValueType type, String text) {
        var stripped = text.strip();
        if (stripped.indexOf('\uFFFD') >= 0) {
            return new Bad("has characters that are not UTF-8", null);
        }
        return switch (type) {
            case NUMBER -> number(stripped);
            case DATE -> date(stripped);
            case BOOLEAN -> bool(stripped);
            case CODES -> new Value(codes(stripped));
            case CODE, TEXT -> new Value(stripped);
        };
    }

    private static Cell number(String text) {
        if (NUMBER.matcher(text).matches()) {
            return new Value(new BigDecimal(text.indexOf(',') < 0 ? text : text.replace(",", "")));
        }
        return new Bad("is not a number", numberAdvice(text));
    }

    private static @Nullable String numberAdvice(String text) {
        if (text.endsWith("%")
                && NUMBER.matcher(text.substring(0, text.length() - 1)).matches()) {
            return "Maybe without the % sign";
        }
        var found = Pattern.compile("\\d[\\d,]*(\\.\\d+)?").matcher(text);
        return found.find() ? "Maybe " + found.group().replace(",", "") : "Maybe leave the cell empty";
    }

    private static Cell date(String text) {
        try {
            return new Value(LocalDate.parse(text));
        } catch (DateTimeException notIso) {
            return new Bad("is not a date such as 2026-04-01", dateAdvice(text));
        }
    }

    private static @Nullable String dateAdvice(String text) {
        var loose = LOOSE_DATE.matcher(text);
        if (!loose.matches()) {
            return null;
        }
        try {
            var date = LocalDate.of(
                    Integer.parseInt(loose.group(1)),
                    Integer.parseInt(loose.group(2)),
                    Integer.parseInt(loose.group(3)));
            return "Maybe " + date;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static Cell bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "是", "1" -> new Value(true);
            case "false", "否", "0" -> new Value(false);
            default -> new Bad("is neither true nor false", null);
        };
    }

    private static Set<String> codes(String text) {
        var codes = new LinkedHashSet<String>();
        for (var code : SEPARATOR.split(text)) {
            if (!code.isBlank()) {
                codes.add(code.strip());
            }
        }
        return codes;
    }
}
