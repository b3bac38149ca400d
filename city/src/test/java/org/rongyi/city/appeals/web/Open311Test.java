package org.rongyi.city.appeals.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// A client as the text of Open311 GeoReport v2 describes one: it finds the endpoints, reads services and
/// their definitions, sends a request, follows it, and reads errors.
@CityTest
class Open311Test {
    private static final String KEY = "api_key=rongyi-demo&";
    private static final String SERVICE = "E0601";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : "http://localhost:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String field(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)
                + "&";
    }

    private static Element xml(HttpResponse<String> answer, int status, String root) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers()
                        .firstValue("Content-Type")
                        .orElse("")
                        .replace(" ", "")
                        .toLowerCase(java.util.Locale.ROOT))
                .isEqualTo("text/xml;charset=utf-8");
        assertThat(answer.body()).startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(answer.body())));
        assertThat(document.getDocumentElement().getTagName()).isEqualTo(root);
        return document.getDocumentElement();
    }

    private static List<String> all(Element within, String tag) {
        NodeList found = within.getElementsByTagName(tag);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    private static String one(Element within, String tag) {
        assertThat(all(within, tag)).as(tag).hasSize(1);
        return all(within, tag).getFirst();
    }

    private String send(String... more) throws Exception {
        String form = KEY
                + field("service_code", SERVICE)
                + field("address_string", "锦江区春熙路街道演示巷 18 号")
                + field("lat", "30.6571")
                + field("long", "104.0817")
                + field("first_name", "小满")
                + field("last_name", "陈")
                + field("phone", "13800000000")
                + field("description", "门口停电两天 & 没人修 <急>")
                + String.join("", more);
        Element answer = xml(post("/open311/v2/requests.xml", form), 200, "service_requests");
        assertThat(all(answer, "token")).as("not with a number").isEmpty();
        return one(answer, "service_request_id");
    }

    @Test
    void discoveryNamesBothEndpointsAndTheirFormats() throws Exception {
        Element discovery = xml(get("/open311/discovery.xml"), 200, "discovery");
        assertThat(all(discovery, "type")).containsExactly("production", "test");
        assertThat(all(discovery, "format")).contains("text/xml", "application/json");
        for (String url : all(discovery, "url")) {
            assertThat(all(xml(get(url + "/services.xml"), 200, "services"), "service_code"))
                    .contains(SERVICE);
        }
    }

    @Test
    void everyServiceHasItsFieldsAndADefinition() throws Exception {
        Element services = xml(get("/open311/v2/services.xml?jurisdiction_id=anything"), 200, "services");
        for (String tag :
                List.of("service_code", "service_name", "description", "metadata", "type", "keywords", "group")) {
            assertThat(all(services, tag)).as(tag).hasSameSizeAs(all(services, "service"));
        }
        assertThat(all(services, "type")).containsOnly("realtime");
        Element definition = xml(get("/open311/v2/services/" + SERVICE + ".xml"), 200, "service_definition");
        assertThat(one(definition, "service_code")).isEqualTo(SERVICE);
        assertThat(all(definition, "code")).containsExactly("confidential", "insists");
        assertThat(all(definition, "datatype")).containsOnly("singlevaluelist");
        assertThat(all(definition, "key")).containsExactly("no", "yes", "no", "yes");
    }

    @Test
    void whatIsSentHasANumberAndIsFollowedByIt() throws Exception {
        String id = send();
        Element request = xml(get("/open311/v2/requests/" + id + ".xml"), 200, "service_requests");
        assertThat(one(request, "service_request_id")).isEqualTo(id);
        assertThat(one(request, "status")).isEqualTo("open");
        assertThat(one(request, "service_code")).isEqualTo(SERVICE);
        assertThat(one(request, "description")).isEqualTo("门口停电两天 & 没人修 <急>");
        assertThat(one(request, "agency_responsible")).isEqualTo("供电");
        assertThat(one(request, "address")).isEqualTo("锦江区春熙路街道演示巷 18 号");
        assertThat(Double.parseDouble(one(request, "lat"))).isEqualTo(30.6571);
        assertThat(Double.parseDouble(one(request, "long"))).isEqualTo(104.0817);
        OffsetDateTime asked = OffsetDateTime.parse(one(request, "requested_datetime"));
        assertThat(OffsetDateTime.parse(one(request, "expected_datetime"))).isAfter(asked);
        assertThat(request.getTextContent()).as("nothing of the reporter").doesNotContain("138", "小满");
    }

    @Test
    void requestsAreFoundByNumberServiceStatusAndTime() throws Exception {
        String january = "start_date=2026-01-01T00:00:00Z&end_date=2026-02-01T00:00:00Z";
        String first = send();
        String second = send("attribute%5Bconfidential%5D=yes");
        assertThat(all(
                        xml(
                                get("/open311/v2/requests.xml?service_request_id=" + first + "," + second),
                                200,
                                "service_requests"),
                        "service_request_id"))
                .containsExactlyInAnyOrder(first, second);
        String span = "start_date=2026-11-23T00:00:00%2B08:00&end_date=2026-11-24T00:00:00Z";
        assertThat(all(
                        xml(
                                get("/open311/v2/requests.xml?" + span + "&status=open&service_code=E0602," + SERVICE),
                                200,
                                "service_requests"),
                        "service_request_id"))
                .contains(first, second);
        assertThat(all(
                        xml(get("/open311/v2/requests.xml?" + span + "&status=closed"), 200, "service_requests"),
                        "service_request_id"))
                .doesNotContain(first, second);
        assertThat(all(xml(get("/open311/v2/requests.xml?" + january), 200, "service_requests"), "service_request_id"))
                .isEmpty();
    }

    @Test
    void theSameIsToldInJson() throws Exception {
        String id = send();
        HttpResponse<String> answer = get("/open311/v2/requests/" + id + ".json");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.body().strip())
                .startsWith("[{\"service_request_id\":\"" + id + "\"")
                .contains("\"status\":\"open\"", "\"lat\":30.6571", "\"media_url\":null")
                .endsWith("}]");
        assertThat(get("/open311/v2/services.json").body()).startsWith("[{\"service_code\":\"E0101\"");
    }

    @Test
    void theTestEndpointGivesATokenAndOpensNothing() throws Exception {
        String form = KEY + field("service_code", SERVICE) + field("address_string", "锦江区");
        Element answer = xml(post("/open311/test/requests.xml", form), 200, "service_requests");
        assertThat(all(answer, "service_request_id")).as("not with a token").isEmpty();
        String token = one(answer, "token");
        Element found = xml(get("/open311/test/tokens/" + token + ".xml"), 200, "service_requests");
        assertThat(one(found, "token")).isEqualTo(token);
        assertThat(one(found, "service_request_id")).isNotEmpty();
        xml(get("/open311/v2/tokens/" + token + ".xml"), 404, "errors");
    }

    @Test
    void errorsAreTheStandards() throws Exception {
        String place = field("address_string", "锦江区");
        Element forbidden = xml(
                post("/open311/v2/requests.xml", "api_key=wrong&" + field("service_code", SERVICE) + place),
                403,
                "errors");
        assertThat(one(forbidden, "code")).isEqualTo("403");
        assertThat(one(forbidden, "description")).contains("api_key");
        xml(post("/open311/v2/requests.xml", field("service_code", SERVICE) + place), 403, "errors");
        xml(post("/open311/v2/requests.xml", KEY + place), 400, "errors");
        xml(post("/open311/v2/requests.xml", KEY + field("service_code", "E9999") + place), 404, "errors");
        xml(post("/open311/v2/requests.xml", KEY + field("service_code", SERVICE)), 400, "errors");
        xml(get("/open311/v2/services/E9999.xml"), 404, "errors");
        xml(get("/open311/v2/requests/261123-99999999.xml"), 404, "errors");
        xml(get("/open311/v2/requests.xml?status=lost"), 400, "errors");
        xml(get("/open311/v2/requests.xml?start_date=yesterday"), 400, "errors");
        xml(get("/open311/v2/requests.xml?start_date=%2B999999999-01-01T00:00:00Z"), 400, "errors");
        xml(get("/open311/v2/requests.xml?end_date=-9999-01-01T00:00:00Z"), 400, "errors");
    }

    @Test
    void whatTheLawSendsElsewhereIsToldThereTooAndWhoInsistsIsHeard() throws Exception {
        String court = KEY
                + field("service_code", SERVICE)
                + field("address_string", "锦江区")
                + field("description", "法院判决我们搬走，还停了电");
        assertThat(one(xml(post("/open311/v2/requests.xml", court), 400, "errors"), "description"))
                .contains("12368", "insists");
        xml(post("/open311/v2/requests.xml", court + field("attribute[insists]", "yes")), 200, "service_requests");
    }

    @Test
    void aCityWithoutAKeyOpensAndNobodyMaySend() {
        assertThat(Open311Pages.accepted("", "")).isEmpty();
        assertThat(Open311Pages.accepted("key", "key")).containsExactly("key");
    }
}
