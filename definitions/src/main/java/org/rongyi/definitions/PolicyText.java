package org.rongyi.definitions;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One text of a policy as it is published: a policy file of its own with this one version, so that it can be read
/// again when its file is gone. Comments, line breaks and the order of keys in the file leave no trace in it.
public final class PolicyText {
    private static final String VERSIONS = "versions";
    private static final String CONDITIONS = "conditions";
    private static final String VERIFY = "verify";
    private static final String VALID_TO = "validTo";
    private static final List<String> MAY_BE_MENDED = List.of(VERIFY, "materials", "steps", "how", "contact", "source");

    private PolicyText() {}

    public static String write(PolicyDefinition policy, PolicyVersion version) {
        return tree(policy, List.of(version)).toString();
    }

    /// The policy with all its texts as a policy file that a person goes on writing in. It reads as the
    /// same policy; comments of the file that it came from are not in it.
    public static String file(PolicyDefinition policy) {
        var file = tree(policy, policy.versions());
        for (var text : file.path(VERSIONS)) {
            text.path(CONDITIONS).forEach(PolicyText::withoutWordsOfTheRule);
        }
        return YamlText.write(file);
    }

    /// A condition without words of its own is told by its rule.
    private static void withoutWordsOfTheRule(JsonNode condition) {
        var rule = condition.path("rule");
        var words = condition.path("text");
        if (condition instanceof ObjectNode node
                && words.path("zh").equals(rule)
                && words.path("en").equals(rule)) {
            node.remove("text");
        }
    }

    private static ObjectNode tree(PolicyDefinition policy, List<PolicyVersion> versions) {
        var file = JsonNodeFactory.instance.objectNode();
        put(file, "id", policy.id());
        put(file, "title", policy.title());
        put(file, "issuer", policy.issuer());
        put(file, "documentNo", policy.documentNo());
        put(file, "level", policy.level());
        put(file, "field", policy.field());
        put(file, "class", policy.kind());
        put(file, "mode", policy.mode());
        put(file, "exclusiveGroup", policy.exclusiveGroup());
        var texts = file.putArray(VERSIONS);
        versions.forEach(version -> write(version, texts.addObject()));
        return file;
    }

    private static void write(PolicyVersion version, ObjectNode to) {
        put(to, "version", version.version());
        put(to, "validFrom", version.validFrom());
        put(to, VALID_TO, version.validTo());
        put(to, "recordedOn", version.recordedOn());
        put(to, VERIFY, version.verify());
        var conditions = to.putArray(CONDITIONS);
        version.conditions().forEach(condition -> write(condition, conditions.addObject()));
        var benefit = version.benefit();
        if (benefit != null) {
            write(benefit, to.putObject("benefit"));
        }
        var window = version.window();
        if (window != null) {
            var node = to.putObject("window");
            put(node, "opens", window.opens());
            put(node, "closes", window.closes());
            put(node, "note", window.note());
        }
        put(to, "materials", version.materials());
        put(to, "steps", version.steps());
        put(to, "how", version.how());
        put(to, "contact", version.contact());
        var source = version.source();
        if (source != null) {
            var node = to.putObject("source");
            put(node, "title", source.title());
            put(node, "note", source.note());
        }
    }

    private static void write(PolicyVersion.Condition condition, ObjectNode to) {
        put(to, "id", condition.id());
        put(to, "text", condition.text());
        put(to, "clause", condition.clause());
        put(to, "quote", condition.quote());
        put(to, "rule", condition.rule().text());
        put(to, VERIFY, condition.verify());
    }

    private static void write(PolicyVersion.Benefit benefit, ObjectNode to) {
        var amount = benefit.amountYuan();
        put(to, "text", benefit.text());
        put(to, "amount", amount == null ? null : amount.text());
        put(to, "amountNote", benefit.amountNote());
        if (benefit.capYuan() != null) {
            to.put("cap", benefit.capYuan());
        }
        put(to, "period", benefit.period());
    }

    /// Dates and constants read as they print.
    private static void put(ObjectNode to, String key, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Words words -> put(to.putObject(key), words);
            case List<?> list -> {
                if (!list.isEmpty()) {
                    var items = to.putArray(key);
                    list.forEach(item -> put(items.addObject(), (Words) item));
                }
            }
            default -> to.put(key, value.toString());
        }
    }

    private static void put(ObjectNode to, Words words) {
        to.put("zh", words.zh()).put("en", words.en());
    }

    /// The policy with the one version that was published; empty when rules of it no longer compile, because an
    /// element has left the dictionary since.
    public static Loaded<Optional<PolicyDefinition>> read(String name, String published, Definitions definitions) {
        var faults = new ArrayList<Fault>();
        var file = parse(name, published, faults);
        var policy = file == null ? null : PolicyReader.read(file, new RuleTexts(definitions), faults);
        return new Loaded<>(Optional.ofNullable(policy), faults);
    }

    /// The names of the versions in a policy file that was sound when it was published, also when its rules no longer
    /// compile.
    public static Set<String> versions(String published) {
        var file = parse("published", published, new ArrayList<>());
        var policy = file == null ? null : YamlValues.of(file.root());
        if (policy == null) {
            return Set.of();
        }
        return policy.node(VERSIONS) == null
                ? Set.of(PolicyReader.versionName(policy))
                : policy.items(VERSIONS).stream()
                        .map(YamlValues::of)
                        .filter(Objects::nonNull)
                        .map(PolicyReader::versionName)
                        .collect(Collectors.toSet());
    }

    /// What decides or promises and is no longer as it was published, by the keys of the file. Such a change
    /// needs a new version. Points to be verified, materials, steps, contact and source may be mended; a
    /// text that had no end may get one, and what is repealed ends earlier, never later.
    public static List<String> changes(String published, PolicyDefinition policy, PolicyVersion version) {
        var content = write(policy, version);
        if (published.equals(content)) {
            return List.of();
        }
        var before = binding(published);
        var now = binding(content);
        if (endsEarlier(day(now), day(before))) {
            now.remove(VALID_TO);
            before.remove(VALID_TO);
        }
        var keys = new TreeSet<>(now.propertyNames());
        keys.addAll(before.propertyNames());
        keys.removeIf(key -> Objects.equals(now.get(key), before.get(key)));
        return List.copyOf(keys);
    }

    private static boolean endsEarlier(@Nullable LocalDate now, @Nullable LocalDate before) {
        return now != null && (before == null || now.isBefore(before));
    }

    private static @Nullable LocalDate day(ObjectNode text) {
        var day = text.get(VALID_TO);
        return day == null ? null : LocalDate.parse(day.asString());
    }

    private static ObjectNode binding(String text) {
        var file = parse("published", text, new ArrayList<>());
        var versions = file == null ? null : SchemaCheck.json(file.root()).get(VERSIONS);
        if (versions == null || !(versions.get(0) instanceof ObjectNode version)) {
            return JsonNodeFactory.instance.objectNode();
        }
        version.remove(MAY_BE_MENDED);
        if (version.get(CONDITIONS) instanceof ArrayNode conditions) {
            conditions.forEach(condition -> ((ObjectNode) condition).remove(VERIFY));
        }
        return version;
    }

    private static @Nullable YamlFile parse(String name, String text, List<Fault> faults) {
        return YamlFile.parse(name, text.getBytes(StandardCharsets.UTF_8), faults);
    }
}
