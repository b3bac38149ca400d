package org.rongyi.city.courts;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.rongyi.city.courts.CourtPlatform.Answer.Refused;
import org.rongyi.city.courts.CourtPlatform.Answer.Taken;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The platform over HTTP, as docs/COURTS.md says. What comes back is read field by field, and bounded.
final class HttpCourtPlatform implements CourtPlatform {
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST = 300;
    private static final int LARGEST_BODY = 65_536;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI address;
    private final String key;
    private final Duration timeout;
    private final HttpClient http;

    HttpCourtPlatform(URI address, String key, Duration timeout) {
        this.address = address;
        this.key = key;
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public boolean connected() {
        return true;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(timeout)
                .header("Authorization", "Bearer " + key)
                .header("Accept", "application/json");
    }

    @Override
    public Answer handOver(String idempotencyKey, byte[] zip) {
        try {
            HttpResponse<String> answer = send(request("/handovers")
                    .header("Content-Type", "application/zip")
                    .header("Idempotency-Key", idempotencyKey)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(zip))
                    .build());
            JsonNode body = JSON.readTree(answer.body());
            if (answer.statusCode() == CREATED && !text(body, "reference").isEmpty()) {
                return new Taken(text(body, "reference"), address(body));
            }
            return answer.statusCode() == UNPROCESSABLE
                    ? new Refused(text(body, "reason"))
                    : new Answer.Unreached("status " + answer.statusCode());
        } catch (IOException | JacksonException failed) {
            return new Answer.Unreached(String.valueOf(failed.getMessage()));
        }
    }

    @Override
    public Look look(String reference) {
        try {
            String path = "/handovers/" + URLEncoder.encode(reference, StandardCharsets.UTF_8);
            HttpResponse<String> answer = send(request(path).GET().build());
            if (answer.statusCode() == NOT_FOUND) {
                return new Look.Unknown();
            }
            return answer.statusCode() == OK
                    ? new Look.Found(standing(JSON.readTree(answer.body())))
                    : new Look.Unreached("status " + answer.statusCode());
        } catch (IOException | JacksonException | DateTimeException failed) {
            return new Look.Unreached(String.valueOf(failed.getMessage()));
        }
    }

    /// The time of a request ends with the head of its answer; here it is that of all of the answer.
    private HttpResponse<String> send(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(
                request,
                HttpResponse.BodyHandlers.limiting(
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST_BODY));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
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

    private static Standing standing(JsonNode body) throws IOException {
        String stage = text(body, "stage");
        Stage known = Arrays.stream(Stage.values())
                .filter(each -> each.name().equals(stage))
                .findFirst()
                .orElseThrow(() -> new IOException("no stage (" + stage + ")"));
        String meets = text(body, "meetsAt");
        return new Standing(
                known,
                LocalDate.parse(text(body, "since")),
                meets.isEmpty() ? null : OffsetDateTime.parse(meets).toInstant(),
                text(body, "place"));
    }

    /// A link that leads anywhere else than to a page is none.
    private static String address(JsonNode body) {
        String link = text(body, "address");
        return link.startsWith("https://") ? link : "";
    }

    private static String text(JsonNode body, String field) {
        JsonNode value = body.path(field);
        String text = value.isString() ? value.asString() : "";
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
