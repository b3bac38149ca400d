package org.rongyi.city.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a page of what waits begins.
class WaitCursorTest {
    @Test
    void itIsReadAsItWasWritten() {
        WaitCursor cursor = new WaitCursor(Instant.parse("2026-11-23T02:00:00.123456Z"), 42);
        assertThat(WaitCursor.read(cursor.write())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "2026-11-23_", "2026-13-45T99:00:00Z_4", "'; drop"})
    void whatIsNoneBeginsAtTheStart(String written) {
        assertThat(WaitCursor.read(written)).isEqualTo(WaitCursor.START);
    }
}
