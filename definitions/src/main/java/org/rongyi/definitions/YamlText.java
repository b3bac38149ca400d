package org.rongyi.definitions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import tools.jackson.databind.JsonNode;

/// Writes a tree as YAML for people: blocks, Chinese as it is, words that are the same in both languages
/// once.
final class YamlText {
    private static final int WIDTH = 100;
    private static final int INDENT = 2;
    private static final String ZH = "zh";
    private static final String EN = "en";

    private YamlText() {}

    static String write(JsonNode tree) {
        var settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setIndent(INDENT)
                .setIndicatorIndent(INDENT)
                .setIndentWithIndicator(true)
                .setWidth(WIDTH)
                .build();
        return new Dump(settings).dumpToString(plain(tree));
    }

    private static Object plain(JsonNode node) {
        if (node.isObject() && node.size() == 2 && node.has(ZH) && node.path(ZH).equals(node.path(EN))) {
            return node.path(ZH).asString();
        }
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(entry -> map.put(entry.getKey(), plain(entry.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(item -> list.add(plain(item)));
            return list;
        }
        if (!node.isNumber()) {
            return node.asString();
        }
        var number = node.decimalValue();
        return number.scale() <= 0 ? number.toBigInteger() : number;
    }
}
