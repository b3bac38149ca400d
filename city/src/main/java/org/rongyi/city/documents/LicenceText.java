package org.rongyi.city.documents;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.Elements;
import org.rongyi.definitions.Classification;
import org.rongyi.definitions.ElementDefinition;
import org.springframework.stereotype.Component;

/// Values as a licence says them: codes by their names, numbers with their unit.
@Component
class LicenceText {
    private final Elements elements;

    LicenceText(Elements elements) {
        this.elements = elements;
    }

    static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    String of(String element, Object value) {
        Classification codes = elements.definitions().classificationOf(element).orElse(null);
        return switch (value) {
            case LocalDate day -> day(day);
            case Collection<?> many ->
                many.stream().map(each -> name(codes, each.toString())).collect(Collectors.joining("、"));
            case String text -> name(codes, text);
            case BigDecimal number -> number.toPlainString() + unit(element);
            default -> value.toString();
        };
    }

    private static String name(@Nullable Classification codes, String code) {
        return codes == null
                ? code
                : codes.find(code).map(entry -> entry.name().zh()).orElse(code);
    }

    private String unit(String element) {
        ElementDefinition found = elements.find(element).orElse(null);
        return found == null || found.unit() == null ? "" : found.unit().zh();
    }
}
