package org.rongyi.city.utilities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongyi.city.utilities.OperatorSystem.Look;
import org.rongyi.city.vocabulary.CannotOpen;

/// How operators' systems are named in the settings: each with its own key, and nobody in between.
class HttpOperatorSystemTest {
    private static final Set<String> UTILITIES = Set.of("power", "water");
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private static OperatorSystem.All all(String systems, String keys) {
        return HttpOperatorSystem.all(systems, keys, TIMEOUT, UTILITIES);
    }

    @Test
    void eachOperatorHasItsOwnKeyAndOnlyTheOwnMachineIsReachedWithoutEncryption() {
        OperatorSystem.All all =
                all("power=https://power.example, water=http://127.0.0.1:9", "power=one=two, water=three");
        assertThat(all.of("power")).isPresent();
        assertThat(all.of("water")).isPresent();
        assertThat(all("", "").any()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "power=https://power.example | '' | no key for (power)",
                "power=https://power.example | water=s3cret | no key for (power)",
                "power=http://power.example | power=s3cret | has (http://power.example) for (power)",
                "power=http://127.0.0.1.example | power=s3cret | has (http://127.0.0.1.example) for (power)",
                "power=ftp://127.0.0.1 | power=s3cret | has (ftp://127.0.0.1) for (power)",
                "power=https: | power=s3cret | has (https:) for (power)",
                "pwoer=https://power.example | pwoer=s3cret | begins a part with (pwoer)",
                "https://power.example | power=s3cret | begins a part with ()",
                "power=https://a.example,power=https://b.example | power=s3cret | has (power) twice",
                "power=https://power.example | s3cret | begins a part with ()",
            })
    void whatIsWrongInTheSettingsIsToldAtTheStartWithoutAKey(String systems, String keys, String says) {
        assertThatThrownBy(() -> all(systems, keys))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining(says)
                .hasMessageContaining("Maybe")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void aPlanWithoutVoltageHasNoneAndNotZero() throws IOException {
        try (OperatorDouble operator = new OperatorDouble()) {
            OperatorSystem system = operator.of("power").of("power").orElseThrow();
            operator.offers = "{\"plan\": {\"words\": \"x\", \"metres\": 60}}";
            assertThat(system.look("R-1"))
                    .isInstanceOfSatisfying(
                            Look.Plan.class,
                            look -> assertThat(look.plan().kilovolts()).isNull());
        }
    }
}
