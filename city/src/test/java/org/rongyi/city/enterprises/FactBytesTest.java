package org.rongyi.city.enterprises;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rongyi.rules.Element;
import org.rongyi.rules.ValueType;

class FactBytesTest {
    /// A city may have as many elements as it likes: none may go missing where many firms are read at once.
    @Test
    void everyElementOfALargeDictionaryIsRead() {
        List<Element> elements = IntStream.range(0, 2_000)
                .mapToObj(i -> new Element("element" + i, ValueType.TEXT, "数据" + i, "element " + i, null, null))
                .toList();
        FactJson json = new FactJson(elements.stream().collect(Collectors.toMap(Element::id, Element::type)));
        byte[] report = elements.stream()
                .map(element -> "\"" + element.id() + "\": \"of " + element.id() + "\"")
                .collect(Collectors.joining(", ", "{", "}"))
                .getBytes(StandardCharsets.UTF_8);
        Map<String, Object> read = new LinkedHashMap<>();
        new FactBytes(elements, json)
                .read(
                        report,
                        0,
                        report.length,
                        (place, value) -> read.put(elements.get(place).id(), String.valueOf(value)));
        assertThat(read).hasSize(2_000).containsEntry("element1999", "of element1999");
    }
}
