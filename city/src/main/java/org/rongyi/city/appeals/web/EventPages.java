package org.rongyi.city.appeals.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.AppealCatalogue;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.appeals.NewAppeal;
import org.rongyi.city.appeals.Receiving;
import org.rongyi.city.appeals.web.Senders.Sender;
import org.rongyi.city.areas.Areas;
import org.rongyi.city.cases.Case;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.vocabulary.AreaCode;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the grid and inspectors find, sent by their own systems (docs/EVENTS.md): an appeal like any other,
/// with owner and date. Nothing of it is public, as what comes by Open311 is.
@Controller
@RequestMapping("/api/appeals")
class EventPages {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LARGEST = 65_536;
    private static final String BEARER = "Bearer ";
    private static final String WORDS = "words";
    private static final String PLACE = "place";
    private static final String WHO = "who";
    private static final String AREA = "area";
    private static final String CATEGORY = "category";
    private static final String FIRM = "firm";
    private static final String CONFIDENTIAL = "confidential";
    private static final String INSISTS = "insists";
    private static final List<String> TEXTS = List.of(WORDS, PLACE, WHO, AREA, CATEGORY, FIRM);
    private static final List<String> FLAGS = List.of(CONFIDENTIAL, INSISTS);

    private final Senders senders;
    private final Appeals appeals;
    private final AppealCatalogue catalogue;
    private final Areas areas;
    private final Enterprises enterprises;

    EventPages(Senders senders, Appeals appeals, AppealCatalogue catalogue, Areas areas, Enterprises enterprises) {
        this.senders = senders;
        this.appeals = appeals;
        this.catalogue = catalogue;
        this.areas = areas;
        this.enterprises = enterprises;
    }

