package org.rongyi.city.services;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The text of an item as a tree, of which some fields are read and written. Texts in two languages are kept on two
/// lines, lists on one line each.
final class ItemText {
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
        };
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? "" : node.asString();
    }

    /// The text with other values, under another version.
    static String with(String content, Map<ItemField, String> values, String version) {
        ObjectNode root = (ObjectNode) JsonMapper.shared().readTree(content);
        root.put("version", version);
        values.forEach((field, value) -> set(root, field, value.strip()));
        return root.toString();
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
            case DEPTH -> nodes.stringNode(value);
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
