package org.rongyi.city.utilities;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.utilities.Connection.Attendance;
import org.rongyi.city.vocabulary.CannotOpen;
import org.rongyi.city.vocabulary.OtherSystem;
import org.rongyi.city.vocabulary.OtherSystem.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An operator's system over HTTP, as docs/UTILITIES.md says.
final class HttpOperatorSystem implements OperatorSystem {
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST_REFERENCE = 300;
    private static final String PATH = "/connections";
    private static final String SYSTEMS = "rongyi.utilities.systems";
    private static final String KEYS = "rongyi.utilities.keys";
    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OtherSystem system;

    private HttpOperatorSystem(OtherSystem system) {
        this.system = system;
    }

    /// Each operator has a key of its own: whoever learns one reaches no other.
    ///
    /// @param addresses `power=https://…,gas=https://…`; empty: none is connected
    /// @param keys `power=…,gas=…`: the city's key at each of them
    /// @param utilities that the city connects
    static All all(String addresses, String keys, Duration timeout, Set<String> utilities) {
        Map<String, String> places = pairs(SYSTEMS, addresses, utilities);
        Map<String, String> secrets = pairs(KEYS, keys, utilities);
        Map<String, OperatorSystem> systems = new HashMap<>();
        places.forEach((utility, place) -> {
            String key = secrets.get(utility);
            if (key == null) {
                throw new CannotOpen(
                        KEYS + " has no key for (" + utility + "), whose system " + SYSTEMS + " names",
                        "Maybe " + utility + "=…, the key that the operator gave the city.");
            }
            systems.put(utility, new HttpOperatorSystem(new OtherSystem(address(utility, place), key, timeout)));
        });
        return new Connected(Map.copyOf(systems));
    }

    private static Map<String, String> pairs(String setting, String text, Set<String> utilities) {
        Map<String, String> pairs = new HashMap<>();
        for (String each : text.split(",")) {
            String[] pair = each.strip().split("=", 2);
            if (each.isBlank()) {
                continue;
            }
            String utility = pair[0].strip();
            if (pair.length < 2 || pair[1].isBlank() || !utilities.contains(utility)) {
                // What stands behind the sign may be a key: it is not repeated.
                throw new CannotOpen(
                        setting + " begins a part with (" + (pair.length < 2 ? "" : utility) + ")",
                        "Maybe one of " + new TreeSet<>(utilities) + ", an equals sign, and what belongs to it.");
            }
            if (pairs.put(utility, pair[1].strip()) != null) {
                throw new CannotOpen(setting + " has (" + utility + ") twice", "Maybe one of them.");
            }
        }
        return pairs;
    }

    /// Firms' addresses and telephone numbers go there, and the key with them: nobody in between reads them.
    private static URI address(String utility, String text) {
        try {
            URI address = new URI(text);
            String host = address.getHost() == null ? "" : address.getHost();
            boolean own = OWN_MACHINE.contains(host);
            if (!host.isEmpty() && ("https".equals(address.getScheme()) || own && "http".equals(address.getScheme()))) {
                return address;
            }
        } catch (URISyntaxException noAddress) {
            // told below, with all that is none
        }
        throw new CannotOpen(
                SYSTEMS + " has (" + text + ") for (" + utility + ")",
                "Maybe https://" + utility + ".example; http:// only on this machine (127.0.0.1).");
    }

    private record Connected(Map<String, OperatorSystem> systems) implements All {
        @Override
        public Optional<OperatorSystem> of(String utility) {
            return Optional.ofNullable(systems.get(utility));
        }

        @Override
        public boolean any() {
            return !systems.isEmpty();
        }
    }

    @Override
    public Answer send(String key, Surveyed what) {
        try {
            Reply answer = system.post(PATH, "application/json", key, JSON.writeValueAsBytes(body(what)));
            String reference = OtherSystem.whole(answer.body(), "reference");
            if (answer.status() == CREATED && !reference.isEmpty() && reference.length() <= LONGEST_REFERENCE) {
                return new Answer.Taken(reference);
            }
            String reason = OtherSystem.whole(answer.body(), "reason");
            return answer.status() == UNPROCESSABLE && !reason.isEmpty() && reason.length() <= Cases.LONGEST_TEXT
                    ? new Answer.Refused(reason)
                    : new Answer.Unreached("status " + answer.status() + ", or a text that is missing or too long");
        } catch (IOException failed) {
            return new Answer.Unreached(String.valueOf(failed.getMessage()));
        }
    }

    private static ObjectNode body(Surveyed what) {
        Connection connection = what.connection();
        ObjectNode body = JSON.createObjectNode();
        body.put("connection", connection.id());
        body.put("utility", what.request().utility());
        body.put("creditCode", connection.firm().value());
        body.put("firm", connection.applicant());
        body.put("address", connection.address());
        body.put("area", connection.area());
        body.put("contact", connection.contact());
        body.put("phone", connection.phone());
        ObjectNode wanted = body.putObject("wanted");
        what.request().wanted().forEach((element, value) -> wanted.put(element, Answers.text(value)));
        ObjectNode survey = body.putObject("survey");
        survey.put("visit", what.record().visit().id());
        survey.put("startedAt", what.record().visit().startsAt().toString());
        survey.put("sha256", what.record().hash());
        ObjectNode values = survey.putObject("values");
        what.record().values().forEach(values::put);
        var signed = survey.putArray("signedBy");
        for (Attendance crew : what.record().visit().crews()) {
            if (crew.absent().isEmpty()) {
                signed.addObject().put("utility", crew.utility()).put("crew", crew.crew());
            }
        }
        return body;
    }

    @Override
    public Look look(String reference) {
        try {
            Reply answer = system.get(PATH + "/", reference);
            if (answer.status() != OK) {
                return new Look.Unreached("status " + answer.status());
            }
            if (!answer.body().isObject()) {
                return new Look.Unreached("no JSON");
            }
            JsonNode refused = answer.body().path("refused");
            if (refused.isObject()) {
                String reason = OtherSystem.whole(refused, "reason");
                String basis = OtherSystem.whole(refused, "basis");
                return Math.max(reason.length(), basis.length()) > Cases.LONGEST_TEXT
                        ? new Look.Unreached("a reason or basis of more than " + Cases.LONGEST_TEXT)
                        : new Look.Refusal(reason, basis);
            }
            JsonNode plan = answer.body().path("plan");
            return plan.isObject() ? new Look.Plan(plan(plan)) : new Look.NothingYet();
        } catch (IOException failed) {
            return new Look.Unreached(String.valueOf(failed.getMessage()));
        }
    }

    /// What is no number or day is left out, and the plan is refused for it where plans are looked at.
    private static NewPlan plan(JsonNode plan) {
        Set<String> permits = new HashSet<>();
        plan.path("permits").forEach(permit -> permits.add(permit.isString() ? permit.asString() : ""));
        return new NewPlan(
                OtherSystem.whole(plan, "words"),
                number(plan.path("metres")),
                number(plan.path("kilovolts")),
                yuan(OtherSystem.text(plan, "quoteYuan")),
                day(OtherSystem.text(plan, "validUntil")),
                number(plan.path("worksDays")),
                permits);
    }

    private static @Nullable Integer number(JsonNode node) {
        return node.isInt() ? node.asInt() : null;
    }

    private static @Nullable BigDecimal yuan(String text) {
        return text.matches("\\d{1,10}(\\.\\d{1,2})?") ? new BigDecimal(text) : null;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            return null;
        }
    }
}