    private Optional<Sender> sender(String authorization) {
        return authorization.startsWith(BEARER)
                ? senders.of(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    @PostMapping
    ResponseEntity<String> send(
            HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key)
            throws IOException {
        Sender sender = sender(authorization).orElse(null);
        if (sender == null) {
            return unknown();
        }
        if (!senders.takes(sender)) {
            return tooMany();
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return answer(HttpStatus.CONTENT_TOO_LARGE, fault("", "more than " + LARGEST + " bytes"));
        }
        JsonNode told = read(body);
        if (told == null) {
            return answer(HttpStatus.BAD_REQUEST, fault("", "the body is no JSON object in UTF-8"));
        }
        List<Map<String, @Nullable Object>> faults = faults(told, key);
        return faults.isEmpty()
                ? received(appeals.receive(what(told, sender, key)))
                : answer(HttpStatus.UNPROCESSABLE_CONTENT, Map.of("faults", faults));
    }

    private static @Nullable JsonNode read(byte[] body) {
        try {
            JsonNode told = JSON.readTree(body);
            return told != null && told.isObject() ? told : null;
        } catch (JacksonException noJson) {
            return null;
        }
    }

    /// Every fault at once.
    private List<Map<String, @Nullable Object>> faults(JsonNode told, String key) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (key.isBlank() || key.length() > NewAppeal.LONGEST_KEY) {
            faults.put("Idempotency-Key", "a header of 1 to " + NewAppeal.LONGEST_KEY + " signs is needed");
        }
        for (String field : told.propertyNames()) {
            if (TEXTS.contains(field) && !told.path(field).isString()) {
                faults.put(field, "is a text");
            } else if (FLAGS.contains(field) && !told.path(field).isBoolean()) {
                faults.put(field, "is true or false");
            } else if (!TEXTS.contains(field) && !FLAGS.contains(field)) {
                faults.put(field, "is not known; known are " + TEXTS + " and " + FLAGS);
            }
        }
        need(told, WORDS, NewAppeal.LONGEST_WORDS, faults);
        need(told, PLACE, NewAppeal.LONGEST_PLACE, faults);
        need(told, WHO, NewAppeal.LONGEST_WHO, faults);
        String area = text(told, AREA);
        if (!area.isEmpty() && area(area) == null) {
            faults.put(AREA, "is no area code of this city");
        }
        String category = text(told, CATEGORY);
        if (!category.isEmpty() && catalogue.leaf(category).isEmpty()) {
            faults.put(CATEGORY, "is no category of this city; /open311/v2/services.json lists them");
        }
        String firm = text(told, FIRM);
        if (!firm.isEmpty() && firm(firm) == null) {
            faults.put(FIRM, "is no unified social credit code in the city's register");
        }
        return faults.entrySet().stream()
                .map(fault -> one(fault.getKey(), fault.getValue()))
                .toList();
    }

    private static void need(JsonNode told, String field, int longest, Map<String, String> faults) {
        int length = text(told, field).length();
        if (length == 0 || length > longest) {
            faults.putIfAbsent(field, "a text of 1 to " + longest + " signs is needed");
        }
    }

    /// As PostgreSQL keeps it: without NUL, and half a character (an unpaired surrogate) is a question
    /// mark. What is sent again is compared with what was kept.
    private static String text(JsonNode told, String field) {
        JsonNode value = told.path(field);
        return value.isString()
                ? new String(value.asString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                        .replace("\0", "")
                        .strip()
                : "";
    }

    private @Nullable AreaCode area(String code) {
        return AreaCode.isValid(code) && areas.find(new AreaCode(code)).isPresent() ? new AreaCode(code) : null;
    }

    private @Nullable CreditCode firm(String code) {
        return CreditCode.faultIn(code).isEmpty()
                        && enterprises.find(new CreditCode(code)).isPresent()
                ? new CreditCode(code)
                : null;
    }

    /// The key is the sender's own: two systems may number their events alike.
    private NewAppeal what(JsonNode told, Sender sender, String key) {
        String own = UUID.nameUUIDFromBytes((sender.name() + "\n" + key).getBytes(StandardCharsets.UTF_8))
                .toString();
        Appeal.Reporter reporter = new Appeal.Reporter(
                text(told, WHO),
                firm(text(told, FIRM)),
                null,
                told.path(CONFIDENTIAL).asBoolean(false));
        String category = text(told, CATEGORY);
        return new NewAppeal(
                own,
                sender.channel(),
                text(told, WORDS),
                text(told, PLACE),
                area(text(told, AREA)),
                reporter,
                category.isEmpty() ? null : category,
                told.path(INSISTS).asBoolean(false));
    }

    private ResponseEntity<String> received(Receiving receiving) {
        return switch (receiving) {
            case Receiving.Accepted(Appeal appeal, boolean again) ->
                answer(again ? HttpStatus.OK : HttpStatus.CREATED, standing(appeal));
            case Receiving.Elsewhere(AppealCatalogue.LegalRoute route) -> {
                Map<String, @Nullable Object> told = new LinkedHashMap<>();
                told.put("route", route.id());
                told.put("urgent", route.urgent());
                told.put("tell", both(route.tell()));
                yield answer(HttpStatus.UNPROCESSABLE_CONTENT, told);
            }
        };
    }

    @GetMapping("/{number}")
    ResponseEntity<String> one(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
            @RequestHeader(name = "Appeal-Code", defaultValue = "") String code) {
        Sender sender = sender(authorization).orElse(null);
        if (sender == null) {
            return unknown();
        }
        if (!senders.takes(sender)) {
            return tooMany();
        }
        return appeals.follow(number, code)
                .map(appeal -> answer(HttpStatus.OK, standing(appeal)))
                .orElseGet(() -> answer(HttpStatus.NOT_FOUND, fault("", "number and code do not fit")));
    }

    private Map<String, @Nullable Object> standing(Appeal appeal) {
        Case now = appeals.record(appeal).now();
        Map<String, @Nullable Object> standing = new LinkedHashMap<>();
        standing.put("number", appeal.number());
        standing.put("code", appeal.code());
        standing.put("state", now.state().id());
        standing.put("says", both(now.state().name()));
        standing.put("open", now.open());
        standing.put("unit", now.unit());
        standing.put("due", now.dueAt() == null ? null : now.dueAt().toString());
        return standing;
    }

    private static Map<String, @Nullable Object> both(Words words) {
        Map<String, @Nullable Object> both = new LinkedHashMap<>();
        both.put("zh", words.zh());
        both.put("en", words.en());
        return both;
    }

    private static Map<String, @Nullable Object> one(String field, String says) {
        Map<String, @Nullable Object> one = new LinkedHashMap<>();
        one.put("field", field);
        one.put("says", says);
        return one;
    }

    private static Map<String, @Nullable Object> fault(String field, String says) {
        Map<String, @Nullable Object> faults = new LinkedHashMap<>();
        faults.put("faults", List.of(one(field, says)));
        return faults;
    }

    private static ResponseEntity<String> tooMany() {
        return answer(
                ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).header(HttpHeaders.RETRY_AFTER, "60"),
                fault("", "more than " + Senders.MOST_A_MINUTE + " a minute"));
    }

    private static ResponseEntity<String> unknown() {
        return answer(
                ResponseEntity.status(HttpStatus.UNAUTHORIZED).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer"),
                fault("Authorization", "Bearer and a key that this city gave out are needed"));
    }

    private static ResponseEntity<String> answer(HttpStatus status, Map<String, ? extends @Nullable Object> value) {
        return answer(ResponseEntity.status(status), value);
    }

    private static ResponseEntity<String> answer(
            ResponseEntity.BodyBuilder answer, Map<String, ? extends @Nullable Object> value) {
        return answer.header(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Open311Text.json(value));
    }
}
