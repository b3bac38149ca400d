package org.rongyi.city.appeals.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.AppealCatalogue;
import org.rongyi.city.appeals.AppealCatalogue.Leaf;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.appeals.NewAppeal;
import org.rongyi.city.appeals.OpenRequests;
import org.rongyi.city.appeals.Receiving;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Open311 GeoReport v2, in XML and JSON. Two endpoints: `v2` opens appeals; `test` answers as it does, with
/// a token, and opens nothing.
@Controller
@RequestMapping("/open311")
class Open311Pages {
    private static final String FORMAT = ".{format:xml|json}";
    private static final String ENDPOINT = "/{endpoint:v2|test}";
    private static final String TEST = "test";
    private static final String TEST_TOKEN = "test-";
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2999;
    private static final String NO_SUCH = "service_request_id was not found";

    private final Appeals appeals;
    private final OpenRequests requests;
    private final AppealCatalogue catalogue;
    private final Open311Answers answers;
    private final Clock clock;
    private final Set<String> keys;

    Open311Pages(
            Appeals appeals,
            OpenRequests requests,
            AppealCatalogue catalogue,
            Open311Answers answers,
            Clock clock,
            @Value("${rongyi.open311.key:}") String key,
            @Value("${rongyi.demo.size:0}") long demo,
            @Value("${rongyi.demo.password:}") String demoPassword) {
        this.appeals = appeals;
        this.requests = requests;
        this.catalogue = catalogue;
        this.answers = answers;
        this.clock = clock;
        keys = accepted(key, demo > 0 ? demoPassword : "");
    }

