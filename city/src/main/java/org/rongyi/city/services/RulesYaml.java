package org.rongyi.city.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Situations as the files of items write them: what is read back is the same again.
final class RulesYaml {
    /// What stands for itself wherever a value may stand; all else is put in quotes.
    private static final Pattern PLAIN = Pattern.compile("\\p{L}(?:[\\p{L}\\p{N} ._()（）、，。；’/+-]*[\\p{L}\\p{N})）。’])?");

    private static final Set<String> NO_TEXT = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");
    private static final String STEP = "  ";

    private RulesYaml() {}

    /// A list of situations, or one.
    static String of(JsonNode node) {
        List<String> lines = new ArrayList<>();
        if (node instanceof ArrayNode list) {
            list.forEach(each -> situation(each, lines));
        } else if (node instanceof ObjectNode one) {
            mapping(one, "", lines);
        }
        return String.join("\n", lines);
    }

    private static void situation(JsonNode node, List<String> lines) {
        List<String> own = new ArrayList<>();
        if (node instanceof ObjectNode situation) {
            mapping(situation, "", own);
        }
        for (int i = 0; i < own.size(); i++) {
            lines.add((i == 0 ? "- " : STEP) + own.get(i));
        }
    }

    private static void mapping(ObjectNode node, String indent, List<String> lines) {
        node.properties().forEach(each -> {
            String key = indent + each.getKey() + ":";
            JsonNode value = each.getValue();
            if (value instanceof ObjectNode needs && each.getKey().equals("needs")) {
                lines.add(key);
                mapping(needs, indent + STEP, lines);
            } else if (each.getKey().equals("when") && isBlock(value.asString())) {
                lines.add(key + " |-");
                value.asString().lines().forEach(line -> lines.add(indent + STEP + line));
            } else {
                lines.add(key + " " + flow(value));
            }
        });
    }

    private static boolean isBlock(String text) {
        return text.equals(text.strip()) && !text.isEmpty() && text.chars().noneMatch(each -> each == '\r');
    }

    private static String flow(JsonNode value) {
        if (value instanceof ArrayNode list) {
            List<String> all = new ArrayList<>();
            list.forEach(each -> all.add(flow(each)));
            return "[" + String.join(", ", all) + "]";
        }
        if (value instanceof ObjectNode words) {
            List<String> all = new ArrayList<>();
            words.properties().forEach(each -> all.add(each.getKey() + ": " + flow(each.getValue())));
            return "{" + String.join(", ", all) + "}";
        }
        if (!value.isString()) {
            return value.toString();
        }
        String text = value.asString();
        return PLAIN.matcher(text).matches() && !NO_TEXT.contains(text) ? text : value.toString();
    }
}
