package org.rongyi.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeysTest {

    @Test
    void knowsEachOfManyKeysAgainAndNoOther() {
        var keys = new Keys();
        for (int i = 0; i < 200_000; i++) {
            assertThat(keys.add("9151010" + i)).isTrue();
        }
        for (int i = 0; i < 200_000; i += 7) {
            assertThat(keys.add("9151010" + i)).isFalse();
        }
        assertThat(keys.add("")).isTrue();
        assertThat(keys.add("")).isFalse();
    }
}
