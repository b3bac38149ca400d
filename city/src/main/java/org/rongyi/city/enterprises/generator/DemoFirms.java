package org.rongyi.city.enterprises.generator;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.FactReport;
import org.rongyi.city.enterprises.Filing;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.ElementDefinition;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Reads the firms of `demo.yaml`: `creditCode`, `name`, `asOf` and `facts`. Each fact is reported by the source
/// department that the dictionary gives its element.
final class DemoFirms {
    private static final String RECORDED_BY = "demo";

    private final Path file;
    private final Elements elements;

    private DemoFirms(Path file, Elements elements) {
        this.file = file;
        this.elements = elements;
    }

    /// Empty when the city has no such file.
    static List<Filing> read(Path file, Elements elements) {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try (Reader text = Files.newBufferedReader(file)) {
            Object root = new Load(LoadSettings.builder().build()).loadFromReader(text);
            Object firms = root instanceof Map<?, ?> fields ? fields.get("firms") : null;
            List<Filing> filings = new ArrayList<>();
            for (Object firm : firms instanceof List<?> list ? list : List.of()) {
                filings.add(new DemoFirms(file, elements).filing((Map<?, ?>) firm));
            }
            return filings;
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's firms (" + file + ") cannot be read", e);
        }
    }

    private Filing filing(Map<?, ?> firm) {
        CreditCode code = new CreditCode(text(firm, "creditCode"));
        LocalDate asOf = LocalDate.parse(text(firm, "asOf"));
        Map<String, Map<String, Object>> bySource = new LinkedHashMap<>();
        put(bySource, "creditCode", code.value());
        put(bySource, "entityName", text(firm, "name"));
        if (firm.get("facts") instanceof Map<?, ?> facts) {
            facts.forEach((element, value) -> put(bySource, String.valueOf(element), value));
        }
        List<FactReport> reports = new ArrayList<>();
        bySource.forEach((source, facts) ->
                reports.add(new FactReport(code, source, FactReport.Origin.GENERATED, asOf, facts, RECORDED_BY)));
        return new Filing(code, reports);
    }

    private String text(Map<?, ?> firm, String field) {
        Object value = firm.get(field);
        if (value == null) {
            throw new IllegalArgumentException("a firm (" + firm.get("key") + ") in " + file + " has no " + field);
        }
        return value.toString();
    }

    private void put(Map<String, Map<String, Object>> bySource, String id, @Nullable Object value) {
        ElementDefinition element = elements.find(id)
                .filter(found -> found.id().equals(id) && !found.element().derived())
                .orElseThrow(() -> new IllegalArgumentException("the fact (" + id + ") in " + file
                        + " is no stored element of the dictionary.\nMaybe look its id up in elements.yaml."));
        String source = element.source() == null
                ? "市监"
                : Objects.requireNonNull(element.source()).zh();
        bySource.computeIfAbsent(source, _ -> new LinkedHashMap<>()).put(id, typed(element, value));
    }

    private Object typed(ElementDefinition element, @Nullable Object value) {
        String text = String.valueOf(value);
        return switch (element.element().type()) {
            case NUMBER -> new BigDecimal(text);
            case TEXT, CODE -> text;
            case BOOLEAN -> Boolean.valueOf(text);
            case DATE -> LocalDate.parse(text);
            case CODES -> {
                Set<String> codes = new LinkedHashSet<>();
                for (Object code : value instanceof List<?> list ? list : List.of()) {
                    codes.add(String.valueOf(code));
                }
                yield codes;
            }
        };
    }
}
