package org.rongyi.city.utilities.demo;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.YamlField;

/// Reads `utilities-demo.yaml`.
final class DemoFile {
    private DemoFile() {}

    /// @param account of the demo who applies for its first firm
    /// @param site what the crews write of the place; empty: nothing
    record Wish(
            String account,
            int daysAgo,
            String area,
            String address,
            String contact,
            String phone,
            String site,
            List<Ask> asks) {}

    /// @param found measure to what the crew writes
    /// @param refused why, once it was surveyed; null: it is not
    /// @param until the last state that it reaches; what lies behind today is left out
    record Ask(
            String utility,
            Map<String, BigDecimal> wanted,
            Map<String, String> found,
            @Nullable Offer plan,
            @Nullable Refusal refused,
            String until) {}

    record Offer(String words, int metres, int kilovolts, BigDecimal yuan, int worksDays, List<String> permits) {}

    record Refusal(String reason, String basis) {}

    static List<Wish> read(Path file) {
        List<Fault> faults = new ArrayList<>();
        List<Wish> wishes = YamlField.read(file, faults).only("connections").need("connections").items().stream()
                .map(DemoFile::wish)
                .toList();
        FaultyCityFiles.stopOn("connections of the demo", faults);
        return wishes;
    }

    private static Wish wish(YamlField field) {
        field.only("account", "daysAgo", "area", "address", "contact", "phone", "site", "asks");
        return new Wish(
                field.need("account").text(),
                field.need("daysAgo").number().intValue(),
                field.need("area").text(),
                field.need("address").text(),
                field.need("contact").text(),
                field.need("phone").text(),
                field.get("site").isThere() ? field.get("site").text() : "",
                field.need("asks").items().stream().map(DemoFile::ask).toList());
    }

    private static Ask ask(YamlField field) {
        field.only("utility", "wanted", "found", "plan", "refused", "until");
        Map<String, BigDecimal> wanted = new LinkedHashMap<>();
        field.need("wanted").fields().forEach((element, value) -> wanted.put(element, value.number()));
        Map<String, String> found = new LinkedHashMap<>();
        if (field.get("found").isThere()) {
            field.get("found").fields().forEach((measure, value) -> found.put(measure, value.text()));
        }
        YamlField refused = field.get("refused");
        return new Ask(
                field.need("utility").text(),
                wanted,
                found,
                field.get("plan").isThere() ? offer(field.get("plan")) : null,
                refused.isThere()
                        ? new Refusal(
                                refused.need("reason").text(),
                                refused.need("basis").text())
                        : null,
                field.get("until").isThere() ? field.get("until").text() : "refused");
    }

    private static Offer offer(YamlField field) {
        field.only("words", "metres", "kilovolts", "yuan", "worksDays", "permits");
        return new Offer(
                field.need("words").text(),
                field.need("metres").number().intValue(),
                field.get("kilovolts").isThere()
                        ? field.get("kilovolts").number().intValue()
                        : 0,
                field.need("yuan").number(),
                field.need("worksDays").number().intValue(),
                field.get("permits").isThere() ? field.get("permits").texts() : List.of());
    }
}
