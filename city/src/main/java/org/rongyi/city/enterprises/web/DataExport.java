package org.rongyi.city.enterprises.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.ElementWords;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.FactNote;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.ElementDefinition;
import org.springframework.stereotype.Component;

/// A firm's data as a file of its own: values as they are stored, with the words beside them.
@Component
class DataExport {
    static final List<String> COLUMNS = List.of(
            "element",
            "名称",
            "name",
            "value",
            "words",
            "unit",
            "source",
            "asOf",
            "recordedAt",
            "origin",
            "contested",
            "confidence",
            "remark");

    private final Elements elements;
    private final PortraitReader reader;

    DataExport(Elements elements, PortraitReader reader) {
        this.elements = elements;
        this.reader = reader;
    }

    public record Whole(String creditCode, LocalDate asOf, List<Value> values) {}

    /// @param words of the value in the language of the page
    /// @param origin how it came about; DERIVED for what is computed from the others
    public record Value(
            String element,
            String nameZh,
            String nameEn,
            Object value,
            String words,
            @Nullable String unit,
            @Nullable String source,
            @Nullable LocalDate asOf,
            @Nullable Instant recordedAt,
            String origin,
            boolean contested,
            @Nullable BigDecimal confidence,
            @Nullable String remark) {
        List<String> cells() {
            return List.of(
                    element,
                    nameZh,
                    nameEn,
                    plain(value),
                    words,
                    text(unit),
                    text(source),
                    text(asOf),
                    text(recordedAt),
                    origin,
                    String.valueOf(contested),
                    text(confidence),
                    text(remark));
        }

        private static String plain(Object value) {
            return switch (value) {
                case BigDecimal number -> number.toPlainString();
                case Collection<?> many -> many.stream().map(String::valueOf).collect(Collectors.joining(";"));
                default -> value.toString();
            };
        }

        private static String text(@Nullable Object value) {
            return value == null ? "" : value.toString();
        }
    }

    List<Value> of(Page page, Sight sight, Optional<Portrait> portrait) {
        List<Value> values = new ArrayList<>();
        for (ElementDefinition element : elements.all()) {
            if (sight.covers(element)) {
                portrait.flatMap(known -> value(page, element, known)).ifPresent(values::add);
            }
        }
        return values;
    }

    private Optional<Value> value(Page page, ElementDefinition element, Portrait portrait) {
        Portrait.Fact fact = portrait.facts().get(element.id());
        FactNote note = fact == null ? null : fact.note();
        return reader.value(element, portrait)
                .map(value -> new Value(
                        element.id(),
                        element.name().zh(),
                        element.name().en(),
                        value,
                        ElementWords.value(page, elements, element, value),
                        element.element().unit(),
                        fact == null ? null : fact.source(),
                        fact == null ? null : fact.asOf(),
                        fact == null ? null : fact.recordedAt(),
                        fact == null ? "DERIVED" : fact.origin().name(),
                        fact != null && fact.contested(),
                        note == null ? null : note.confidence(),
                        note == null || note.remark() == null
                                ? null
                                : note.remark().name()));
    }
}
