package org.rongyi.city;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortCheckTest {
    @Test
    void aPortThatIsTakenIsSaidBeforeAnythingStarts() throws IOException {
        int port;
        try (ServerSocket other = new ServerSocket(0)) {
            port = other.getLocalPort();
            assertThatThrownBy(() -> PortCheck.check(port))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("port " + port)
                    .hasMessageContaining("--port " + (port + 1));
        }
        assertThatCode(() -> PortCheck.check(port)).doesNotThrowAnyException();
    }
}
