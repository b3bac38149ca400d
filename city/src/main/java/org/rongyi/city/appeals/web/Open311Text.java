package org.rongyi.city.appeals.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The two formats of the standard: XML without a schema, and the JSON that follows from it (a list of things
/// is a list, without the names of its elements).
final class Open311Text {
    private static final Map<String, String> ITEMS = Map.of(
            "services", "service",
            "attributes", "attribute",
            "values", "value",
            "service_requests", "request",
            "errors", "error",
            "endpoints", "endpoint",
            "formats", "format");

    private static final int LAST_BEFORE_SURROGATES = 0xd7ff;
    private static final int FIRST_AFTER_SURROGATES = 0xe000;
    private static final int LAST_OF_PLANE_0 = 0xfffd;

    private Open311Text() {}

    /// @param root name of the outermost element
    /// @param value a map for one thing, a list for several
    static String xml(String root, Object value) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        element(out, root, value);
        return out.append('\n').toString();
    }

    private static void element(StringBuilder out, String name, @Nullable Object value) {
        if (value == null || value.equals("")) {
            out.append('<').append(name).append("/>");
            return;
        }
        out.append('<').append(name).append('>');
        switch (value) {
            case Map<?, ?> fields -> fields.forEach((key, field) -> element(out, (String) key, field));
            case List<?> items -> items.forEach(item -> element(out, ITEMS.getOrDefault(name, "item"), item));
            default -> out.append(escaped(value.toString()));
        }
        out.append("</").append(name).append('>');
    }

    /// What XML cannot hold is left out.
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().filter(Open311Text::holds).forEach(sign -> {
            switch (sign) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> out.appendCodePoint(sign);
            }
        });
        return out.toString();
    }

    /// Char of XML 1.0.
    private static boolean holds(int sign) {
        return sign == '\t'
                || sign == '\n'
                || sign == '\r'
                || sign >= ' ' && sign <= LAST_BEFORE_SURROGATES
                || sign >= FIRST_AFTER_SURROGATES && sign <= LAST_OF_PLANE_0
                || sign > Character.MAX_VALUE;
    }

    static String json(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        json(out, value);
        return out.append('\n').toString();
    }

    private static void json(StringBuilder out, @Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> fields -> {
                String separator = "{";
                for (Map.Entry<?, ?> field : fields.entrySet()) {
                    out.append(separator);
                    string(out, (String) field.getKey());
                    out.append(':');
                    json(out, field.getValue());
                    separator = ",";
                }
                out.append(fields.isEmpty() ? "{}" : "}");
            }
            case List<?> items -> {
                String separator = "[";
                for (Object item : items) {
                    out.append(separator);
                    json(out, item);
                    separator = ",";
                }
                out.append(items.isEmpty() ? "[]" : "]");
            }
            case Boolean flag -> out.append(flag);
            case Number number -> out.append(number);
            default -> string(out, value.toString());
        }
    }

    private static void string(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            switch (sign) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    // Half a pair says nothing in UTF-8, so it would become a question mark.
                    if (sign < ' ' || Character.isSurrogate(sign) && !paired(text, i)) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) sign));
                    } else {
                        out.append(sign);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean paired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
