package org.rongyi.seals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// JSON (RFC 8259), read strictly: no name twice, nothing behind, not deep. What two readers could read in
/// two ways is refused. Values are maps, lists, texts, numbers and truth values; what is nothing is left
/// out.
final class Json {
    private static final int DEEPEST = 10;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /// @throws IllegalArgumentException when it is not JSON
    static Object read(String text) {
        Json json = new Json(text);
        Object value = json.value(0);
        json.space();
        if (json.at != text.length()) {
            throw json.broken();
        }
        return value;
    }

    static Optional<String> text(Map<?, ?> object, String name) {
        return object.get(name) instanceof String found ? Optional.of(found) : Optional.empty();
    }

    static String write(Object value) {
        return switch (value) {
            case Map<?, ?> object -> {
                List<String> members = new ArrayList<>();
                object.forEach((name, member) -> members.add(quoted(String.valueOf(name)) + ":" + write(member)));
                yield "{" + String.join(",", members) + "}";
            }
            case List<?> list ->
                "[" + String.join(",", list.stream().map(Json::write).toList()) + "]";
            case String said -> quoted(said);
            default -> value.toString();
        };
    }

    private static String quoted(String said) {
        StringBuilder out = new StringBuilder("\"");
        said.chars().forEach(letter -> {
            if (letter == '"' || letter == '\\') {
                out.append('\\').append((char) letter);
            } else if (letter < ' ') {
                out.append("\\u%04x".formatted(letter));
            } else {
                out.append((char) letter);
            }
        });
        return out.append('"').toString();
    }

    private IllegalArgumentException broken() {
        return new IllegalArgumentException("no JSON at " + at);
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char next() {
        space();
        if (at == text.length()) {
            throw broken();
        }
        return text.charAt(at);
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw broken();
        }
        at++;
    }

    private Object value(int depth) {
        if (depth > DEEPEST) {
            throw broken();
        }
        char first = next();
        if (first == '{') {
            return object(depth);
        }
        if (first == '[') {
            return list(depth);
        }
        if (first == '"') {
            return string();
        }
        int from = at;
        while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(from, at);
        if (word.equals("true") || word.equals("false")) {
            return word.equals("true");
        }
        if (!word.matches("-?(?:0|[1-9][0-9]{0,17})(?:\\.[0-9]{1,18})?")) {
            throw broken();
        }
        return new BigDecimal(word);
    }

    private Map<String, Object> object(int depth) {
        expect('{');
        Map<String, Object> members = new LinkedHashMap<>();
        if (next() == '}') {
            at++;
            return members;
        }
        while (true) {
            next();
            String name = string();
            expect(':');
            if (members.put(name, value(depth + 1)) != null) {
                throw broken();
            }
            if (next() == '}') {
                at++;
                return members;
            }
            expect(',');
        }
    }

    private List<Object> list(int depth) {
        expect('[');
        List<Object> items = new ArrayList<>();
        if (next() == ']') {
            at++;
            return items;
        }
        while (true) {
            items.add(value(depth + 1));
            if (next() == ']') {
                at++;
                return items;
            }
            expect(',');
        }
    }

    private String string() {
        expect('"');
        StringBuilder said = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char letter = text.charAt(at++);
            if (letter < ' ') {
                throw broken();
            }
            said.append(letter == '\\' ? escaped() : letter);
        }
        if (at == text.length()) {
            throw broken();
        }
        at++;
        return said.toString();
    }

    private char escaped() {
        if (at == text.length()) {
            throw broken();
        }
        char letter = text.charAt(at++);
        int plain = "\"\\/bfnrt".indexOf(letter);
        if (plain >= 0) {
            return "\"\\/\b\f\n\r\t".charAt(plain);
        }
        if (letter != 'u'
                || at + 4 > text.length()
                || !text.substring(at, at + 4).matches("[0-9A-Fa-f]{4}")) {
            throw broken();
        }
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }
}
