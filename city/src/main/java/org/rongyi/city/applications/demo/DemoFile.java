package org.rongyi.city.applications.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.YamlField;

/// The applications that a demo begins with.
final class DemoFile {
    private DemoFile() {}

    /// @param answers element id to its value
    record Wish(String account, String journey, int daysAgo, Map<String, Object> answers, List<Happens> steps) {}

    /// @param day days after it was handed in
    /// @param events of the kind of case, in this order
    record Happens(String item, int day, List<String> events) {}

    /// @throws FaultyCityFiles with every fault
    static List<Wish> read(Path file, Elements elements) {
        List<Fault> faults = new ArrayList<>();
        List<Wish> wishes = YamlField.read(file, faults).only("applications").need("applications").items().stream()
                .map(wish -> wish(wish, elements))
                .toList();
        FaultyCityFiles.stopOn("demo applications", faults);
        return wishes;
    }

    private static Wish wish(YamlField wish, Elements elements) {
        wish.only("account", "journey", "daysAgo", "answers", "steps");
        Map<String, Object> answers = new LinkedHashMap<>();
        wish.need("answers").fields().forEach((id, field) -> {
            Optional<ElementDefinition> element = elements.find(id);
            if (element.isEmpty()) {
                field.fault("(" + id + ") is no element of the dictionary", null);
                return;
            }
            Object value = typed(element.get(), field);
            if (value != null) {
                answers.put(id, value);
            }
        });
        return new Wish(
                wish.need("account").text(),
                wish.need("journey").text(),
                wish.need("daysAgo").number().intValue(),
                answers,
                wish.need("steps").items().stream().map(DemoFile::happens).toList());
    }

    private static Happens happens(YamlField step) {
        step.only("item", "day", "events");
        return new Happens(
                step.need("item").text(),
                step.need("day").number().intValue(),
                step.need("events").texts());
    }

    private static @Nullable Object typed(ElementDefinition element, YamlField field) {
        return switch (element.element().type()) {
            case NUMBER -> field.number();
            case TEXT, CODE -> field.text();
            case BOOLEAN -> field.flag();
            case DATE -> field.day();
            case CODES -> new LinkedHashSet<>(field.texts());
        };
    }
}
