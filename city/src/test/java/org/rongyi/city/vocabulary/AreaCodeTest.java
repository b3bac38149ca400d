package org.rongyi.city.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AreaCodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"350102", "350102001", "350102001002"})
    void districtStreetAndVillageHaveSixNineAndTwelveDigits(String code) {
        assertThat(new AreaCode(code).toString()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "35010", "3501020", "35010200", "35010200100", "3501020010021", "35010A", "３５０１０２"})
    void anythingElseIsRefusedWithItsValue(String code) {
        assertThat(AreaCode.isValid(code)).isFalse();
        assertThatThrownBy(() -> new AreaCode(code)).hasMessageContaining("(" + code + ")");
    }

    @Test
    void aDistrictStandsBeforeItsStreets() {
        assertThat(Stream.of("350103", "350102001", "350102").map(AreaCode::new).sorted())
                .extracting(AreaCode::value)
                .containsExactly("350102", "350102001", "350103");
    }
}
