package org.rongyi.city.documents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.Words;
import org.rongyi.definitions.YamlField;

/// The kinds of licences that this city issues, from `documents.yaml` of its folder; without the file it
/// issues none.
record LicenceTypes(List<LicenceType> all) {
    LicenceTypes {
        all = List.copyOf(all);
    }

    /// @param code    of the type, as the identifier of a licence has it
    /// @param item    the service item whose grant issues it
    /// @param office  who seals it, with its own code
    /// @param years   how long it counts; null: without end
    /// @param seals   whether the firm receives its five seals with it
    record LicenceType(
            String id,
            Words name,
            String code,
            String item,
            Office office,
            @Nullable Integer years,
            boolean seals,
            List<Line> lines) {
        LicenceType {
            lines = List.copyOf(lines);
        }
    }

    record Office(String name, String code) {}

    /// @param element whose value stands behind the label
    record Line(String label, String element) {}

    Optional<LicenceType> find(String id) {
        return all.stream().filter(type -> type.id().equals(id)).findFirst();
    }

    List<LicenceType> issuedBy(String item) {
        return all.stream().filter(type -> type.item().equals(item)).toList();
    }

    /// @throws FaultyCityFiles when the file is there but has faults
    static LicenceTypes read(Path file, Elements elements) {
        List<Fault> faults = new ArrayList<>();
        List<LicenceType> types = new ArrayList<>();
        if (Files.exists(file)) {
            YamlField root = YamlField.read(file, faults).only("types");
            for (YamlField type : root.get("types").items()) {
                types.add(type(type, elements));
            }
        }
        FaultyCityFiles.stopOn("documents", faults);
        return new LicenceTypes(types);
    }

    private static LicenceType type(YamlField field, Elements elements) {
        field.only("id", "name", "code", "item", "office", "years", "seals", "lines");
        YamlField office = field.need("office").only("name", "code");
        List<Line> lines = new ArrayList<>();
        for (YamlField line : field.get("lines").items()) {
            line.only("label", "element");
            String element = line.need("element").text();
            if (elements.find(element).isEmpty()) {
                line.get("element").fault("there is no element (" + element + ")", null);
            }
            lines.add(new Line(line.need("label").text(), element));
        }
        String code = field.need("code").text();
        String officeCode = office.need("code").text();
        if (!(code + officeCode).matches("[0-9A-Z]+")) {
            field.fault("codes are of digits and capital letters, not (" + code + ", " + officeCode + ")", null);
        }
        YamlField years = field.get("years");
        return new LicenceType(
                field.need("id").text(),
                field.need("name").words(Words.same("")),
                code,
                field.need("item").text(),
                new Office(office.need("name").text(), officeCode),
                years.isThere() ? years.number().intValue() : null,
                field.get("seals").isThere() && field.get("seals").flag(),
                lines);
    }
}
