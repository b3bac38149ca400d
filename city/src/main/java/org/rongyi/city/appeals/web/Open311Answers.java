package org.rongyi.city.appeals.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.AppealCatalogue;
import org.rongyi.city.appeals.OpenRequests;
import org.rongyi.city.ui.CityWords;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// What the standard's calls answer. Names, telephone numbers and addresses of reporters are in none.
@Component
class Open311Answers {
    static final String SECRET = "confidential";
    static final String INSISTS = "insists";
    private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";
    private static final String CHANGESET = "2026-11-23T00:00:00Z";
    private static final Pattern POINT =
            Pattern.compile("(?:^|.* )\\((-?\\d{1,2}(?:\\.\\d+)?), (-?\\d{1,3}(?:\\.\\d+)?)\\)$");

    private final AppealCatalogue catalogue;
    private final CityWords city;

    Open311Answers(AppealCatalogue catalogue, CityWords city) {
        this.catalogue = catalogue;
        this.city = city;
    }

    static ResponseEntity<String> answer(String format, int status, String root, Object value) {
        boolean json = format.equals("json");
        return ResponseEntity.status(status)
                .header(HttpHeaders.CONTENT_TYPE, json ? "application/json; charset=utf-8" : "text/xml; charset=utf-8")
                .body(json ? Open311Text.json(value) : Open311Text.xml(root, value));
    }

    static ResponseEntity<String> error(String format, int status, String description) {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("code", status);
        error.put("description", description);
        return answer(format, status, "errors", List.of(error));
    }

    Map<String, @Nullable Object> discovery(String url) {
        Map<String, @Nullable Object> discovery = new LinkedHashMap<>();
        discovery.put("changeset", CHANGESET);
        discovery.put("contact", city.name().zh() + " " + (city.hotline() == null ? "" : city.hotline()));
        discovery.put("key_service", city.hotline() == null ? "" : city.hotline());
        discovery.put("endpoints", List.of(endpoint(url + "/v2", "production"), endpoint(url + "/test", "test")));
        return discovery;
    }

    private static Map<String, @Nullable Object> endpoint(String url, String type) {
        Map<String, @Nullable Object> endpoint = new LinkedHashMap<>();
        endpoint.put("specification", SPECIFICATION);
        endpoint.put("url", url);
        endpoint.put("changeset", CHANGESET);
        endpoint.put("type", type);
        endpoint.put("formats", List.of("text/xml", "application/json"));
        return endpoint;
    }

    /// @param test its requests get a token, those of the other endpoint their number at once
    List<Map<String, @Nullable Object>> services(boolean test) {
        return catalogue.categories().stream()
                .flatMap(category -> category.leaves().stream().map(leaf -> {
                    Map<String, @Nullable Object> service = new LinkedHashMap<>();
                    service.put("service_code", leaf.code());
                    service.put("service_name", leaf.name().zh());
                    service.put("description", leaf.name().en());
                    service.put("metadata", true);
                    service.put("type", test ? "batch" : "realtime");
                    service.put("keywords", String.join(", ", leaf.say()));
                    service.put("group", category.name().zh());
                    return service;
                }))
                .toList();
    }

    static Map<String, @Nullable Object> definition(String code) {
        Map<String, @Nullable Object> definition = new LinkedHashMap<>();
        definition.put("service_code", code);
        definition.put(
                "attributes",
                List.of(
                        attribute(1, SECRET, "要求保密 Keep it confidential who sent it"),
                        attribute(2, INSISTS, "被告知走法定渠道以后，仍然提交 Send it all the same after the legal route was told")));
        return definition;
    }

    private static Map<String, @Nullable Object> attribute(int order, String code, String description) {
        Map<String, @Nullable Object> attribute = new LinkedHashMap<>();
        attribute.put("variable", true);
        attribute.put("code", code);
        attribute.put("datatype", "singlevaluelist");
        attribute.put("required", false);
        attribute.put("datatype_description", null);
        attribute.put("order", order);
        attribute.put("description", description);
        attribute.put("values", List.of(value("no", "不用 No"), value("yes", "要 Yes")));
        return attribute;
    }

    private static Map<String, @Nullable Object> value(String key, String name) {
        Map<String, @Nullable Object> value = new LinkedHashMap<>();
        value.put("key", key);
        value.put("name", name);
        return value;
    }

    Map<String, @Nullable Object> accepted(Appeal appeal) {
        Map<String, @Nullable Object> accepted = new LinkedHashMap<>();
        accepted.put("service_request_id", appeal.number());
        accepted.put("service_notice", notice(appeal));
        accepted.put("account_id", null);
        return accepted;
    }

    Map<String, @Nullable Object> token(String token) {
        Map<String, @Nullable Object> accepted = new LinkedHashMap<>();
        accepted.put("token", token);
        accepted.put("service_notice", null);
        accepted.put("account_id", null);
        return accepted;
    }

    private String notice(Appeal appeal) {
        String code = "查询码 " + appeal.code() + " Code " + appeal.code();
        return catalogue
                .type(appeal.type())
                .map(type -> type.workingDays() + " 个工作日内答复；" + code + "; answered within " + type.workingDays()
                        + " working days")
                .orElse(code);
    }

    List<Map<String, @Nullable Object>> requests(List<OpenRequests.Request> found) {
        return found.stream().map(this::request).toList();
    }

    private Map<String, @Nullable Object> request(OpenRequests.Request found) {
        Appeal appeal = found.appeal();
        Matcher point = POINT.matcher(appeal.place());
        boolean located = point.matches();
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("service_request_id", appeal.number());
        request.put("status", found.open() ? "open" : "closed");
        request.put("status_notes", found.state());
        request.put("service_name", catalogue.categoryName(appeal.category()).zh());
        request.put("service_code", appeal.category());
        request.put("description", appeal.words());
        request.put("agency_responsible", found.unit());
        request.put("service_notice", null);
        request.put("requested_datetime", moment(appeal.at()));
        request.put("updated_datetime", moment(found.updated()));
        request.put("expected_datetime", found.due() == null ? null : moment(found.due()));
        request.put("address", located ? appeal.place().replaceFirst(" ?\\([^()]*\\)$", "") : appeal.place());
        request.put("address_id", null);
        request.put("zipcode", null);
        request.put("lat", located ? number(point.group(1)) : null);
        request.put("long", located ? number(point.group(2)) : null);
        request.put("media_url", null);
        return request;
    }

    private static Double number(String text) {
        return Double.valueOf(text);
    }

    private String moment(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.SECONDS).atZone(city.zone()).toOffsetDateTime());
    }

    /// As it stands behind an address.
    static @Nullable String point(@Nullable String lat, @Nullable String lon) {
        return lat == null
                        || lon == null
                        || !POINT.matcher("(" + lat + ", " + lon + ")").matches()
                ? null
                : "(" + lat + ", " + lon + ")";
    }
}
