package org.rongyi.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.rongyi.definitions.Definitions;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyLibrary;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.definitions.invented.Draw;

/// Makes synthetic policies: the rules of a city's real ones with other thresholds, terms, titles and industries, and
/// the conditions that local policies add.
final class Policies {
    private static final int LEAST_CONDITIONS = 4;
    private static final int SPREAD = 4;
    private static final double LOCAL = 0.7;

    private final List<Template> templates;
    private final Variation variation;
    private final LocalConditions local;
    private final long seed;

    /// A real policy and those of its rules that the synthetic enterprises have the elements for.
    private record Template(PolicyDefinition policy, List<String> rules) {}

    Policies(Definitions definitions, PolicyLibrary library, CityFrequencies city, long seed) {
        var elements =
                Fields.of(definitions).stream().map(Fields.Field::element).collect(Collectors.toSet());
        this.templates = library.policies().stream()
                .map(policy -> new Template(policy, rules(policy, elements)))
                .filter(template -> !template.rules.isEmpty())
                .toList();
        this.variation = new Variation(definitions, seed);
        this.local = new LocalConditions(definitions, city);
        this.seed = seed;
    }

    private static List<String> rules(PolicyDefinition policy, Set<String> elements) {
        return policy.versions().getLast().conditions().stream()
                .map(PolicyVersion.Condition::rule)
                .filter(rule -> elements.containsAll(rule.elements()))
                .map(rule -> rule.text().strip().replaceAll("\\s+", " "))
                .toList();
    }

    /// One file each, `S00001.yaml` and so on.
    ///
    /// @param progress is told each number made
    void write(int count, Path folder, LongConsumer progress) throws IOException {
        Files.createDirectories(folder);
        for (int number = 1; number <= count; number++) {
            var id = "S%05d".formatted(number);
            Files.writeString(folder.resolve(id + ".yaml"), text(id, Draws.of(seed, number)));
            progress.accept(number);
        }
    }

    private String text(String id, Draw draw) {
        var template = draw.one(templates);
        var after = template.policy.id();
        var text = new StringBuilder("""
                # Synthetic: made for measurements, no policy of anybody.
                id: %s
                title: {zh: 合成政策 %s（仿 %s）, en: Synthetic policy %s (after %s)}
                source:
                  title: {zh: 合成数据, en: Synthetic data}
                  note: {zh: 机器改写，仅供性能测试，不是政策。, en: "Rewritten by a program for measurements; no policy."}
                conditions:
                """.formatted(id, id, after, id, after));
        for (var rule : conditions(template, draw)) {
            text.append("  - rule: '").append(rule.replace("'", "''")).append("'\n");
        }
        return text.toString();
    }

    /// Four to ten, seven on average.
    private Set<String> conditions(Template template, Draw draw) {
        int number = LEAST_CONDITIONS + draw.below(SPREAD) + draw.below(SPREAD);
        var conditions = new LinkedHashSet<String>();
        if (draw.chance(LOCAL)) {
            conditions.add(local.place(draw));
        }
        var rules = new ArrayList<>(template.rules);
        while (conditions.size() < number - 1 && !rules.isEmpty()) {
            conditions.add(variation.of(rules.remove(draw.below(rules.size())), draw));
        }
        for (var condition : local.some(number, draw)) {
            if (conditions.size() < number) {
                conditions.add(condition);
            }
        }
        return conditions;
    }
}
