package org.rongyi.city.appeals.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.AppealCatalogue;
import org.rongyi.city.appeals.Seats;
import org.rongyi.city.appeals.web.Senders.Sender;
import org.rongyi.city.vocabulary.CannotOpen;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The grid's system sends what its people find, as docs/EVENTS.md says.
@CityTest
class EventPagesTest {
    private static final String DEMO = "rongyi-demo";
    private static final String EVENT = """
            {"words": "巷口的变压器漏油，三家店停电两天没人来修", "place": "锦江区春熙路街道演示巷 18 号",
             "who": "网格员王（演示） 13800000000", "category": "E0601"}""";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Seats seats;

    @Autowired
    private AppealCatalogue catalogue;

    private HttpRequest.Builder to(String path, String key) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/appeals" + path))
                .header("Authorization", "Bearer " + key);
    }

    private HttpResponse<String> send(String key, String idempotencyKey, String body) throws Exception {
        return http.send(
                to("", key)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", idempotencyKey)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String field(HttpResponse<String> answer, String name) {
        return answer.body().replaceAll("(?s).*\"" + name + "\":\"([^\"]*)\".*", "$1");
    }

    @Test
    void whatTheGridFindsHasAnOwnerAndADateAndItsSystemFollowsIt() throws Exception {
        HttpResponse<String> answer = send(DEMO, UUID.randomUUID().toString(), EVENT);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        Appeal appeal = seats.find(field(answer, "number")).orElseThrow();
        assertThat(appeal.channel()).isEqualTo(Appeal.Channel.GRID);
        assertThat(appeal.reporter().who()).startsWith("网格员王");
        assertThat(field(answer, "unit")).isEqualTo("供电");
        assertThat(field(answer, "due")).startsWith("2026-");
        HttpResponse<String> later = http.send(
                to("/" + appeal.number(), DEMO)
                        .header("Appeal-Code", appeal.code())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(later.body()).isEqualTo(answer.body());
        assertThat(http.send(
                                to("/" + appeal.number(), DEMO)
                                        .header("Appeal-Code", "WRONG234")
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theSameKeyIsTheSameAppealHoweverOftenAndAtOnceItIsSent() throws Exception {
        String key = UUID.randomUUID().toString();
        Set<String> numbers = new HashSet<>();
        try (ExecutorService several = Executors.newFixedThreadPool(4)) {
            Callable<HttpResponse<String>> one = () -> send(DEMO, key, EVENT);
            for (Future<HttpResponse<String>> answer :
                    several.invokeAll(IntStream.range(0, 8).mapToObj(_ -> one).toList())) {
                assertThat(answer.get().statusCode()).isIn(200, 201);
                numbers.add(field(answer.get(), "number"));
            }
        }
        assertThat(numbers).hasSize(1);
        HttpResponse<String> other = send(DEMO, key, EVENT.replace("三家店", "五家店"));
        assertThat(other.statusCode()).isEqualTo(201);
        assertThat(numbers).doesNotContain(field(other, "number"));
    }

    @Test
    void whoeverHasNoKeyAndWhateverIsWrongIsToldSoAndNothingIsTaken() throws Exception {
        assertThat(send("guessed", "1", EVENT).statusCode()).isEqualTo(401);
        assertThat(send("", "1", EVENT).statusCode()).isEqualTo(401);
        assertThat(send(DEMO, "1", "no json").statusCode()).isEqualTo(400);
        assertThat(send(DEMO, "1", "[" + EVENT + "]").statusCode()).isEqualTo(400);
        assertThat(send(DEMO, "1", "[".repeat(60_000)).statusCode()).isEqualTo(400);
        assertThat(send(DEMO, "1", " ".repeat(65_537)).statusCode()).isEqualTo(413);
        HttpResponse<String> faulty = send(DEMO, " ", """
                {"wrods": "停电", "place": 7, "who": "", "area": "1", "category": "E9999", "firm": "X",
                 "insists": "yes"}""");
        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(faulty.body())
                .contains("Idempotency-Key", "wrods", "place", "who", "area", "category", "firm", "insists", "words");
        HttpResponse<String> fire = send(DEMO, "fire-" + UUID.randomUUID(), EVENT.replace("巷口的变压器漏油", urgent()));
        assertThat(fire.statusCode()).isEqualTo(422);
        assertThat(fire.body()).contains("\"urgent\":true");
    }

    private String urgent() {
        return catalogue.routes().stream()
                .filter(AppealCatalogue.LegalRoute::urgent)
                .findFirst()
                .orElseThrow()
                .say()
                .getFirst();
    }

    @Test
    void signsThatNoDatabaseKeepsAreLeftOutAndSentTwiceItIsTheSameAppeal() throws Exception {
        String key = UUID.randomUUID().toString();
        String event = EVENT.replace("三家店", "三家\\u0000店\\ud800");
        HttpResponse<String> answer = send(DEMO, key, event);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        HttpResponse<String> again = send(DEMO, key, event);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(field(again, "number")).isEqualTo(field(answer, "number"));
    }

    @Test
    void soManyAMinuteAndNoMore() {
        TestClock clock = new TestClock();
        Senders senders = new Senders(clock, "grid=GRID:0123456789abcdef", 0, "");
        Sender grid = senders.of("0123456789abcdef").orElseThrow();
        for (int i = 0; i < Senders.MOST_A_MINUTE; i++) {
            assertThat(senders.takes(grid)).isTrue();
        }
        assertThat(senders.takes(grid)).isFalse();
        clock.moveTo(clock.instant().plusSeconds(60));
        assertThat(senders.takes(grid)).isTrue();
        assertThat(senders.of("")).as("without the demo nobody else has a key").isEmpty();
    }

    @Test
    void aSenderIsOneWithANameAChannelAndALongKey() {
        List<Sender> senders = Senders.read("grid=GRID:0123456789abcdef:=x, inspections=INSPECTION:fedcba9876543210,");
        assertThat(senders).extracting(Sender::channel).containsExactly(Appeal.Channel.GRID, Appeal.Channel.INSPECTION);
        for (String wrong : List.of("grid", "grid=GRID:short", "grid=WEB:0123456789abcdef", "=GRID:0123456789abcdef")) {
            assertThatThrownBy(() -> Senders.read(wrong)).isInstanceOf(CannotOpen.class);
        }
        for (String wrong : List.of(
                "a=GRID:0123456789abcdef,a=GRID:fedcba9876543210",
                "a=GRID:0123456789abcdef,b=GRID:0123456789abcdef",
                "0123456789abcdef",
                "0123456789abcdef=GRID")) {
            assertThatThrownBy(() -> Senders.read(wrong))
                    .as(wrong)
                    .isInstanceOf(CannotOpen.class)
                    .hasMessageContaining("entry ")
                    .message()
                    .doesNotContain("0123456789abcdef");
        }
    }
}
