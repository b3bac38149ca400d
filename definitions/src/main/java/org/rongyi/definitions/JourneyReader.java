package org.rongyi.definitions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads one journey. Whether its items fit together is looked at by [CatalogueCheck].
final class JourneyReader {
    private final YamlFile file;
    private final RuleTexts rules;
    private final List<Fault> faults;

    private JourneyReader(YamlFile file, RuleTexts rules, List<Fault> faults) {
        this.file = file;
        this.rules = rules;
        this.faults = faults;
    }

    /// The journey, or null if the file has an error.
    static @Nullable JourneyDefinition read(YamlFile file, RuleTexts rules, ServiceTerms terms, List<Fault> faults) {
        var own = new ArrayList<>(SchemaCheck.JOURNEY.check(file));
        var values = YamlValues.of(file.root());
        var journey = values == null ? null : new JourneyReader(file, rules, own).journey(values, terms);
        faults.addAll(own);
        return own.stream().anyMatch(Fault::isError) ? null : journey;
    }

    private @Nullable JourneyDefinition journey(YamlValues values, ServiceTerms terms) {
        var lead = values.scalar("lead");
        Reference.known(file, lead, terms.departments().keySet(), "department", faults);
        var parts = parts(values);
        var id = values.text("id");
        var name = values.words("name");
        var stage = values.constant("stage", JourneyDefinition.Stage.class);
        var subject = values.constant("subject", JourneyDefinition.Subject.class);
        var what = values.words("what");
        if (id == null || name == null || stage == null || what == null || lead == null) {
            return null;
        }
        return new JourneyDefinition(
                id,
                Objects.requireNonNullElse(values.text("version"), "1"),
                name,
                stage,
                Objects.requireNonNullElse(subject, JourneyDefinition.Subject.FIRM),
                lead.text(),
                what,
                values.words("done"),
                values.text("handedInAt"),
                parts,
                values.wordsList("verify"),
                values.words("source"),
                SchemaCheck.json(file.root()).toString(),
                file.source().place(values.start("id")));
    }

    private List<JourneyDefinition.Part> parts(YamlValues journey) {
        var parts = new ArrayList<JourneyDefinition.Part>();
        var items = new HashSet<String>();
        for (var node : journey.items("items")) {
            var values = YamlValues.of(node);
            var item = values == null ? null : values.text("item");
            if (values == null || item == null) {
                continue;
            }
            if (!items.add(item)) {
                var message = "item \"%s\" is here for the second time".formatted(item);
                faults.add(file.source().fault(values.start("item"), message, null));
            }
            var when = values.scalar("when");
            var rule = when == null ? null : rules.condition(file, when, faults);
            parts.add(new JourneyDefinition.Part(
                    item,
                    rule,
                    values.words("why"),
                    values.flag("optional"),
                    file.source().place(values.start("item"))));
        }
        return List.copyOf(parts);
    }
}
