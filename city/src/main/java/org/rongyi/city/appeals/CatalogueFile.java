package org.rongyi.city.appeals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rongyi.city.appeals.AppealCatalogue.Category;
import org.rongyi.city.appeals.AppealCatalogue.Leaf;
import org.rongyi.city.appeals.AppealCatalogue.LegalRoute;
import org.rongyi.city.appeals.AppealCatalogue.Rule;
import org.rongyi.city.appeals.AppealCatalogue.Type;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.Words;
import org.rongyi.definitions.YamlField;

/// Reads `appeals.yaml`. A city without one takes appeals all the same: its seats look at each.
final class CatalogueFile {
    private static final String DESK = "热线";
    private static final int TRIES = 3;
    private static final int LONGEST = 15;
    private static final List<Type> TYPES = List.of(
            new Type("CONSULT", new Words("咨询", "Question"), 3, List.of()),
            new Type("HELP", new Words("求助", "Help"), 7, List.of()),
            new Type("COMPLAINT", new Words("投诉", "Complaint"), LONGEST, List.of()));

    private CatalogueFile() {}

    static AppealCatalogue read(Path file) {
        if (!Files.exists(file)) {
            return new AppealCatalogue(DESK, TYPES, List.of(), List.of(), List.of(), TRIES);
        }
        List<Fault> faults = new ArrayList<>();
        YamlField root =
                YamlField.read(file, faults).only("desk", "types", "callBack", "routes", "categories", "dispatch");
        List<Type> types =
                root.need("types").items().stream().map(CatalogueFile::type).toList();
        Set<String> ids = new HashSet<>();
        types.forEach(type -> ids.add(type.id()));
        List<Category> categories = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (YamlField each : root.get("categories").items()) {
            categories.add(category(each, ids, codes));
        }
        AppealCatalogue catalogue = new AppealCatalogue(
                root.need("desk").text(),
                types,
                root.get("routes").items().stream().map(CatalogueFile::route).toList(),
                categories,
                root.get("dispatch").items().stream()
                        .map(each -> rule(each, codes))
                        .toList(),
                tries(root.get("callBack")));
        FaultyCityFiles.stopOn("appeals", faults);
        return catalogue;
    }

    private static int tries(YamlField callBack) {
        if (!callBack.isThere()) {
            return TRIES;
        }
        callBack.only("tries", "verify");
        return Math.max(1, callBack.need("tries").number().intValue());
    }

    private static Type type(YamlField field) {
        field.only("id", "name", "workingDays", "say");
        YamlField days = field.need("workingDays");
        int length = days.number().intValue();
        if (days.isThere() && (length < 1 || length > LONGEST)) {
            days.fault("(" + length + ") working days", "Maybe 1 to " + LONGEST + ".");
        }
        return new Type(
                field.need("id").text(), words(field), length, field.get("say").texts());
    }

    private static LegalRoute route(YamlField field) {
        field.only("id", "name", "urgent", "say", "tell", "basis");
        return new LegalRoute(
                field.need("id").text(),
                words(field),
                field.get("urgent").flag(),
                field.need("say").texts(),
                field.need("tell").words(Words.same("")),
                field.need("basis").words(Words.same("")));
    }

    private static Category category(YamlField field, Set<String> types, Set<String> codes) {
        field.only("code", "name", "leaves");
        List<Leaf> leaves = new ArrayList<>();
        for (YamlField each : field.need("leaves").items()) {
            each.only("code", "name", "type", "unit", "say");
            YamlField type = each.need("type");
            if (type.isThere() && !types.contains(type.text())) {
                type.fault("there is no type (" + type.text() + ")", "Maybe one of " + types + ".");
            }
            YamlField code = each.need("code");
            if (code.isThere() && !codes.add(code.text())) {
                code.fault("(" + code.text() + ") is here for the second time", null);
            }
            leaves.add(new Leaf(
                    code.text(),
                    words(each),
                    type.text(),
                    each.need("unit").text(),
                    each.get("say").texts()));
        }
        return new Category(field.need("code").text(), words(field), leaves);
    }

    private static Rule rule(YamlField field, Set<String> codes) {
        field.only("category", "area", "industry", "unit", "verify");
        YamlField category = field.get("category");
        if (codes.stream().noneMatch(code -> code.startsWith(category.text()))) {
            category.fault("no category begins with (" + category.text() + ")", null);
        }
        return new Rule(
                category.text(),
                field.get("area").text(),
                field.get("industry").text(),
                field.need("unit").text());
    }

    private static Words words(YamlField field) {
        return field.need("name").words(Words.same(""));
    }
}
