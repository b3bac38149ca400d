package org.rongyi.definitions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Element;
import org.rongyi.rules.ValueType;

/// Reads an elements file: a list in which only `id` and `type` are required.
final class ElementReader {
    /// As in the schema, which reports other ids.
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private final YamlFile file;
    private final List<Fault> faults;
    private final Set<String> ids = new HashSet<>();

    private ElementReader(YamlFile file, List<Fault> faults) {
        this.file = file;
        this.faults = faults;
    }

    static List<ReadElement> read(YamlFile file, List<Fault> faults) {
        var found = SchemaCheck.ELEMENTS.check(file);
        faults.addAll(found);
        return new ElementReader(file, faults).elements();
    }

    /// An element with the place of its formula, for faults that only the whole dictionary shows.
    record ReadElement(ElementDefinition definition, YamlFile file, YamlNode.@Nullable Scalar formula) {}

    private List<ReadElement> elements() {
        var elements = new ArrayList<ReadElement>();
        if (file.root() instanceof YamlNode.Sequence sequence) {
            for (var item : sequence.items()) {
                var values = YamlValues.of(item);
                var element = values == null ? null : element(values);
                if (element != null) {
                    elements.add(element);
                }
            }
        }
        return elements;
    }

    private @Nullable ReadElement element(YamlValues values) {
        var id = values.text("id");
        var type = type(values.text("type"));
        if (id == null || type == null || !ID.matcher(id).matches()) {
            return null;
        }
        if (!ids.add(id)) {
            faults.add(file.source().fault(values.start("id"), "element \"%s\" is defined twice".formatted(id), null));
            return null;
        }
        var zh = values.text("zh");
        var en = values.text("en");
        var unit = values.words("unit");
        var classification = values.text("classification");
        if (classification != null && type != ValueType.CODE && type != ValueType.CODES) {
            var message = "element \"%s\" has a classification, but is not of type code or codes".formatted(id);
            faults.add(file.source().fault(values.start("classification"), message, null));
        }
        var element = new Element(
                id,
                type,
                zh == null ? id : zh,
                en == null ? id : en,
                unit == null ? null : unit.zh(),
                values.text("formula"));
        var definition = new ElementDefinition(
                element,
                unit,
                values.words("source"),
                values.constant("sensitivity", ElementDefinition.Sensitivity.class),
                values.constant("theme", ElementDefinition.Theme.class),
                classification,
                values.words("ask"),
                values.flag("selfDeclared"),
                values.flag("belowZero"),
                values.words("note"),
                file.place(values.mapping()));
        return new ReadElement(definition, file, values.scalar("formula"));
    }

    private static @Nullable ValueType type(@Nullable String name) {
        for (var type : ValueType.values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(name)) {
                return type;
            }
        }
        return null;
    }
}
