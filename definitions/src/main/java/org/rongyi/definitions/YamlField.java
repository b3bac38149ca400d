package org.rongyi.definitions;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A value of a YAML or JSON file that has no schema, with its place. Nothing throws: what is missing or of another
/// kind is a fault with file, line and column, and a stand-in is given, so that the rest of the file is read too.
/// Whoever reads stops when there are faults.
public final class YamlField {
    private final @Nullable YamlFile file;
    private final @Nullable YamlNode node;
    private final List<Fault> faults;

    private YamlField(@Nullable YamlFile file, @Nullable YamlNode node, List<Fault> faults) {
        this.file = file;
        this.node = node;
        this.faults = faults;
    }

    /// The whole of a file; nothing, after a fault, when it cannot be read.
    public static YamlField read(Path path, List<Fault> faults) {
        return of(YamlFile.read(path, faults), faults);
    }

    /// @param name as faults call the text
    public static YamlField parse(String name, byte[] text, List<Fault> faults) {
        return of(YamlFile.parse(name, text, faults), faults);
    }

    private static YamlField of(@Nullable YamlFile file, List<Fault> faults) {
        return new YamlField(file, file == null ? null : file.root(), faults);
    }

    /// Whether anything but null is written here.
    public boolean isThere() {
        return node != null && !(node instanceof YamlNode.Scalar scalar && scalar.kind() == YamlNode.Kind.NULL);
    }

    /// What stands under the key; nothing when the key is not there.
    public YamlField get(String key) {
        var entry = node instanceof YamlNode.Mapping mapping ? mapping.entries().get(key) : null;
        return new YamlField(file, entry == null ? null : entry.value(), faults);
    }

    /// The same, and a fault when nothing is there.
    public YamlField need(String key) {
        var field = get(key);
        if (isThere() && !field.isThere()) {
            fault("has no " + key, null);
        }
        return field;
    }

    /// Reports every other key: what nobody reads would be believed to count.
    public YamlField only(String... keys) {
        var known = new TreeSet<>(Set.of(keys));
        if (file == null || !(node instanceof YamlNode.Mapping mapping)) {
            fields();
            return this;
        }
        mapping.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                var advice = Nearest.advice(key, known).orElse("Maybe one of " + known);
                faults.add(file.source().fault(entry.keyStart(), "the field (" + key + ") is not known", advice));
            }
        });
        return this;
    }

    /// In the order of the file.
    public Map<String, YamlField> fields() {
        var fields = new LinkedHashMap<String, YamlField>();
        if (node instanceof YamlNode.Mapping mapping) {
            mapping.entries().forEach((key, entry) -> fields.put(key, new YamlField(file, entry.value(), faults)));
        } else if (isThere()) {
            fault("must hold fields", null);
        }
        return fields;
    }

    public List<YamlField> items() {
        if (node instanceof YamlNode.Sequence sequence) {
            return sequence.items().stream()
                    .map(item -> new YamlField(file, item, faults))
                    .toList();
        }
        if (isThere()) {
            fault("must be a list", null);
        }
        return List.of();
    }

    public List<String> texts() {
        return items().stream().map(YamlField::text).toList();
    }

    /// As it is written; empty when nothing is there.
    public String text() {
        if (node instanceof YamlNode.Scalar scalar) {
            return scalar.kind() == YamlNode.Kind.NULL ? "" : scalar.text();
        }
        if (isThere()) {
            fault("must be a text", null);
        }
        return "";
    }

    /// Zero when nothing is there.
    public BigDecimal number() {
        if (node instanceof YamlNode.Scalar scalar && scalar.kind() == YamlNode.Kind.NUMBER) {
            return new BigDecimal(scalar.text());
        }
        if (isThere()) {
            fault("must be a number", null);
        }
        return BigDecimal.ZERO;
    }

    /// False when nothing is there.
    public boolean flag() {
        if (node instanceof YamlNode.Scalar scalar && scalar.kind() == YamlNode.Kind.BOOLEAN) {
            return scalar.text().equalsIgnoreCase("true");
        }
        if (isThere()) {
            fault("must be true or false", null);
        }
        return false;
    }

    public @Nullable LocalDate day() {
        var text = text();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            fault("(" + text + ") is no day", "Maybe write 2026-10-01.");
            return null;
        }
    }

    /// A text for both languages, or `{zh: …, en: …}`.
    public Words words(Words otherwise) {
        if (!isThere()) {
            return otherwise;
        }
        if (node instanceof YamlNode.Sequence) {
            fault("must be a text or {zh: …, en: …}", null);
            return otherwise;
        }
        if (node instanceof YamlNode.Scalar) {
            return Words.same(text());
        }
        only("zh", "en");
        var zh = need("zh").text();
        var en = get("en").text();
        return new Words(zh, en.isEmpty() ? zh : en);
    }

    /// Says at this place what is wrong; nothing where nothing is, because that was said already.
    public void fault(String message, @Nullable String advice) {
        if (file != null && node != null) {
            faults.add(file.fault(node, message, advice));
        }
    }
}
