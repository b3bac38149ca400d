package org.rongyi.city.interactions;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.interactions.Interaction.Kind;
import org.rongyi.city.interactions.VisitRules.Limit;
import org.rongyi.city.interactions.VisitRules.Trigger;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.Words;
import org.rongyi.definitions.YamlField;

/// Reads `interactions.yaml`. In a city without one nothing is too often, and the log is kept all the same.
final class RulesFile {
    private static final int MOST_DAYS = 366;

    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private RulesFile() {}

    static VisitRules read(Path file) {
        if (!Files.exists(file)) {
            return new VisitRules(Set.of(), List.of(), List.of(), null, null);
        }
        RulesFile reading = new RulesFile();
        YamlField root = YamlField.read(file, reading.faults).only("counts", "limits", "triggers", "basis", "verify");
        VisitRules rules = new VisitRules(
                reading.kinds(root.need("counts")),
                root.need("limits").items().stream().map(reading::limit).toList(),
                root.get("triggers").items().stream().map(reading::trigger).toList(),
                words(root.get("basis")),
                words(root.get("verify")));
        FaultyCityFiles.stopOn("interactions", reading.faults);
        return rules;
    }

    private static @Nullable Words words(YamlField field) {
        return field.isThere() ? field.words(Words.same("")) : null;
    }

    private Set<Kind> kinds(YamlField field) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (YamlField each : field.items()) {
            Optional<Kind> kind = Arrays.stream(Kind.values())
                    .filter(known -> known.name().equals(each.text()))
                    .findFirst();
            kind.ifPresentOrElse(
                    kinds::add,
                    () -> each.fault(
                            "(" + each.text() + ") is no kind",
                            "Maybe one of " + Arrays.toString(Kind.values()) + "."));
        }
        return kinds;
    }

    private Limit limit(YamlField field) {
        field.only("days", "most");
        return new Limit(number(field.need("days"), MOST_DAYS), number(field.need("most"), MOST_DAYS));
    }

    private static int number(YamlField field, int most) {
        int number = field.number().intValue();
        if (field.isThere() && (number < 1 || number > most)) {
            field.fault("(" + number + ")", "Maybe 1 to " + most + ".");
        }
        return number;
    }

    private Trigger trigger(YamlField field) {
        field.only("id", "name");
        YamlField id = field.need("id");
        if (id.isThere() && !ids.add(id.text())) {
            id.fault("(" + id.text() + ") is here for the second time", null);
        }
        return new Trigger(id.text(), field.need("name").words(Words.same("")));
    }
}
