package org.rongyi.city.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Guides of journeys as another portal publishes them: a list of objects with title, lead, days, items and materials.
final class GuideFile {
    private GuideFile() {}

    /// @param days that the portal promises; null where it says none
    /// @param before how it was without the journey; null where the portal does not say
    record Guide(
            String code,
            String title,
            String lead,
            @Nullable Integer days,
            List<Item> items,
            List<String> materials,
            @Nullable Effort before,
            @Nullable Effort after) {}

    /// What it takes, as the portal counts.
    record Effort(
            @Nullable Integer days,
            @Nullable Integer visits,
            @Nullable Integer materials) {}

    record Item(String name, @Nullable Integer days) {}

    /// Empty where the file is no such list.
    static Optional<List<Guide>> read(String json) {
        try {
            JsonNode all = JsonMapper.shared().readTree(json);
            if (!all.isArray()) {
                return Optional.empty();
            }
            List<Guide> guides = new ArrayList<>();
            for (JsonNode each : all) {
                guides.add(guide(each));
            }
            return Optional.of(guides);
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    private static Guide guide(JsonNode node) {
        List<Item> items = new ArrayList<>();
        for (JsonNode item : node.path("linked_items")) {
            items.add(new Item(text(item.path(0)), number(item.path(1))));
        }
        List<String> materials = new ArrayList<>();
        for (JsonNode material : node.path("materials")) {
            materials.add(text(material.path("name")));
        }
        return new Guide(
                text(node.path("code")),
                text(node.path("title")),
                text(node.path("lead")),
                number(node.path("promised_workdays")),
                items,
                materials,
                effort(node.path("before")),
                effort(node.path("after")));
    }

    private static @Nullable Effort effort(JsonNode node) {
        return node.isObject()
                ? new Effort(number(node.path("days")), number(node.path("visits")), number(node.path("materials")))
                : null;
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.stringValue().strip() : "";
    }

    private static @Nullable Integer number(JsonNode node) {
        return node.isNumber() ? (Integer) node.intValue() : null;
    }
}
