package org.rongyi.city.documents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.Words;
import org.rongyi.definitions.YamlField;

/// The kinds of licences that this city issues, from `documents.yaml` of its folder; without the file it
/// issues none.
record LicenceTypes(List<LicenceType> all, List<Ending> ends) {
    LicenceTypes {
        all = List.copyOf(all);
        ends = List.copyOf(ends);
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

        /// The same by another template.
        LicenceType with(List<Line> otherLines, @Nullable Integer otherYears) {
            return new LicenceType(id, name, code, item, office, otherYears, seals, otherLines);
        }
    }

    /// What else a grant does to what was issued before.
    ///
    /// @param item     the service item whose grant does it
    /// @param licences types whose licences of the firm end
    /// @param seals    whether the firm's seals end
    /// @param anew     whether each is issued anew, saying what the register says now
    record Ending(String item, List<String> licences, boolean seals, boolean anew) {
        Ending {
            licences = List.copyOf(licences);
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

    Optional<Ending> endedBy(String item) {
        return ends.stream().filter(ending -> ending.item().equals(item)).findFirst();
    }

    /// @param isItem whether the city has a service item of this name
    /// @throws FaultyCityFiles when the file is there but has faults
    static LicenceTypes read(Path file, Elements elements, Predicate<String> isItem) {
        List<Fault> faults = new ArrayList<>();
        List<LicenceType> types = new ArrayList<>();
        List<Ending> ends = new ArrayList<>();
        if (Files.exists(file)) {
            YamlField root = YamlField.read(file, faults).only("types", "ends");
            for (YamlField type : root.get("types").items()) {
                types.add(type(type, elements, isItem));
            }
            Set<String> known = types.stream().map(LicenceType::id).collect(Collectors.toSet());
            Set<String> items = new HashSet<>();
            for (YamlField ending : root.get("ends").items()) {
                Ending read = ending(ending, known, isItem);
                if (!items.add(read.item())) {
                    ending.get("item").fault("(" + read.item() + ") ends something twice", "Maybe join the two.");
                }
                ends.add(read);
            }
        }
        FaultyCityFiles.stopOn("documents", faults);
        return new LicenceTypes(types, ends);
    }

    private static Ending ending(YamlField field, Set<String> types, Predicate<String> isItem) {
        field.only("item", "licences", "seals", "anew");
        List<String> licences = field.get("licences").texts();
        for (String licence : licences) {
            if (!types.contains(licence)) {
                field.get("licences").fault("there is no type of licence (" + licence + ")", "Types are " + types);
            }
        }
        return new Ending(item(field, isItem), licences, flag(field, "seals"), flag(field, "anew"));
    }

    /// A name that no item has would never issue nor end anything, and nobody would notice.
    private static String item(YamlField field, Predicate<String> isItem) {
        String item = field.need("item").text();
        if (!item.isEmpty() && !isItem.test(item)) {
            field.get("item").fault("there is no service item (" + item + ")", "Maybe see the folder items.");
        }
        return item;
    }

    private static boolean flag(YamlField field, String key) {
        return field.get(key).isThere() && field.get(key).flag();
    }

    private static LicenceType type(YamlField field, Elements elements, Predicate<String> isItem) {
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
                item(field, isItem),
                new Office(office.need("name").text(), officeCode),
                years.isThere() ? years.number().intValue() : null,
                flag(field, "seals"),
                lines);
    }
}
