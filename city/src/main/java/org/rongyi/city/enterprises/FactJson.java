package org.rongyi.city.enterprises;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Dictionary;
import org.rongyi.rules.Element;
import org.rongyi.rules.ValueType;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Facts as they lie in the log: numbers exact, days as ISO text, sets as lists.
public final class FactJson {
    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, ValueType> types;

    /// @param types of the stored elements; what the log holds of other elements is passed over, because an element may
    /// have left the dictionary since
    FactJson(Map<String, ValueType> types) {
        this.types = Map.copyOf(types);
    }

    public static FactJson of(Dictionary dictionary) {
        return new FactJson(dictionary.elements().stream()
                .filter(element -> !element.derived())
                .collect(Collectors.toMap(Element::id, Element::type)));
    }

    public Map<String, @Nullable Object> facts(String json) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String element = parser.currentName();
                ValueType type = types.get(element);
                JsonToken token = parser.nextToken();
                if (type == null) {
                    parser.skipChildren();
                } else {
                    facts.put(element, token == JsonToken.VALUE_NULL ? null : value(parser, type));
                }
            }
        }
        return facts;
    }

    /// One value of a stored element.
    @Nullable
    Object value(String element, String json) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            ValueType type = types.get(element);
            return parser.nextToken() == JsonToken.VALUE_NULL || type == null ? null : value(parser, type);
        }
    }

    private static Object value(JsonParser parser, ValueType type) {
        return switch (type) {
            case NUMBER -> parser.getDecimalValue();
            case TEXT, CODE -> parser.getString();
            case BOOLEAN -> parser.getBooleanValue();
            case DATE -> LocalDate.parse(parser.getString());
            case CODES -> {
                Set<String> codes = new LinkedHashSet<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    codes.add(parser.getString());
                }
                yield codes;
            }
        };
    }

    static Map<String, FactNote> notes(@Nullable String json) {
        if (json == null) {
            return Map.of();
        }
        Map<String, FactNote> notes = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String element = parser.currentName();
                parser.nextToken();
                notes.put(element, note(parser));
            }
        }
        return notes;
    }

    private static FactNote note(JsonParser parser) {
        BigDecimal confidence = null;
        FactNote.Remark remark = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String part = parser.currentName();
            parser.nextToken();
            switch (part) {
                case "confidence" -> confidence = parser.getDecimalValue();
                case "remark" -> remark = FactNote.Remark.valueOf(parser.getString());
                default -> parser.skipChildren();
            }
        }
        return new FactNote(confidence, remark);
    }

    public static String write(Map<String, ? extends @Nullable Object> facts) {
        StringBuilder out = new StringBuilder(32 * facts.size());
        write(out, facts);
        return out.toString();
    }

    private static void write(StringBuilder out, Map<String, ? extends @Nullable Object> facts) {
        out.append('{');
        String separator = "";
        for (Map.Entry<String, ? extends @Nullable Object> fact : facts.entrySet()) {
            out.append(separator);
            separator = ",";
            text(out, fact.getKey());
            out.append(':');
            write(out, fact.getValue());
        }
        out.append('}');
    }

    private static void write(StringBuilder out, @Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case BigDecimal number -> out.append(number.toPlainString());
            case Boolean truth -> out.append(truth.booleanValue());
            case LocalDate day -> out.append('"').append(day).append('"');
            case String text -> text(out, text);
            case Collection<?> codes -> {
                out.append('[');
                String separator = "";
                for (Object code : codes) {
                    out.append(separator);
                    separator = ",";
                    text(out, (String) code);
                }
                out.append(']');
            }
            default ->
                throw new IllegalArgumentException(
                        "value (" + value + ") of " + value.getClass() + " is of no type of the dictionary");
        }
    }

    static String writeValue(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        write(out, value);
        return out.toString();
    }

    static @Nullable String writeNotes(Map<String, FactNote> notes) {
        if (notes.isEmpty()) {
            return null;
        }
        StringBuilder out = new StringBuilder();
        char separator = '{';
        for (Map.Entry<String, FactNote> note : notes.entrySet()) {
            Map<String, Object> parts = new LinkedHashMap<>();
            if (note.getValue().confidence() != null) {
                parts.put("confidence", note.getValue().confidence());
            }
            if (note.getValue().remark() != null) {
                parts.put("remark", note.getValue().remark().name());
            }
            out.append(separator);
            separator = ',';
            text(out, note.getKey());
            out.append(':');
            if (parts.isEmpty()) {
                out.append("{}");
            } else {
                write(out, parts);
            }
        }
        return out.append('}').toString();
    }

    private static void text(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == 0) {
                // PostgreSQL cannot keep it, and no source means anything by it.
                out.append(' ');
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
