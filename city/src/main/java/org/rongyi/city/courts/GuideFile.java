package org.rongyi.city.courts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.Words;
import org.rongyi.definitions.YamlField;

/// Reads `courts.yaml`.
final class GuideFile {
    private static final Words NOTHING = Words.same("");

    private GuideFile() {}

    static CourtGuide read(Path file) {
        if (!Files.exists(file)) {
            return CourtGuide.NONE;
        }
        List<Fault> faults = new ArrayList<>();
        YamlField root = YamlField.read(file, faults)
                .only("name", "address", "telephone", "consent", "matters", "steps", "papers", "terms");
        CourtGuide guide = new CourtGuide(
                root.need("name").words(NOTHING),
                root.need("address").text(),
                root.need("telephone").text(),
                root.need("consent").words(NOTHING),
                named(root.need("matters")),
                named(root.need("steps")),
                papers(root.need("papers")),
                root.need("terms").items().stream().map(GuideFile::term).toList());
        FaultyCityFiles.stopOn("courts", faults);
        return guide;
    }

    private static List<CourtGuide.Named> named(YamlField field) {
        Set<String> ids = new HashSet<>();
        if (field.isThere() && field.items().isEmpty()) {
            field.fault("there is none", null);
        }
        return field.items().stream()
                .map(each -> {
                    each.only("id", "name");
                    once(each.need("id"), ids);
                    return new CourtGuide.Named(
                            each.need("id").text(), each.need("name").words(NOTHING));
                })
                .toList();
    }

    private static void once(YamlField id, Set<String> ids) {
        if (id.isThere() && !ids.add(id.text())) {
            id.fault("(" + id.text() + ") is here for the second time", null);
        }
    }

    private static List<CourtGuide.Paper> papers(YamlField field) {
        Set<String> ids = new HashSet<>();
        return field.items().stream()
                .map(each -> {
                    each.only("id", "name", "hint", "needed");
                    once(each.need("id"), ids);
                    return new CourtGuide.Paper(
                            each.need("id").text(),
                            each.need("name").words(NOTHING),
                            each.get("hint").words(NOTHING),
                            each.get("needed").flag());
                })
                .toList();
    }

    private static CourtGuide.Term term(YamlField field) {
        field.only("name", "days", "months", "from", "fromHandOver", "basis", "verify");
        int days = field.get("days").isThere() ? field.get("days").number().intValue() : 0;
        int months =
                field.get("months").isThere() ? field.get("months").number().intValue() : 0;
        if (days <= 0 == months <= 0) {
            field.fault("a term has days or months", "Maybe days: 7.");
        }
        return new CourtGuide.Term(
                field.need("name").words(NOTHING),
                days,
                months,
                field.need("from").words(NOTHING),
                field.get("fromHandOver").flag(),
                field.need("basis").words(NOTHING),
                field.get("verify").words(NOTHING));
    }
}
