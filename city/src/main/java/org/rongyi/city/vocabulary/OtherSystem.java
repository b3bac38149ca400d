package org.rongyi.city.vocabulary;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Another organisation's system that answers in JSON over HTTP. An answer is bounded in time and size to its
/// end, and read field by field.
public final class OtherSystem {
    private static final int LONGEST_TEXT = 300;
    private static final int LARGEST_BODY = 65_536;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI address;
    private final String key;
    private final Duration timeout;
    private final HttpClient http;

    public OtherSystem(URI address, String key, Duration timeout) {
        this.address = address;
        this.key = key;
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    public record Reply(int status, JsonNode body) {
        /// Empty where there is no such text; cut where it is too long.
        public String text(String field) {
            return OtherSystem.text(body, field);
        }
    }

    public static String text(JsonNode body, String field) {
        String text = whole(body, field);
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }

    /// As long as it came: whoever reads it says what is too long.
    public static String whole(JsonNode body, String field) {
        JsonNode value = body.path(field);
        return value.isString() ? value.asString() : "";
    }

    /// @param idempotencyKey sent again under the same key it is the same thing
    public Reply post(String path, String type, String idempotencyKey, byte[] content) throws IOException {
        return send(request(path)
                .header("Content-Type", type)
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                .build());
    }

    /// @param reference the last part of the path, as the system calls it
    public Reply get(String path, String reference) throws IOException {
        return send(request(path + URLEncoder.encode(reference, StandardCharsets.UTF_8))
                .GET()
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(timeout)
                .header("Authorization", "Bearer " + key)
                .header("Accept", "application/json");
    }

    /// The time of a request ends with the head of its answer; here it is that of all of the answer.
    private Reply send(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(
                request,
                HttpResponse.BodyHandlers.limiting(
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST_BODY));
        try {
            HttpResponse<String> whole = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(whole.statusCode(), json(whole.body()));
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", hurry);
        } catch (ExecutionException failed) {
            throw new IOException(String.valueOf(failed.getCause()), failed);
        } catch (TimeoutException slow) {
            throw new IOException("the answer did not end in time", slow);
        } finally {
            answer.cancel(true);
        }
    }

    /// An error page of whatever stands in between is no JSON: then there is nothing to read but the status.
    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException noJson) {
            return MissingNode.getInstance();
        }
    }
}
