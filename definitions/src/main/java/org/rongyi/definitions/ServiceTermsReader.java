package org.rongyi.definitions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rongyi.definitions.ServiceTerms.Department;
import org.rongyi.definitions.ServiceTerms.LicenceType;
import org.rongyi.definitions.ServiceTerms.Material;

/// Reads `services.yaml`: departments, licences and materials.
final class ServiceTermsReader {
    private final YamlFile file;
    private final RuleTexts rules;
    private final List<Fault> faults;
    private final Map<String, Department> departments = new LinkedHashMap<>();
    private final Map<String, LicenceType> licences = new LinkedHashMap<>();
    private final Map<String, Material> materials = new LinkedHashMap<>();

    private ServiceTermsReader(YamlFile file, RuleTexts rules, List<Fault> faults) {
        this.file = file;
        this.rules = rules;
        this.faults = faults;
    }

    static ServiceTerms read(YamlFile file, RuleTexts rules, List<Fault> faults) {
        faults.addAll(SchemaCheck.SERVICES.check(file));
        var root = YamlValues.of(file.root());
        return root == null ? ServiceTerms.NONE : new ServiceTermsReader(file, rules, faults).terms(root);
    }

    private ServiceTerms terms(YamlValues root) {
        each(root, "departments", (id, name, values) -> put(departments, id, department(id, name, values), values));
        each(root, "licences", (id, name, values) -> put(licences, id, licence(id, name, values), values));
        each(root, "materials", (id, name, values) -> put(materials, id, material(id, name, values), values));
        return new ServiceTerms(
                Collections.unmodifiableMap(departments),
                Collections.unmodifiableMap(licences),
                Collections.unmodifiableMap(materials));
    }

    private interface Entry {
        void read(String id, Words name, YamlValues values);
    }

    private static void each(YamlValues root, String key, Entry entry) {
        for (var item : root.items(key)) {
            var values = YamlValues.of(item);
            var id = values == null ? null : values.text("id");
            var name = values == null ? null : values.words("name");
            if (values != null && id != null && name != null) {
                entry.read(id, name, values);
            }
        }
    }

    private <T> void put(Map<String, T> byId, String id, T value, YamlValues values) {
        if (byId.putIfAbsent(id, value) != null) {
            var message = "\"%s\" is here for the second time".formatted(id);
            faults.add(file.source().fault(values.start("id"), message, "Maybe give it another id"));
        }
    }

    private Department department(String id, Words name, YamlValues values) {
        var unit = values.text("unit");
        return new Department(id, name, unit == null ? name.zh() : unit, file.place(values.mapping()));
    }

    private LicenceType licence(String id, Words name, YamlValues values) {
        var held = values.scalar("heldWhen");
        return new LicenceType(
                id, name, held == null ? null : rules.condition(file, held, faults), file.place(values.mapping()));
    }

    private Material material(String id, Words name, YamlValues values) {
        var provedBy = new ArrayList<String>();
        for (var node : values.oneOrMore("provedBy")) {
            if (node instanceof YamlNode.Scalar licence && known(licence, licences, "licence")) {
                provedBy.add(licence.text());
            }
        }
        var shared = values.scalar("sharedBy");
        return new Material(
                id,
                name,
                values.words("note"),
                List.copyOf(provedBy),
                shared != null && known(shared, departments, "department") ? shared.text() : null,
                values.flag("promise"),
                file.place(values.mapping()));
    }

    private boolean known(YamlNode.Scalar scalar, Map<String, ?> byId, String what) {
        return Reference.known(file, scalar, byId.keySet(), what, faults);
    }
}
