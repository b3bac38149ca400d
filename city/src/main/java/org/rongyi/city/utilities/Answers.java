package org.rongyi.city.utilities;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.rongyi.city.elements.Elements;
import org.rongyi.rules.ValueType;
import org.springframework.stereotype.Component;

/// What is wanted, as text in a row and back as the element types it.
@Component
class Answers {
    private final Elements elements;

    Answers(Elements elements) {
        this.elements = elements;
    }

    static String text(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
    }

    /// A text where the dictionary no longer knows the element.
    Object value(String element, String text) {
        ValueType type =
                elements.find(element).map(found -> found.element().type()).orElse(ValueType.TEXT);
        return switch (type) {
            case NUMBER -> new BigDecimal(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case DATE -> LocalDate.parse(text);
            case TEXT, CODE, CODES -> text;
        };
    }
}
