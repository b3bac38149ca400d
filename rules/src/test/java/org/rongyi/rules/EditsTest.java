package org.rongyi.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditsTest {
    @ParameterizedTest
    @CsvSource({
        "kitten, sitting, 3, 3",
        "营业收人, 营业收入, 1, 1",
        "稳返岗还, 稳岗返还, 1, 2",
        "'', abc, 3, 3",
        "abc, '', 3, 3",
        "same, same, 0, 0",
        "revenue, reveneu, 1, 2",
        "ca, abc, 3, 3"
    })
    void fingersSwapNeighboursAndReadersOfPicturesDoNot(String one, String other, int typed, int read) {
        assertThat(Edits.typed(one, other)).isEqualTo(typed);
        assertThat(Edits.typed(other, one)).isEqualTo(typed);
        assertThat(Edits.read(one, other)).isEqualTo(read);
    }
}
