package org.rongyi.invoices.en;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.rongyi.invoices.Numbers;

/// One business term of an invoice, and where it stands.
///
/// @param attributes of the element, such as its currency
record Term(String text, int line, Map<String, String> attributes) {
    Optional<BigDecimal> number() {
        return Numbers.of(text);
    }

    String attribute(String name) {
        return attributes.getOrDefault(name, "").strip();
    }
}
