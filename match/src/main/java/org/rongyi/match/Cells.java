package org.rongyi.match;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
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
    /// Separates the members of a list that is no text in its file, so that a code may hold a `;`.
    static final char LIST_SEPARATOR = 1;

    private static final Pattern NUMBER = Pattern.compile(
            "[-+]?((\\d{1,60}|\\d{1,3}(,\\d{3}){1,20})(\\.\\d{0,60})?|\\.\\d{1,60})([eE][-+]?\\d{1,3})?");
    private static final Pattern ISO_DATE = Pattern.compile("[1-9]\\d{3}-\\d{2}-\\d{2}");
    private static final Pattern SEPARATOR = Pattern.compile("[;；]");
    private static final Pattern LOOSE_DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})(日|[ T].*)?");
    private static final Pattern DIGIT_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern NOTHING =
            Pattern.compile("(?i)n/?a|nan|null|none|nil|-+|—+|/|\\?|无|空|不详|未知|暂无|[+-]?inf(inity)?|000[01]-.*");
    private static final Pattern MULTIPLE = Pattern.compile("[千万亿百]");
    private static final Pattern WITH_WORDS = Pattern.compile("[¥￥]?\\s*([\\d,.]+)[^\\d.,]*");
    /// Spreadsheets count days; these are the years 1927 to 2119.
    private static final Pattern DAY_COUNT = Pattern.compile("[1-7]\\d{4}");
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final int LONGEST_ADVISED = 40;
    private static final int LONGEST_PLAIN = 18;

    /// A value, or why the text is none.
    sealed interface Cell {}

    record Value(Object value) implements Cell {}

    /// @param reason what it should be, such as "is not a number"
    record Bad(String reason, @Nullable String advice) implements Cell {}

    private Cells() {}

    /// @param text not blank
    static Cell read(ValueType type, String text) {
        var stripped = text.strip();
        var broken = damage(stripped);
        if (broken != null) {
            return new Bad(broken, null);
        }
        return switch (type) {
            case NUMBER -> number(stripped);
            case DATE -> date(stripped);
            case BOOLEAN -> bool(stripped);
            case CODES -> new Value(codes(stripped));
            case CODE, TEXT -> new Value(stripped);
        };
    }

    /// Words and signs that people write where there is nothing.
    static boolean saysNothing(String text) {
        return NOTHING.matcher(text.strip()).matches();
    }

    /// What is wrong with the characters of a text, or null.
    static @Nullable String damage(String text) {
        if (text.indexOf('\uFFFD') >= 0) {
            return "has characters that are not UTF-8";
        }
        return text.indexOf('\0') >= 0 ? "has a character that no text has (NUL)" : null;
    }

    private static Cell number(String text) {
        if (isPlain(text)) {
            return new Value(new BigDecimal(text));
        }
        if (NUMBER.matcher(text).matches()) {
            return new Value(new BigDecimal(text.indexOf(',') < 0 ? text : text.replace(",", "")));
        }
        return new Bad("is not a number", text.length() > LONGEST_ADVISED ? null : numberAdvice(text));
    }

    /// Digits with at most one point among or behind them. Nearly all numbers are, and a pattern takes several times as
    /// long to say so.
    private static boolean isPlain(String text) {
        if (text.length() > LONGEST_PLAIN || !isDigit(text.charAt(0))) {
            return false;
        }
        boolean point = false;
        for (int i = 1; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                if (point || text.charAt(i) != '.') {
                    return false;
                }
                point = true;
            }
        }
        return true;
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    /// Never a number that is another one than was meant: of 5万 the 5 alone would be ten thousand times too small.
    private static @Nullable String numberAdvice(String text) {
        if (NOTHING.matcher(text).matches()) {
            return "Maybe leave the cell empty";
        }
        if (text.endsWith("%")
                && NUMBER.matcher(text.substring(0, text.length() - 1)).matches()) {
            return "Maybe without the % sign";
        }
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s_']", "");
        if (NUMBER.matcher(plain).matches()) {
            return "Maybe " + plain.replace(",", "");
        }
        var words = WITH_WORDS.matcher(text);
        if (!words.matches() || !NUMBER.matcher(words.group(1)).matches()) {
            return null;
        }
        return MULTIPLE.matcher(text).find()
                ? "Maybe the number alone, in its unit"
                : "Maybe " + words.group(1).replace(",", "");
    }

    private static Cell date(String text) {
        if (ISO_DATE.matcher(text).matches()) {
            try {
                return new Value(LocalDate.parse(text));
            } catch (DateTimeException noSuchDay) {
                return new Bad("is not a day of the calendar", null);
            }
        }
        return new Bad("is not a date such as 2026-04-01", dateAdvice(text));
    }

    private static @Nullable String dateAdvice(String text) {
        if (NOTHING.matcher(text).matches()) {
            return "Maybe leave the cell empty";
        }
        if (DAY_COUNT.matcher(text).matches()) {
            return "Maybe %s, counted in days".formatted(DAY_ZERO.plusDays(Long.parseLong(text)));
        }
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        for (var pattern : List.of(LOOSE_DATE, DIGIT_DATE)) {
            var loose = pattern.matcher(plain);
            if (loose.matches()) {
                return day(loose.group(1), loose.group(2), loose.group(3));
            }
        }
        return null;
    }

    private static @Nullable String day(String year, String month, String day) {
        try {
            return "Maybe " + LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static Cell bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "是", "1" -> new Value(true);
            case "false", "否", "0" -> new Value(false);
            default ->
                new Bad(
                        "is neither true nor false",
                        NOTHING.matcher(text).matches() ? "Maybe leave the cell empty" : "Maybe true or false");
        };
    }

    private static Set<String> codes(String text) {
        if (text.indexOf(';') < 0 && text.indexOf('；') < 0 && text.indexOf(LIST_SEPARATOR) < 0) {
            return Set.of(text);
        }
        var codes = new LinkedHashSet<String>();
        boolean list = text.indexOf(LIST_SEPARATOR) >= 0;
        for (var code : list ? text.split(String.valueOf(LIST_SEPARATOR)) : SEPARATOR.split(text)) {
            if (!code.isBlank()) {
                codes.add(code.strip());
            }
        }
        return codes;
    }
}
