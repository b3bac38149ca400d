package org.rongyi.city.enterprises.generator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.FactReport;
import org.rongyi.city.enterprises.Filing;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.Words;
import org.rongyi.definitions.YamlField;

/// Reads the firms of `demo.yaml`: `creditCode`, `name`, `asOf` and `facts`. Each fact is reported by the source
/// department that the dictionary gives its element.
final class DemoFirms {
    /// As the dictionary names the source of what only the firm knows.
    private static final String THE_FIRM = "企业";
    private static final String RECORDED_BY = "demo";
    private static final Words REGISTER = Words.same("市监");

    private final Elements elements;

    private DemoFirms(Elements elements) {
        this.elements = elements;
    }

    /// Empty when the city has no such file.
    ///
    /// @throws FaultyCityFiles with every fault of the part that is about firms
    static List<Filing> read(Path file, Elements elements) {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        List<Fault> faults = new ArrayList<>();
        DemoFirms firms = new DemoFirms(elements);
        List<Filing> filings = new ArrayList<>();
        for (YamlField firm : YamlField.read(file, faults).get("firms").items()) {
            firms.filing(firm).ifPresent(filings::add);
        }
        FaultyCityFiles.stopOn("demo firms", faults);
        return filings;
    }

    private Optional<Filing> filing(YamlField firm) {
        firm.only("key", "creditCode", "name", "asOf", "facts");
        YamlField code = firm.need("creditCode");
        YamlField name = firm.need("name");
        LocalDate asOf = firm.need("asOf").day();
        Map<String, Map<String, Object>> bySource = new LinkedHashMap<>();
        put(bySource, "creditCode", code);
        put(bySource, "entityName", name);
        firm.get("facts").fields().forEach((element, value) -> put(bySource, element, value));
        Optional<CreditCode.Fault> fault = CreditCode.faultIn(code.text());
        fault.ifPresent(wrong -> code.fault("credit code (" + code.text() + ") " + wrong.en(), null));
        if (fault.isPresent() || asOf == null) {
            return Optional.empty();
        }
        CreditCode creditCode = new CreditCode(code.text());
        List<FactReport> reports = new ArrayList<>();
        bySource.forEach((source, facts) -> reports.add(report(creditCode, source, asOf, facts)));
        return Optional.of(new Filing(creditCode, reports));
    }

    /// What no department knows, the firm itself has declared.
    private static FactReport report(CreditCode firm, String source, LocalDate asOf, Map<String, Object> facts) {
        return source.equals(THE_FIRM)
                ? new FactReport(
                        firm, FactReport.SELF_DECLARED, FactReport.Origin.SELF_DECLARED, asOf, facts, RECORDED_BY)
                : new FactReport(firm, source, FactReport.Origin.GENERATED, asOf, facts, RECORDED_BY);
    }

    private void put(Map<String, Map<String, Object>> bySource, String id, YamlField field) {
        Optional<ElementDefinition> element = elements.find(id)
                .filter(found -> found.id().equals(id) && !found.element().derived());
        if (element.isEmpty()) {
            field.fault(
                    "the fact (" + id + ") is no stored element of the dictionary",
                    "Maybe look its id up in elements.yaml.");
            return;
        }
        Object value = typed(element.get(), field);
        if (value == null) {
            return;
        }
        Words source = element.get().source();
        bySource.computeIfAbsent((source == null ? REGISTER : source).zh(), _ -> new LinkedHashMap<>())
                .put(id, value);
    }

    private static @Nullable Object typed(ElementDefinition element, YamlField field) {
        if (!field.isThere()) {
            field.fault("must have a value", null);
            return null;
        }
        return switch (element.element().type()) {
            case NUMBER -> field.number();
            case TEXT, CODE -> field.text();
            case BOOLEAN -> field.flag();
            case DATE -> field.day();
            case CODES -> new LinkedHashSet<>(field.texts());
        };
    }
}
