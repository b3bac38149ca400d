package org.rongyi.city.services;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.Place;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The text of an item as a tree, of which some fields are read and written. Texts in two languages are
/// kept on two lines, lists on one line each.
final class ItemText {
    /// So that no line of a field becomes another key of the item.
    private static final String INDENT = "  ";

    private ItemText() {}

    /// Every field, empty where the text says nothing.
    static Map<ItemField, String> values(String content) {
        JsonNode root = JsonMapper.shared().readTree(content);
        Map<ItemField, String> values = new EnumMap<>(ItemField.class);
        for (ItemField field : ItemField.values()) {
            JsonNode node = root;
            for (String key : field.path()) {
                node = node.path(key);
            }
            values.put(field, value(field, node));
        }
        return values;
    }

    private static String value(ItemField field, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        return switch (field.kind()) {
            case WORDS ->
                node.isObject() ? (text(node.path("zh")) + "\n" + text(node.path("en"))).stripTrailing() : text(node);
            case LIST -> {
                List<String> lines = new ArrayList<>();
                node.forEach(each -> lines.add(text(each)));
                yield String.join("\n", lines);
            }
            case DAYS, DEPTH, YES_NO -> text(node);
            case RULES -> RulesYaml.of(node);
        };
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? "" : node.asString();
    }

    /// A text that can be read as a file.
    ///
    /// @param first the line behind which a field's own lines begin
    record Edited(String item, String text, Map<ItemField, Integer> first) {
        /// Faults in the lines of a field are placed there, under the field's name; all others have no place.
        Fault placed(Fault fault) {
            int line = fault.place().file().equals(item) ? fault.place().line() : 0;
            ItemField field = first.entrySet().stream()
                    .filter(each -> each.getValue() < line)
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(null);
            Place place = field == null
                    ? new Place(fault.place().file(), 0, 0)
                    : new Place(
                            field.name(),
                            line - first.getOrDefault(field, 0),
                            Math.max(1, fault.place().column() - INDENT.length()));
            return new Fault(place, fault.severity(), fault.message(), fault.advice(), fault.line());
        }
    }

    /// The text with other values, under another version. What is written as rules stands at the end, line
    /// for line.
    static Edited with(String content, Map<ItemField, String> values, String version) {
        ObjectNode root = (ObjectNode) JsonMapper.shared().readTree(content);
        root.put("version", version);
        Map<ItemField, String> rules = new EnumMap<>(ItemField.class);
        values.forEach((field, value) -> {
            if (field.kind() == ItemField.Kind.RULES) {
                root.remove(field.path().getFirst());
                if (!value.isBlank()) {
                    rules.put(field, value);
                }
            } else {
                set(root, field, value.strip());
            }
        });
        List<String> lines = new ArrayList<>();
        root.properties().forEach(each -> lines.add(each.getKey() + ": " + each.getValue()));
        Map<ItemField, Integer> first = new EnumMap<>(ItemField.class);
        rules.forEach((field, value) -> {
            lines.add(field.path().getFirst() + ":");
            first.put(field, lines.size());
            value.lines().forEach(line -> lines.add(INDENT + line));
        });
        return new Edited(text(root.path("id")), String.join("\n", lines) + "\n", first);
    }

    private static void set(ObjectNode root, ItemField field, String value) {
        ObjectNode parent = root;
        for (String key : field.path().subList(0, field.path().size() - 1)) {
            if (!parent.path(key).isObject()) {
                if (value.isEmpty()) {
                    return;
                }
                parent.putObject(key);
            }
            parent = (ObjectNode) parent.path(key);
        }
        String key = field.path().getLast();
        if (value.isEmpty()) {
            parent.remove(key);
        } else {
            parent.set(key, node(field, value));
        }
        if (parent.isEmpty() && parent != root) {
            root.remove(field.path().getFirst());
        }
    }

    private static JsonNode node(ItemField field, String value) {
        var nodes = JsonMapper.shared().getNodeFactory();
        List<String> lines =
                value.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return switch (field.kind()) {
            case WORDS -> {
                if (lines.size() < 2) {
                    yield nodes.stringNode(lines.getFirst());
                }
                ObjectNode words = nodes.objectNode();
                words.put("zh", lines.getFirst());
                words.put("en", lines.get(1));
                yield words;
            }
            case LIST -> {
                ArrayNode list = nodes.arrayNode();
                lines.forEach(list::add);
                yield list;
            }
            case DAYS -> {
                Integer days = whole(value);
                yield days == null ? nodes.stringNode(value) : nodes.numberNode(days);
            }
            case YES_NO -> nodes.booleanNode(value.equals("true"));
            case DEPTH, RULES -> nodes.stringNode(value);
        };
    }

    /// What is no number stays as it is: the check of the file says what is wrong with it.
    private static @Nullable Integer whole(String value) {
        try {
            return Integer.valueOf(value);
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }
}
