package org.rongyi.definitions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.ServiceItem.Named;

/// What only all items and journeys together show: needs that nobody can meet, two items for one thing, journeys that
/// could never be done.
final class CatalogueCheck {
    private final ServiceCatalogue catalogue;
    private final Definitions definitions;
    private final List<Fault> faults;

    CatalogueCheck(ServiceCatalogue catalogue, Definitions definitions, List<Fault> faults) {
        this.catalogue = catalogue;
        this.definitions = definitions;
        this.faults = faults;
    }

    void check() {
        reportTwins();
        var yielded = new HashSet<String>();
        catalogue.items().forEach(item -> item.yields().elements().forEach(element -> yielded.add(element.id())));
        for (var item : catalogue.items()) {
            item.allElements().filter(need -> !yielded.contains(need.id())).forEach(this::reportUnanswerable);
        }
        catalogue.journeys().forEach(this::check);
    }

    private void reportTwins() {
        var names = new HashMap<String, ServiceItem>();
        var codes = new HashMap<String, ServiceItem>();
        for (var item : catalogue.items()) {
            var twin = names.putIfAbsent(item.department() + " " + item.name().zh(), item);
            if (twin != null) {
                var message = "item \"%s\" has the department and the name of \"%s\"".formatted(item.id(), twin.id());
                faults.add(Fault.error(item.place(), message, "Maybe they are one item with two situations"));
            }
            var sameCode = item.code() == null ? null : codes.putIfAbsent(item.code(), item);
            if (sameCode != null) {
                var message = "item \"%s\" has the code of \"%s\"".formatted(item.id(), sameCode.id());
                faults.add(Fault.error(item.place(), message, null));
            }
        }
    }

    private void reportUnanswerable(Named need) {
        if (!answerable(need.id())) {
            var message =
                    "element \"%s\" is needed, but no item yields it and nobody can answer it".formatted(need.id());
            faults.add(Fault.error(
                    need.place(), message, "Maybe give the element a question (ask), or an item that yields it"));
        }
    }

    private boolean answerable(String element) {
        return definitions
                .find(element)
                .map(definition -> definition.ask() != null || definition.selfDeclared())
                .orElse(false);
    }

    private void check(JourneyDefinition journey) {
        var items = new LinkedHashMap<String, ServiceItem>();
        for (var part : journey.parts()) {
            var item = catalogue.itemsById().get(part.item());
            if (item == null) {
                var message = "there is no item \"%s\"".formatted(part.item());
                var advice = Nearest.advice(part.item(), catalogue.itemsById().keySet());
                faults.add(Fault.error(part.place(), message, advice.orElse(null)));
            } else {
                items.put(item.id(), item);
            }
        }
        for (var item : items.values()) {
            for (var need : item.allElements().toList()) {
                boolean yielded = items.values().stream().anyMatch(other -> other.brings(need.id()));
                if (!yielded && !answerable(need.id())) {
                    var message = "item \"%s\" needs element \"%s\", which no item here yields and nobody can answer"
                            .formatted(item.id(), need.id());
                    var place = journey.part(item.id()).orElseThrow().place();
                    faults.add(Fault.error(place, message, "Maybe add the item that yields it"));
                }
            }
        }
        new Circle(items).find().ifPresent(circle -> {
            var place = journey.part(circle.getFirst()).orElseThrow().place();
            var message = "these items wait for each other: " + String.join(" -> ", circle);
            faults.add(Fault.error(place, message, "Maybe one of them yields what it only passes on"));
        });
    }

    /// Looks for items that wait for each other, whatever applies and whatever is known.
    private static final class Circle {
        private final Map<String, ServiceItem> items;
        private final Set<String> done = new HashSet<>();
        private final LinkedHashSet<String> path = new LinkedHashSet<>();

        Circle(Map<String, ServiceItem> items) {
            this.items = items;
        }

        Optional<List<String>> find() {
            return items.keySet().stream()
                    .map(this::from)
                    .filter(circle -> !circle.isEmpty())
                    .findFirst();
        }

        private List<String> from(String item) {
            if (path.contains(item)) {
                var circle = new ArrayList<>(path);
                return Stream.concat(circle.subList(circle.indexOf(item), circle.size()).stream(), Stream.of(item))
                        .toList();
            }
            if (!done.add(item)) {
                return List.of();
            }
            path.add(item);
            for (var next : items.values()) {
                if (!next.id().equals(item) && waits(next, items.get(item))) {
                    var circle = from(next.id());
                    if (!circle.isEmpty()) {
                        return circle;
                    }
                }
            }
            path.remove(item);
            return List.of();
        }

        private static boolean waits(ServiceItem item, @Nullable ServiceItem first) {
            return first != null
                    && (item.allElements().anyMatch(need -> first.brings(need.id()))
                            || item.allLicences().anyMatch(need -> first.issues(need.id())));
        }
    }
}
