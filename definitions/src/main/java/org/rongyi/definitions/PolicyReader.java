package org.rongyi.definitions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Rule;

/// Reads one policy file, compiles its rules and checks what a schema cannot: that dates and versions fit together.
final class PolicyReader {
    private final YamlFile file;
    private final RuleTexts rules;
    private final List<Fault> faults;

    private PolicyReader(YamlFile file, RuleTexts rules, List<Fault> faults) {
        this.file = file;
        this.rules = rules;
        this.faults = faults;
    }

    /// The policy, or null if the file has an error.
    static @Nullable PolicyDefinition read(YamlFile file, RuleTexts rules, List<Fault> faults) {
        var own = new ArrayList<>(SchemaCheck.POLICY.check(file));
        var values = YamlValues.of(file.root());
        var policy = values == null ? null : new PolicyReader(file, rules, own).policy(values);
        faults.addAll(own);
        return own.stream().anyMatch(Fault::isError) ? null : policy;
    }

    private @Nullable PolicyDefinition policy(YamlValues values) {
        var id = values.text("id");
        var title = values.words("title");
        var versions = versions(values);
        if (id == null || title == null || versions.isEmpty()) {
            return null;
        }
        return new PolicyDefinition(
                id,
                title,
                values.words("issuer"),
                values.text("documentNo"),
                values.constant("level", PolicyDefinition.Level.class),
                values.constant("field", PolicyDefinition.Field.class),
                values.constant("class", PolicyDefinition.Kind.class),
                values.constant("mode", PolicyDefinition.Mode.class),
                values.text("exclusiveGroup"),
                versions,
                file.source().place(values.start("id")));
    }

    private List<PolicyVersion> versions(YamlValues policy) {
        var versions = new ArrayList<PolicyVersion>();
        if (policy.node("versions") == null) {
            add(version(policy), versions);
            return versions;
        }
        for (var key : policy.mapping().entries().entrySet()) {
            if (VERSION_KEYS.contains(key.getKey())) {
                var message = "\"%s\" stands beside \"versions\"".formatted(key.getKey());
                faults.add(file.source()
                        .fault(key.getValue().keyStart(), message, "Maybe move it into the version it belongs to"));
            }
        }
        for (var item : policy.items("versions")) {
            var values = YamlValues.of(item);
            if (values != null) {
                add(version(values), versions);
            }
        }
        checkVersions(versions);
        return versions;
    }

    private static final List<String> VERSION_KEYS = List.of(
            "validFrom",
            "validTo",
            "recordedOn",
            "verify",
            "conditions",
            "benefit",
            "window",
            "materials",
            "steps",
            "how",
            "contact",
            "source");

    private static void add(@Nullable PolicyVersion version, List<PolicyVersion> versions) {
        if (version != null) {
            versions.add(version);
        }
    }

