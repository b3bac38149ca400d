package org.rongyi.city.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditCodeTest {
    private static final String SAMPLE = "91350100M000100Y43";
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Test
    void theSampleOfTheStandardIsValid() {
        assertThat(CreditCode.faultIn(SAMPLE)).isEmpty();
        assertThat(new CreditCode(SAMPLE).registrationArea()).isEqualTo("350100");
    }

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y4, LENGTH",
        "91350100M000100Y430, LENGTH",
        "'', LENGTH",
        "91350100M000I00Y43, CHARACTER",
        "91350100m000100y43, CHARACTER",
        "91350100M000100Y4３, CHARACTER",
        "91350100M000100Y53, SUBJECT_CHECK",
        "91350100M000100Y44, CHECK",
        "91350200M000100Y43, CHECK",
    })
    void saysWhyACodeIsNotValid(String text, CreditCode.Fault fault) {
        assertThat(CreditCode.faultIn(text)).contains(fault);
    }

    @Test
    void aValueThatIsNotValidIsNoCreditCode() {
        assertThatThrownBy(() -> new CreditCode("91350100M000100Y44"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("91350100M000100Y44")
                .hasMessageContaining("check character");
    }

    /// The weights are powers of 3 modulo the prime 31: none is zero and no two of the 17 are equal.
    @RepeatedTest(200)
    void everyChangedCharacterIsDetected(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var code = new StringBuilder(random(random));
        int place = random.nextInt(18);
        char other;
        do {
            other = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        } while (other == code.charAt(place));
        code.setCharAt(place, other);
        assertThat(CreditCode.faultIn(code.toString()))
                .as("%s at %d", code, place)
                .isPresent();
    }

    @RepeatedTest(200)
    void everyTwoSwappedCharactersAreDetected(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var code = new StringBuilder(random(random));
        int one = random.nextInt(17);
        int two = random.nextInt(17);
        char kept = code.charAt(one);
        boolean changes = kept != code.charAt(two);
        code.setCharAt(one, code.charAt(two));
        code.setCharAt(two, kept);
        assertThat(CreditCode.faultIn(code.toString()).isPresent())
                .as("%s", code)
                .isEqualTo(changes);
    }

    @RepeatedTest(50)
    void aCodeWithItsTwoCheckCharactersIsValid(RepetitionInfo repetition) {
        assertThat(CreditCode.faultIn(random(new Random(repetition.getCurrentRepetition()))))
                .isEmpty();
    }

    private static String random(Random random) {
        var first = new StringBuilder("91");
        for (int i = 0; i < 6; i++) {
            first.append((char) ('0' + random.nextInt(10)));
        }
        for (int i = 0; i < 8; i++) {
            first.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        first.append(CreditCode.subjectCheck(first.substring(8, 16)));
        return first.append(CreditCode.check(first.toString())).toString();
    }
}
