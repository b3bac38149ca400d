package org.rongyi.city;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Each command that is typed reaches the room that has it.
class CommandsTest {
    @Test
    void whatIsImportedOrMeasuredBelongsToOneRoom() {
        assertThat(CityApplication.named("import", new String[] {"registrations", "a.csv"}))
                .isEqualTo("import");
        assertThat(CityApplication.named("import", new String[] {"items", "a.csv"}))
                .isEqualTo("import items");
        assertThat(CityApplication.named("import", new String[] {"guides", "a.json"}))
                .isEqualTo("import guides");
        assertThat(CityApplication.named("bench", new String[] {"names"})).isEqualTo("bench names");
    }
}
