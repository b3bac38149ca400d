package org.rongyi.city.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LicenceNumberTest {
    @Test
    void oneWrongCharacterOrTwoInTheWrongOrderAreFound() {
        String number = LicenceNumber.of("11100000000013338W001", "11510100DEMO000018", 42);
        assertThat(number).startsWith("1.2.156.3005.2.11100000000013338W001.11510100DEMO000018.0000000042.001.");
        assertThat(LicenceNumber.isWellFormed(number)).isTrue();
        assertThat(LicenceNumber.isWellFormed(number.replace("0000000042", "0000000043")))
                .isFalse();
        assertThat(LicenceNumber.isWellFormed(number.replace("0000000042", "0000000024")))
                .isFalse();
    }

    @Test
    void twoLicencesHaveTwoNumbers() {
        assertThat(LicenceNumber.of("A", "B", 1)).isNotEqualTo(LicenceNumber.of("A", "B", 2));
    }
}
