package org.rongyi.city.utilities;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.utilities.Connection.Attendance;
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
    private static final String PATH = "/connections";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OtherSystem system;

    private HttpOperatorSystem(OtherSystem system) {
        this.system = system;
    }

    /// @param addresses `power=https://…,gas=https://…`; empty: none is connected
    static All all(String addresses, String key, Duration timeout) {
        Map<String, OperatorSystem> systems = new HashMap<>();
        for (String each : addresses.split(",")) {
            String[] pair = each.strip().split("=", 2);
            if (pair.length == 2) {
                systems.put(pair[0], new HttpOperatorSystem(new OtherSystem(URI.create(pair[1]), key, timeout)));
            } else if (!each.isBlank()) {
                throw new IllegalArgumentException(
                        "rongyi.utilities.systems has (" + each + ")\nMaybe power=https://power.example.");
            }
        }
        return new Connected(Map.copyOf(systems));
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
            if (answer.status() == CREATED && !answer.text("reference").isEmpty()) {
                return new Answer.Taken(answer.text("reference"));
            }
            return answer.status() == UNPROCESSABLE && !answer.text("reason").isEmpty()
                    ? new Answer.Refused(answer.text("reason"))
                    : new Answer.Unreached("status " + answer.status());
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
                return new Look.Refusal(OtherSystem.text(refused, "reason"), OtherSystem.text(refused, "basis"));
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
                OtherSystem.text(plan, "words"),
                number(plan.path("metres")),
                plan.has("kilovolts") ? number(plan.path("kilovolts")) : Integer.valueOf(0),
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
