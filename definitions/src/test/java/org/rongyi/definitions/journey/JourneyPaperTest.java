package org.rongyi.definitions.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rongyi.definitions.Definitions;
import org.rongyi.definitions.JourneyDefinition;
import org.rongyi.definitions.ServiceCatalogue;
import org.rongyi.definitions.ServiceItem;

/// Draws the journeys of the example city as a page of the docs.
class JourneyPaperTest {
    private static final Path CITY = Path.of("..", "cities", "chengdu");
    private static final Path PAPER = Path.of("..", "docs", "SERVICES.md");
    private static final String HEAD = """
            # Service items and journeys

            A service item (事项) is one decision of one department: it says what it needs and what exists when it is
            done. A journey (一件事) names the items that one plan of a firm needs, and when each applies. Everything
            else is derived, by `Derivation` in `definitions/`:

            - **which items apply**: each rule holds, fails or is unknown; what it hangs on is the next question, the
              one that settles most first; nothing that is known is asked
            - **one form**: every element that the applying items need, once: known (with its source), asked, or
              yielded by an earlier item
            - **one set of papers**: every material once, less what an e-licence proves, a department shares or an
              earlier item issues
            - **the order**: an item starts when its inputs exist, not when the stage before it ends
            - **the days**: the longest chain in working days, a public notice counted as weeks of five; an item whose
              time nobody has published counts none and is named; no day is promised while it or a question is open
            - **what is held**: a permit that the portrait shows is not applied for again

            A published version of an item or journey never changes; a file that says something else under it stops
            the start. How a city writes its own: [cities/README.md](../cities/README.md). Names and codes of further
            items come with `./rongyi import items FILE.csv`: they are shown as having no guide. How a journey is
            applied for: room `applications` in [ARCHITECTURE.md](ARCHITECTURE.md).

            The journeys of the example city, drawn from its files (a test holds this page current). An arrow means
            "waits for"; a dashed item applies only sometimes, its days are working days.
            """;

    @Test
    void theDrawingsInTheDocsAreCurrent() throws Exception {
        var definitions = Definitions.shipped().withCity(CITY).value();
        var catalogue = ServiceCatalogue.read(CITY, definitions).value();
        var drawn = HEAD
                + catalogue.journeys().stream()
                        .map(journey -> draw(catalogue, journey))
                        .collect(Collectors.joining());
        var fresh = Files.writeString(Path.of("target", "SERVICES.md"), drawn);
        assertThat(Files.readString(PAPER))
                .as("docs/SERVICES.md as it should be lies in definitions/%s: copy it", fresh)
                .isEqualTo(drawn);
    }

    private static String draw(ServiceCatalogue catalogue, JourneyDefinition journey) {
        var out = new StringBuilder("\n## %s %s (`%s`)\n%s.\n\n```mermaid\nflowchart LR\n"
                .formatted(
                        journey.name().zh(),
                        journey.name().en(),
                        journey.id(),
                        journey.what().en()));
        Map<String, ServiceItem> items = journey.parts().stream()
                .map(part -> catalogue.item(part.item()).orElseThrow())
                .collect(Collectors.toMap(ServiceItem::id, item -> item, (one, _) -> one, LinkedHashMap::new));
        items.values().forEach(item -> {
            var days = item.limit().days();
            var time = days == null ? "" : days == 0 ? "<br>当场" : "<br>" + days + " 天";
            out.append("    %s[\"%s%s\"]\n".formatted(item.id(), item.name().zh(), time));
        });
        for (ServiceItem item : items.values()) {
            for (ServiceItem first : items.values()) {
                boolean waits = first != item
                        && (item.allElements().anyMatch(need -> first.brings(need.id()))
                                || item.allLicences().anyMatch(need -> first.issues(need.id())));
                if (waits) {
                    out.append("    %s --> %s\n".formatted(first.id(), item.id()));
                }
            }
        }
        journey.parts().stream()
                .filter(part -> part.when() != null || part.optional())
                .forEach(part -> out.append("    style %s stroke-dasharray: 4\n".formatted(part.item())));
        return out.append("```\n").toString();
    }
}
