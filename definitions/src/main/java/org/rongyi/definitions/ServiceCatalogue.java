package org.rongyi.definitions;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The service items and journeys of a city: `services.yaml`, `items/` and `journeys/` of its folder. A city without
/// them has an empty catalogue.
///
/// @param terms departments, licences and materials that they speak of
public record ServiceCatalogue(
        ServiceTerms terms, Map<String, ServiceItem> itemsById, Map<String, JourneyDefinition> journeysById) {
    private static final List<String> ENDINGS = List.of(".yaml", ".yml");

    /// Published texts may be mended in these points only: what decides, promises or asks needs a new version.
    private static final Set<String> MAY_BE_MENDED = Set.of("version", "verify", "source");

    /// All faults of all files in one run. The catalogue holds what has no error.
    public static Loaded<ServiceCatalogue> read(Path cityFolder, Definitions definitions) {
        var faults = new ArrayList<Fault>();
        var rules = new RuleTexts(definitions);
        var terms = terms(cityFolder.resolve("services.yaml"), rules, faults);
        var items = new LinkedHashMap<String, ServiceItem>();
        for (var path : ClassificationReader.files(cityFolder.resolve("items"), ENDINGS, faults)) {
            var file = YamlFile.read(path, faults);
            var item = file == null ? null : ServiceItemReader.read(file, rules, definitions, terms, faults);
            if (item != null) {
                var first = items.putIfAbsent(item.id(), item);
                reportSecond("item", item.id(), item.place(), first == null ? null : first.place(), faults);
            }
        }
        var journeys = new LinkedHashMap<String, JourneyDefinition>();
        for (var path : ClassificationReader.files(cityFolder.resolve("journeys"), ENDINGS, faults)) {
            var file = YamlFile.read(path, faults);
            var journey = file == null ? null : JourneyReader.read(file, rules, terms, faults);
            if (journey != null) {
                var first = journeys.putIfAbsent(journey.id(), journey);
                reportSecond("journey", journey.id(), journey.place(), first == null ? null : first.place(), faults);
            }
        }
        var catalogue =
                new ServiceCatalogue(terms, Collections.unmodifiableMap(items), Collections.unmodifiableMap(journeys));
        new CatalogueCheck(catalogue, definitions, faults).check();
        return new Loaded<>(catalogue, faults);
    }

    /// A journey that is in no file of the city yet, read and checked as its file would be.
    ///
    /// @return the faults that it would bring with it; the catalogue holds it unless it has an error
    public Loaded<ServiceCatalogue> with(String file, String journey, Definitions definitions) {
        var faults = new ArrayList<Fault>();
        var yaml = YamlFile.parse(file, journey.getBytes(StandardCharsets.UTF_8), faults);
        var read = yaml == null ? null : JourneyReader.read(yaml, new RuleTexts(definitions), terms, faults);
        if (read == null) {
            return new Loaded<>(this, faults);
        }
        var first = journeysById.get(read.id());
        reportSecond("journey", read.id(), read.place(), first == null ? null : first.place(), faults);
        var journeys = new LinkedHashMap<>(journeysById);
        journeys.putIfAbsent(read.id(), read);
        var more = new ServiceCatalogue(terms, itemsById, Collections.unmodifiableMap(journeys));
        new CatalogueCheck(more, definitions, faults).check();
        return new Loaded<>(more, faults);
    }

    /// The catalogue with another text of one of its items, read and checked as a file of that text would be.
    ///
    /// @return the faults that it would bring with it; the catalogue holds it unless it has an error
    public Loaded<ServiceCatalogue> withItem(String file, String item, Definitions definitions) {
        var faults = new ArrayList<Fault>();
        var yaml = YamlFile.parse(file, item.getBytes(StandardCharsets.UTF_8), faults);
        var read = yaml == null
                ? null
                : ServiceItemReader.read(yaml, new RuleTexts(definitions), definitions, terms, faults);
        if (read == null) {
            return new Loaded<>(this, faults);
        }
        var items = new LinkedHashMap<>(itemsById);
        items.put(read.id(), read); // in its old place
        var more = new ServiceCatalogue(terms, Collections.unmodifiableMap(items), journeysById);
        new CatalogueCheck(more, definitions, faults).check();
        return new Loaded<>(more, faults);
    }

    private static ServiceTerms terms(Path path, RuleTexts rules, List<Fault> faults) {
        var file = Files.exists(path) ? YamlFile.read(path, faults) : null;
        return file == null ? ServiceTerms.NONE : ServiceTermsReader.read(file, rules, faults);
    }

    private static void reportSecond(String what, String id, Place place, @Nullable Place first, List<Fault> faults) {
        if (first != null) {
            var message = "%s \"%s\" is already defined in %s".formatted(what, id, first.file());
            faults.add(Fault.error(place, message, "Maybe give it another id"));
        }
    }

    /// In the order of the files.
    public List<ServiceItem> items() {
        return List.copyOf(itemsById.values());
    }

    public List<JourneyDefinition> journeys() {
        return List.copyOf(journeysById.values());
    }

    public Optional<ServiceItem> item(String id) {
        return Optional.ofNullable(itemsById.get(id));
    }

    public Optional<JourneyDefinition> journey(String id) {
        return Optional.ofNullable(journeysById.get(id));
    }

    /// The journeys that an item belongs to.
    public List<JourneyDefinition> journeysWith(String item) {
        return journeys().stream()
                .filter(journey -> journey.part(item).isPresent())
                .toList();
    }

    /// What a text says differently from the one that was published under the same version, by the keys of the file.
    public static List<String> changes(String published, String content) {
        if (published.equals(content)) {
            return List.of();
        }
        var before = json(published);
        var now = json(content);
        var keys = new TreeSet<>(now.propertyNames());
        keys.addAll(before.propertyNames());
        keys.removeIf(key -> MAY_BE_MENDED.contains(key) || Objects.equals(now.get(key), before.get(key)));
        return List.copyOf(keys);
    }

    private static JsonNode json(String content) {
        var faults = new ArrayList<Fault>();
        var file = YamlFile.parse("published", content.getBytes(StandardCharsets.UTF_8), faults);
        if (file == null) {
            throw new IllegalArgumentException("no published text: " + faults);
        }
        return SchemaCheck.json(file.root());
    }
}