    /// An empty key is nobody's.
    static Set<String> accepted(String... keys) {
        return Arrays.stream(keys).filter(key -> !key.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    @GetMapping("/discovery" + FORMAT)
    ResponseEntity<String> discovery(HttpServletRequest request, @PathVariable String format) {
        String url = request.getRequestURL().toString().replaceFirst("/discovery\\.\\w+$", "");
        return Open311Answers.answer(format, 200, "discovery", answers.discovery(url));
    }

    @GetMapping(ENDPOINT + "/services" + FORMAT)
    ResponseEntity<String> services(@PathVariable String endpoint, @PathVariable String format) {
        return Open311Answers.answer(format, 200, "services", answers.services(endpoint.equals(TEST)));
    }

    @GetMapping(ENDPOINT + "/services/{code}" + FORMAT)
    ResponseEntity<String> definition(
            @PathVariable String endpoint, @PathVariable String code, @PathVariable String format) {
        return catalogue
                .leaf(code)
                .map(leaf -> Open311Answers.answer(
                        format, 200, "service_definition", Open311Answers.definition(leaf.code())))
                .orElseGet(() -> Open311Answers.error(format, 404, "service_code (" + code + ") was not found"));
    }

    @PostMapping(ENDPOINT + "/requests" + FORMAT)
    ResponseEntity<String> send(
            HttpServletRequest request, @PathVariable String endpoint, @PathVariable String format) {
        String key = given(request, "api_key");
        if (key == null || !keys.contains(key)) {
            return Open311Answers.error(format, 403, "Missing or invalid api_key");
        }
        String code = given(request, "service_code");
        if (code == null) {
            return Open311Answers.error(format, 400, "service_code was not provided");
        }
        Leaf leaf = catalogue.leaf(code).orElse(null);
        if (leaf == null) {
            return Open311Answers.error(format, 404, "service_code (" + code + ") was not found");
        }
        String place = place(request);
        if (place == null) {
            return Open311Answers.error(
                    format, 400, "A location is needed: lat and long, address_string or address_id");
        }
        String words = given(request, "description");
        if (place.length() > NewAppeal.LONGEST_PLACE
                || words != null && words.length() > NewAppeal.LONGEST_WORDS
                || who(request).length() > NewAppeal.LONGEST_WHO) {
            return Open311Answers.error(format, 400, "description, location or name is too long");
        }
        if (endpoint.equals(TEST)) {
            return Open311Answers.answer(format, 200, "service_requests", List.of(answers.token(TEST_TOKEN + code)));
        }
        NewAppeal what = new NewAppeal(
                UUID.randomUUID().toString(),
                Appeal.Channel.OPEN311,
                words == null ? leaf.name().zh() : words,
                place,
                null,
                new Appeal.Reporter(who(request), null, null, yes(request, Open311Answers.SECRET)),
                code,
                yes(request, Open311Answers.INSISTS));
        return switch (appeals.receive(what)) {
            case Receiving.Accepted(Appeal appeal, boolean _) ->
                Open311Answers.answer(format, 200, "service_requests", List.of(answers.accepted(appeal)));
            case Receiving.Elsewhere(AppealCatalogue.LegalRoute route) ->
                Open311Answers.error(
                        format,
                        400,
                        route.tell().zh() + " " + route.tell().en() + " (attribute[" + Open311Answers.INSISTS
                                + "]=yes)");
        };
    }

    private static boolean yes(HttpServletRequest request, String attribute) {
        return "yes".equals(given(request, "attribute[" + attribute + "]"));
    }

    private static @Nullable String given(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static @Nullable String place(HttpServletRequest request) {
        String address = given(request, "address_string");
        String point = Open311Answers.point(given(request, "lat"), given(request, "long"));
        String id = given(request, "address_id");
        if (address != null) {
            return point == null ? address : address + " " + point;
        }
        return point != null ? point : id;
    }

    private static String who(HttpServletRequest request) {
        return String.join(
                " ",
                Stream.of("last_name", "first_name", "phone", "email")
                        .map(name -> given(request, name))
                        .filter(value -> value != null)
                        .toList());
    }

    @GetMapping(ENDPOINT + "/tokens/{token}" + FORMAT)
    ResponseEntity<String> token(
            @PathVariable String endpoint, @PathVariable String token, @PathVariable String format) {
        if (endpoint.equals(TEST) && token.startsWith(TEST_TOKEN)) {
            return Open311Answers.answer(
                    format,
                    200,
                    "service_requests",
                    List.of(Map.of("service_request_id", "000000-0000", "token", token)));
        }
        return requests.withToken(token)
                .map(found -> Open311Answers.answer(
                        format,
                        200,
                        "service_requests",
                        List.of(Map.of("service_request_id", found.appeal().number(), "token", token))))
                .orElseGet(() -> Open311Answers.error(format, 404, "token was not found"));
    }

    @GetMapping(ENDPOINT + "/requests/{id}" + FORMAT)
    ResponseEntity<String> one(@PathVariable String endpoint, @PathVariable String id, @PathVariable String format) {
        List<OpenRequests.Request> found = endpoint.equals(TEST) ? List.of() : requests.withNumbers(List.of(id));
        return found.isEmpty()
                ? Open311Answers.error(format, 404, NO_SUCH)
                : Open311Answers.answer(format, 200, "service_requests", answers.requests(found));
    }

    @GetMapping(ENDPOINT + "/requests" + FORMAT)
    ResponseEntity<String> several(
            HttpServletRequest request, @PathVariable String endpoint, @PathVariable String format) {
        String ids = given(request, "service_request_id");
        List<OpenRequests.Request> found;
        try {
            found = endpoint.equals(TEST)
                    ? List.of()
                    : ids == null ? requests.find(query(request)) : requests.withNumbers(list(ids));
        } catch (DateTimeException | IllegalArgumentException faulty) {
            return Open311Answers.error(format, 400, String.valueOf(faulty.getMessage()));
        }
        return Open311Answers.answer(format, 200, "service_requests", answers.requests(found));
    }

    private static List<String> list(String typed) {
        return Arrays.stream(typed.split(",")).map(String::strip).toList();
    }

    /// Without both ends the last 90 days; a span of more than 90 days ends earlier.
    private OpenRequests.Query query(HttpServletRequest request) {
        Duration longest = Duration.ofDays(OpenRequests.LONGEST_DAYS);
        String start = given(request, "start_date");
        String end = given(request, "end_date");
        Instant from = start == null ? null : moment(start);
        Instant until = end == null ? null : moment(end);
        if (until == null) {
            Instant now = clock.instant();
            until = from != null && from.plus(longest).isBefore(now) ? from.plus(longest) : now;
        }
        if (from == null || from.plus(longest).isBefore(until)) {
            from = from == null ? until.minus(longest) : from;
            until = from.plus(longest).isBefore(until) ? from.plus(longest) : until;
        }
        String codes = given(request, "service_code");
        return new OpenRequests.Query(
                from, until, codes == null ? Set.of() : Set.copyOf(list(codes)), open(given(request, "status")));
    }

    /// A plus that a client forgot to escape arrives as a space.
    private static Instant moment(String typed) {
        OffsetDateTime moment = OffsetDateTime.parse(typed.replace(' ', '+'));
        if (moment.getYear() < FIRST_YEAR || moment.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "(" + typed + ") is outside the years " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return moment.toInstant();
    }

    private static @Nullable Boolean open(@Nullable String status) {
        if (status == null) {
            return null;
        }
        List<String> asked = new ArrayList<>(list(status));
        if (!Set.of("open", "closed").containsAll(asked)) {
            throw new IllegalArgumentException("status is open or closed, not (" + status + ")");
        }
        return asked.contains("open") && asked.contains("closed") ? null : Boolean.valueOf(asked.contains("open"));
    }
}
