package org.rongyi.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlFieldTest {
    private final List<Fault> faults = new ArrayList<>();

    private YamlField file(String text) {
        return YamlField.parse("city.yaml", text.getBytes(StandardCharsets.UTF_8), faults);
    }

    @Test
    void whatIsThereIsRead() {
        var root = file("""
                name: {zh: 云溪, en: Yunxi}
                since: 2020-02-29
                shares: [0.5, 1]
                open: true
                none:
                """);
        assertThat(root.get("name").words(Words.same(""))).isEqualTo(new Words("云溪", "Yunxi"));
        assertThat(root.get("since").day()).isEqualTo(LocalDate.of(2020, 2, 29));
        assertThat(root.get("shares").items())
                .extracting(YamlField::number)
                .containsExactly(new BigDecimal("0.5"), BigDecimal.ONE);
        assertThat(root.get("open").flag()).isTrue();
        assertThat(root.get("none").isThere()).isFalse();
        assertThat(root.get("nowhere").get("deeper").text()).isEmpty();
        assertThat(faults).isEmpty();
    }

    @Test
    void jsonIsReadTheSameWay() {
        var root = file("{\"features\":[{\"id\":\"990101\",\"coordinates\":[[104.06,30.6]]}]}");
        var feature = root.need("features").items().getFirst();
        assertThat(feature.need("id").text()).isEqualTo("990101");
        assertThat(feature.get("coordinates").items().getFirst().items().get(1).number())
                .isEqualByComparingTo("30.6");
        assertThat(faults).isEmpty();
    }

    @Test
    void everyFaultIsToldAtItsPlace() {
        var root = file("""
                name: [云溪]
                since: soon
                hotlin: 99345
                shares: much
                firm: {key: shop}
                """);
        root.only("name", "since", "hotline", "shares", "firm");
        root.get("name").words(Words.same(""));
        root.get("since").day();
        root.get("shares").items();
        root.get("shares").number();
        root.get("firm").need("creditCode");
        root.need("brand").need("deeper").number();
        assertThat(faults)
                .extracting(fault -> fault.place() + " " + fault.message())
                .containsExactly(
                        "city.yaml:3:1 the field (hotlin) is not known",
                        "city.yaml:1:7 must be a text or {zh: …, en: …}",
                        "city.yaml:2:8 (soon) is no day",
                        "city.yaml:4:9 must be a list",
                        "city.yaml:4:9 must be a number",
                        "city.yaml:5:7 has no creditCode",
                        "city.yaml:1:1 has no brand");
        assertThat(faults.getFirst().advice()).contains("hotline");
    }

    @Test
    void aFileThatIsNoYamlHasOneFaultAndNoFields() {
        var root = file("name: [云溪\nbrand: ]: {");
        assertThat(root.isThere()).isFalse();
        root.need("name");
        assertThat(faults)
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.place().line()).isPositive());
    }
}
