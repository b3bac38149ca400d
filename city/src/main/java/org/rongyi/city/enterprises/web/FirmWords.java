package org.rongyi.city.enterprises.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.ElementWords;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Enterprise;
import org.rongyi.city.ui.Page;
import org.rongyi.city.vocabulary.AreaCode;
import org.springframework.stereotype.Component;

/// The register's entries in words.
@Component
class FirmWords {
    private final Elements elements;

    FirmWords(Elements elements) {
        this.elements = elements;
    }

    FirmRow row(Page page, Enterprise firm) {
        return new FirmRow(
                firm.creditCode().value(),
                firm.name(),
                code(page, "entityType", firm.entityType()),
                code(page, "operatingAreaCode", value(firm.area())),
                code(page, "industryCode", firm.industryCode()),
                firm.establishedOn() == null ? "" : firm.establishedOn().toString());
    }

    private static @Nullable String value(@Nullable AreaCode area) {
        return area == null ? null : area.value();
    }

    private String code(Page page, String element, @Nullable String code) {
        return code == null
                ? ""
                : Optional.of(code)
                        .flatMap(_ -> elements.find(element))
                        .map(definition -> ElementWords.value(page, elements, definition, code))
                        .orElse(code);
    }
}
