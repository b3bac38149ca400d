package org.rongyi.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What rules mean, case by case: `language.txt` holds `rule ⇐ row ⇒ outcome`.
class LanguageTest {

    record Case(String rule, String row, String expected) {}

    static List<Case> cases() throws IOException {
        try (InputStream in = LanguageTest.class.getResourceAsStream("language.txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s*[⇐⇒]\\s*", -1))
                    .map(parts -> new Case(parts[0], parts[1], parts[2]))
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void answersAsTheProfileSays(Case c) {
        Answer answer = City.value(c.rule).evaluate(City.row(c.row), City.AS_OF);
        String actual = switch (answer) {
            case Answer.Known k -> String.valueOf(shown(k.value()));
            case Answer.Unknown u -> "? " + String.join(",", u.missing());
        };
        assertThat(actual).as("%s with %s", c.rule, c.row).isEqualTo(c.expected);
    }

    private static @org.jspecify.annotations.Nullable Object shown(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof java.math.BigDecimal n ? n.toPlainString() : value;
    }
}
