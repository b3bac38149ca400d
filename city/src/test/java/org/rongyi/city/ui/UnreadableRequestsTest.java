package org.rongyi.city.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.city.CityTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@CityTest
class UnreadableRequestsTest {
    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"/%00", "/a{b", "/search?q=\"x\""})
    void whatTheServerTurnsAwayIsSaidInBothLanguagesWithoutItsName(String address) throws IOException {
        assertThat(answer(address))
                .startsWith("HTTP/1.1 400")
                .contains("这个请求我们看不懂", "We cannot understand this request")
                .doesNotContainIgnoringCase("tomcat");
    }

    @Test
    void bracketsInASearchAreJustCharacters() throws IOException {
        assertThat(answer("/search?q=[a]|b")).startsWith("HTTP/1.1 200");
    }

    @Test
    void anAddressWithoutAThingBehindItIsNotFound() throws IOException {
        assertThat(answer("/journeys/no-such")).startsWith("HTTP/1.1 404");
    }

    private String answer(String address) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            String request = "GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