    private @Nullable PolicyVersion version(YamlValues values) {
        var validFrom = values.date("validFrom");
        var validTo = values.date("validTo");
        if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
            var message = "validTo %s is before validFrom %s".formatted(validTo, validFrom);
            faults.add(file.source().fault(values.start("validTo"), message, null));
        }
        var conditions = conditions(values);
        var benefit = benefit(values);
        var compiled = conditions.stream().map(PolicyVersion.Condition::rule).toList();
        boolean complete = conditions.size() == values.items("conditions").size();
        var rule = complete && !compiled.isEmpty()
                ? rules.all(compiled, file, values.mapping(), faults)
                : compiled.stream().findFirst().orElse(null);
        if (rule == null) {
            return null;
        }
        return new PolicyVersion(
                versionName(values),
                validFrom,
                validTo,
                values.date("recordedOn"),
                values.wordsList("verify"),
                conditions,
                rule,
                benefit,
                window(values),
                values.wordsList("materials"),
                values.wordsList("steps"),
                values.words("how"),
                values.words("contact"),
                source(values),
                file.place(values.mapping()));
    }

    static String versionName(YamlValues version) {
        return Optional.ofNullable(version.text("version")).orElse("1");
    }

    private List<PolicyVersion.Condition> conditions(YamlValues version) {
        var conditions = new ArrayList<PolicyVersion.Condition>();
        var ids = new HashSet<String>();
        int number = 0;
        for (var item : version.items("conditions")) {
            number++;
            var values = YamlValues.of(item);
            var scalar = values == null ? null : values.scalar("rule");
            if (values == null || scalar == null) {
                continue;
            }
            var id = Optional.ofNullable(values.text("id")).orElse(Integer.toString(number));
            if (!ids.add(id)) {
                var message = "condition \"%s\" is here for the second time in this version".formatted(id);
                faults.add(file.source().fault(values.start("id"), message, "Maybe give it another id"));
            }
            var rule = rules.condition(file, scalar, faults);
            if (rule != null) {
                conditions.add(condition(id, values, rule));
            }
        }
        return List.copyOf(conditions);
    }

    private PolicyVersion.Condition condition(String id, YamlValues values, Rule rule) {
        return new PolicyVersion.Condition(
                id,
                Optional.ofNullable(values.words("text")).orElse(Words.same(rule.text())),
                values.words("clause"),
                values.words("quote"),
                rule,
                values.wordsList("verify"),
                file.place(values.mapping()));
    }

    private PolicyVersion.@Nullable Benefit benefit(YamlValues version) {
        var values = YamlValues.of(version.node("benefit"));
        var text = values == null ? null : values.words("text");
        if (values == null || text == null) {
            return null;
        }
        var amount = values.scalar("amount");
        return new PolicyVersion.Benefit(
                text,
                amount == null ? null : rules.amount(file, amount, faults),
                values.words("amountNote"),
                values.number("cap"),
                values.words("period"));
    }

    private PolicyVersion.@Nullable Window window(YamlValues version) {
        var values = YamlValues.of(version.node("window"));
        if (values == null) {
            return null;
        }
        var opens = values.date("opens");
        var closes = values.date("closes");
        if (opens != null && closes != null && closes.isBefore(opens)) {
            var message = "closes %s is before opens %s".formatted(closes, opens);
            faults.add(file.source().fault(values.start("closes"), message, null));
        }
        return new PolicyVersion.Window(opens, closes, values.words("note"));
    }

    private static PolicyVersion.@Nullable Source source(YamlValues version) {
        var values = YamlValues.of(version.node("source"));
        var title = values == null ? version.words("source") : values.words("title");
        return title == null ? null : new PolicyVersion.Source(title, values == null ? null : values.words("note"));
    }

    /// Two texts may be law on one day only if it is plain which corrects the other: the one that was recorded later,
    /// or on the same day and stands further down.
    private void checkVersions(List<PolicyVersion> versions) {
        for (int i = 1; i < versions.size(); i++) {
            var later = versions.get(i);
            PolicyVersion corrected = null;
            for (var earlier : versions.subList(0, i)) {
                if (later.version().equals(earlier.version())) {
                    var message = "version \"%s\" is here for the second time".formatted(later.version());
                    report(Fault.Severity.ERROR, later, message, null);
                }
                boolean sameDays = later.overlaps(earlier) && Objects.equals(later.recordedOn(), earlier.recordedOn());
                if (sameDays && later.recordedOn() == null) {
                    var advice = "Maybe \"%s\" needs a validTo".formatted(earlier.version());
                    report(Fault.Severity.ERROR, later, sameDays(earlier, later), advice);
                }
                corrected = sameDays && later.recordedOn() != null ? earlier : corrected;
            }
            if (corrected != null) {
                var message = "%s and were recorded on the same day: \"%s\", further down, counts"
                        .formatted(sameDays(corrected, later), later.version());
                report(Fault.Severity.WARNING, later, message, null);
            }
        }
    }

    private static String sameDays(PolicyVersion earlier, PolicyVersion later) {
        return "versions \"%s\" (%s) and \"%s\" (%s) are valid on the same days"
                .formatted(earlier.version(), days(earlier), later.version(), days(later));
    }

    private void report(Fault.Severity severity, PolicyVersion version, String message, @Nullable String advice) {
        var place = version.place();
        faults.add(new Fault(place, severity, message, advice, file.source().line(place)));
    }

    private static String days(PolicyVersion version) {
        return "%s to %s"
                .formatted(
                        Objects.requireNonNullElse(version.validFrom(), "always"),
                        Objects.requireNonNullElse(version.validTo(), "open"));
    }
}
