package org.rongyi.rules.tck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rongyi.rules.Element;
import org.rongyi.rules.ValueType;

/// An expression whose number and text literals have become elements of a row. Without this, everything in a TCK case
/// folds to a
/// constant, and neither engine is asked anything.
record Lifted(String text, List<Element> elements, Map<String, Object> row) {

    private static final Pattern LITERAL =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|(?<![\\w.])\\d+(?:\\.\\d+)?(?![\\w.])|/\\*|//");
    private static final Pattern TEMPORAL = Pattern.compile("(?:@|(?:date|duration)\\s*\\(\\s*)$");

    static Lifted of(String text, List<Element> elements, Map<String, Object> row) {
        List<Element> all = new ArrayList<>(elements);
        Map<String, Object> values = new HashMap<>(row);
        StringBuilder lifted = new StringBuilder();
        Matcher literal = LITERAL.matcher(text);
        int end = 0;
        while (literal.find()) {
            String found = literal.group();
            String before = text.substring(0, literal.start());
            if (found.startsWith("/")) {
                break;
            }
            if (found.contains("\\") || TEMPORAL.matcher(before).find()) {
                continue;
            }
            String id = "lifted" + values.size();
            boolean isText = found.startsWith("\"");
            all.add(element(id, isText ? ValueType.TEXT : ValueType.NUMBER));
            values.put(id, isText ? found.substring(1, found.length() - 1) : new BigDecimal(found));
            lifted.append(text, end, literal.start()).append(id);
            end = literal.end();
        }
        return new Lifted(lifted.append(text.substring(end)).toString(), all, values);
    }

    static Element element(String id, ValueType type) {
        return new Element(id, type, id, id, null, null);
    }
}
