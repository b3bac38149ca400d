package org.rongyi.city.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.appeals.NewAppeal;
import org.rongyi.city.appeals.Receiving;
import org.rongyi.city.applications.Story;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.services.Catalogue;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Whoever reads English reads no Chinese word that the house has in English: on every page that the people
/// of the demo get to. What people wrote, names of firms and streets and the texts of the law stay Chinese,
/// marked as such.
@CityTest
class EnglishPagesTest {
    private static final Map<String, String> PEOPLE = Map.of(
            "noodle", "/home",
            "market", "/tasks",
            "leader", "/leader",
            "admin", "/admin",
            "seat", "/seat",
            "editor", "/editor",
            "window", "/window",
            "helper", "/helper",
            "arbiter", "/tasks");
    /// What may stand in Chinese all the same.
    private static final Set<String> WITH_REASON = Set.of(
            // a code, as it is typed into a rule
            "/editor/try: 个体工商户 → sole trader");
    private static final int MOST_PAGES = 400;
    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"#]*)");

    @LocalServerPort
    private int port;

    @Autowired
    private Story story;

    @Autowired
    private Appeals appeals;

    @Autowired
    private Catalogue catalogue;

    private final InterfaceWords words = new InterfaceWords();
    private final Map<String, Set<String>> left = new TreeMap<>();
    private final Map<String, Integer> shapes = new HashMap<>();

    @Test
    void noWordThatTheHouseHasInEnglishStandsInChinese() {
        catalogue
                .terms()
                .departments()
                .values()
                .forEach(each -> words.addDepartment(each.unit(), each.name().en()));
        assertThat(words.size()).as("words known in both languages").isGreaterThan(3_000);
        somethingToSee();
        int pages = walk(new Caller(port), "/");
        for (Map.Entry<String, String> person : PEOPLE.entrySet()) {
            pages += walk(new Caller(port).signedIn(person.getKey(), "rongyi-demo"), person.getValue());
        }
        assertThat(pages).as("pages walked").isGreaterThan(120);
        assertThat(left)
                .as("Chinese on English pages, each with what it should say")
                .isEmpty();
    }

    private void somethingToSee() {
        Acting founder = story.person("创业者（测试）");
        story.handIn(
                story.filled(founder, "start-company", Map.of("firmStaff", BigDecimal.ZERO, "needsInvoices", false)),
                founder);
        assertThat(appeals.receive(new NewAppeal(
                        UUID.randomUUID().toString(),
                        Appeal.Channel.WEB,
                        "一个月来了三个部门检查（测试）",
                        "锦江区",
                        null,
                        new Appeal.Reporter("来信人（测试）", null, null, false),
                        "E0801",
                        false)))
                .isInstanceOf(Receiving.Accepted.class);
    }

    /// @return how many pages
    private int walk(Caller caller, String start) {
        caller.get("/about/data?lang=en");
        Deque<String> ahead = new ArrayDeque<>(List.of(start));
        Set<String> seen = new HashSet<>();
        int pages = 0;
        while (!ahead.isEmpty() && pages < MOST_PAGES) {
            String path = ahead.poll();
            if (!seen.add(path) || !first(path)) {
                continue;
            }
            HttpResponse<String> answer = caller.get(path);
            String type = answer.headers().firstValue("Content-Type").orElse("");
            if (!type.startsWith("text/html") || answer.statusCode() >= 300) {
                continue;
            }
            pages++;
            assertThat(answer.body()).as(path).contains("lang=\"en");
            words.on(answer.body()).stream()
                    .filter(word -> !WITH_REASON.contains(path + ": " + word))
                    .forEach(word ->
                            left.computeIfAbsent(word, _ -> new TreeSet<>()).add(path));
            ahead.addAll(links(answer.body()));
        }
        return pages;
    }

    /// One of pages built alike is enough; an address tells them apart by its words.
    private boolean first(String path) {
        boolean skipped = path.contains("lang=") || path.matches(".*(\\.(csv|json|ics|xml)|/file|/pdf|/export).*");
        String shape = path.replaceAll("\\?.*", "?")
                .replaceAll("[0-9A-Z]{15,}|\\d[\\d-]*", "N")
                .replaceAll("/(items|elements|policies|journeys|data|accounts)/[^/]+", "/$1/X");
        return !skipped && shapes.merge(shape, 1, Integer::sum) <= 2;
    }

    private static List<String> links(String page) {
        List<String> links = new ArrayList<>();
        Matcher link = LINK.matcher(page);
        while (link.find()) {
            links.add(link.group(1).replace("&amp;", "&"));
        }
        return links;
    }
}
