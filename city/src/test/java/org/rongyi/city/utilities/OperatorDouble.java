package org.rongyi.city.utilities;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// An operator's own system as docs/UTILITIES.md describes it, small, in this process.
final class OperatorDouble implements AutoCloseable {
    static final String KEY = "key-of-the-city";

    private final HttpServer server;
    /// Idempotency key to reference.
    final Map<String, String> taken = new ConcurrentHashMap<>();
    final List<String> received = new ArrayList<>();
    volatile String offers = "{}";
    /// Takes what is sent and then breaks the connection.
    volatile boolean silentOnce;

    OperatorDouble() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/connections", this::answer);
        server.start();
    }

    /// Only this operator is connected.
    OperatorSystem.All of(String utility) {
        return HttpOperatorSystem.all(
                utility + "=http://127.0.0.1:" + server.getAddress().getPort(),
                utility + "=" + KEY,
                Duration.ofSeconds(3),
                Set.of("power", "water", "gas", "telecom"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                say(exchange, 401, "{}");
            } else if (exchange.getRequestMethod().equals("GET")) {
                say(exchange, 200, offers);
            } else {
                take(exchange);
            }
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (taken.putIfAbsent(key, "R-" + (taken.size() + 1)) == null) {
            received.add(body);
        }
        if (silentOnce) {
            silentOnce = false;
            return; // the answer is lost on the way
        }
        say(exchange, 201, "{\"reference\": \"" + taken.get(key) + "\"}");
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
