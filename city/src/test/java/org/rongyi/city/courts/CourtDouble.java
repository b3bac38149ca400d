package org.rongyi.city.courts;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// A courts' platform as docs/COURTS.md describes it, small, in this process. It also says what it must not: a
/// decision.
final class CourtDouble implements AutoCloseable {
    static final String KEY = "key-of-the-city";

    private final HttpServer server;
    /// Idempotency key to reference.
    final Map<String, String> taken = new ConcurrentHashMap<>();
    final List<List<String>> packages = new ArrayList<>();
    volatile String standing = "";
    /// Takes the package and then breaks the connection.
    volatile boolean silentOnce;
    volatile String refuses = "";

    CourtDouble() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/handovers", this::answer);
        server.start();
    }

    CourtPlatform platform() {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new HttpCourtPlatform(address, KEY, Duration.ofSeconds(3));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                say(exchange, 401, "{}");
            } else if (exchange.getRequestMethod().equals("POST")) {
                take(exchange);
            } else {
                say(exchange, standing.isEmpty() ? 404 : 200, standing);
            }
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] zip = exchange.getRequestBody().readAllBytes();
        if (!refuses.isEmpty()) {
            say(exchange, 422, "{\"reason\": \"" + refuses + "\"}");
            return;
        }
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (!taken.containsKey(key)) {
            taken.put(key, "（2026）川 01 网立 " + (taken.size() + 1) + " 号");
            packages.add(entries(zip));
        }
        if (silentOnce) {
            silentOnce = false;
            return; // the answer is lost on the way
        }
        say(
                exchange,
                201,
                "{\"reference\": \"" + taken.get(key) + "\", \"address\": \"https://court.example/case/1\"}");
    }

    private static List<String> entries(byte[] zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName() + " " + text(in).length());
            }
        }
        return names;
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
