package org.rongyi.city.privatesector;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.privatesector.PrivateSector.Debtor;
import org.rongyi.city.privatesector.PrivateSector.Rule;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.Words;
import org.rongyi.definitions.YamlField;

/// Reads `privatesector.yaml`. A city without one takes overdue payments all the same; nobody answers needs for
/// finance.
final class SectorFile {
    private static final List<Debtor> DEBTORS = List.of(
            new Debtor("GOVERNMENT", new Words("机关、事业单位", "Government or public institution")),
            new Debtor("FIRM", new Words("企业", "Firm")));

    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private SectorFile() {}

    /// @param categories codes of categories that appeals have
    /// @param policies ids of policies that there are
    static PrivateSector read(Path file, Set<String> categories, Set<String> policies) {
        if (!Files.exists(file)) {
            return new PrivateSector("", DEBTORS, List.of(), List.of(), List.of());
        }
        SectorFile reading = new SectorFile();
        YamlField root = YamlField.read(file, reading.faults).only("arrears", "finance", "policies");
        YamlField arrears = root.need("arrears").only("category", "debtors", "rules");
        PrivateSector sector = new PrivateSector(
                reading.known(arrears.need("category"), categories, "no category of appeals.yaml"),
                arrears.need("debtors").items().stream().map(reading::debtor).toList(),
                arrears.get("rules").items().stream().map(SectorFile::rule).toList(),
                root.get("finance").texts(),
                root.get("policies").items().stream()
                        .map(each -> reading.known(each, policies, "no policy of the city"))
                        .toList());
        FaultyCityFiles.stopOn("privatesector", reading.faults);
        return sector;
    }

    private String known(YamlField field, Set<String> all, String otherwise) {
        if (field.isThere() && !all.contains(field.text())) {
            field.fault("(" + field.text() + ") is " + otherwise, null);
        }
        return field.text();
    }

    private Debtor debtor(YamlField field) {
        field.only("id", "name");
        YamlField id = field.need("id");
        if (id.isThere() && !ids.add(id.text())) {
            id.fault("(" + id.text() + ") is here for the second time", null);
        }
        return new Debtor(id.text(), field.need("name").words(Words.same("")));
    }

    private static Rule rule(YamlField field) {
        field.only("says", "basis", "verify");
        return new Rule(
                field.need("says").words(Words.same("")),
                field.need("basis").words(Words.same("")),
                words(field.get("verify")));
    }

    private static @Nullable Words words(YamlField field) {
        return field.isThere() ? field.words(Words.same("")) : null;
    }
}
