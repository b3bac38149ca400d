package org.rongyi.definitions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.ElementReader.ReadElement;
import org.rongyi.rules.Dictionary;

/// What rules may speak of: the elements and the classifications that coded elements take their values from.
public final class Definitions {
    private static final List<String> ENDINGS = List.of(".yaml", ".csv");

    private final List<ReadElement> read;
    private final Map<String, ElementDefinition> byId;
    private final Map<String, Classification> classifications;
    private final Dictionary dictionary;

    private Definitions(List<ReadElement> read, Map<String, Classification> classifications) {
        this.read = List.copyOf(read);
        this.classifications = Map.copyOf(classifications);
        this.byId = new LinkedHashMap<>();
        read.forEach(element -> byId.put(element.definition().id(), element.definition()));
        this.dictionary = Dictionary.of(
                byId.values().stream().map(ElementDefinition::element).toList());
    }

    /// The national dictionary and classifications that come with the software.
    public static Definitions shipped() {
        return Shipped.DEFINITIONS;
    }

    /// Only the elements of this file, with the shipped classifications.
    public static Loaded<Definitions> ofElements(Path elementsFile) {
        return extend(List.of(), shippedClassifications(), elementsFile, new ArrayList<>());
    }

    /// These definitions and a city's own: `elements.yaml`, `classifications/` and `areas/` of its folder, each
    /// optional. An element that is already defined cannot be defined anew; a classification can. The codes of all
    /// areas are the classification "area".
    public Loaded<Definitions> withCity(Path cityFolder) {
        var faults = new ArrayList<Fault>();
        var all = new HashMap<>(classifications);
        for (var path : ClassificationReader.files(cityFolder.resolve("classifications"), ENDINGS, faults)) {
            var bytes = YamlFile.bytes(path, faults);
            if (bytes != null) {
                var fileName = path.getFileName().toString();
                var name = fileName.substring(0, fileName.lastIndexOf('.'));
                all.put(name, ClassificationReader.read(name, path.toString(), bytes, faults));
            }
        }
        var areas = AreaCodes.read(cityFolder.resolve("areas"), faults);
        if (!areas.entries().isEmpty()) {
            all.put(areas.name(), areas);
        }
        var elements = cityFolder.resolve("elements.yaml");
        return Files.exists(elements)
                ? extend(read, all, elements, faults)
                : new Loaded<>(new Definitions(read, all), faults);
    }

    public Dictionary dictionary() {
        return dictionary;
    }

    /// In the order of the files.
    public List<ElementDefinition> elements() {
        return List.copyOf(byId.values());
    }

    /// By id, Chinese or English name.
    public Optional<ElementDefinition> find(String idOrName) {
        return dictionary.find(idOrName).map(element -> Objects.requireNonNull(byId.get(element.id())));
    }

    public Collection<Classification> classifications() {
        return classifications.values();
    }

    public Optional<Classification> classification(String name) {
        return Optional.ofNullable(classifications.get(name));
    }

    /// The classification of a coded element; empty for other elements and where the classification is not at hand.
    public Optional<Classification> classificationOf(String elementId) {
        return Optional.ofNullable(byId.get(elementId))
                .map(ElementDefinition::classification)
                .map(classifications::get);
    }

    private static Loaded<Definitions> extend(
            List<ReadElement> base, Map<String, Classification> classifications, Path path, List<Fault> faults) {
        var file = YamlFile.read(path, faults);
        var definitions = file == null
                ? new Definitions(base, classifications)
                : joined(base, classifications, ElementReader.read(file, faults), faults);
        return new Loaded<>(definitions, faults);
    }

    private static Definitions joined(
            List<ReadElement> base,
            Map<String, Classification> classifications,
            List<ReadElement> added,
            List<Fault> faults) {
        var all = new LinkedHashMap<String, ReadElement>();
        base.forEach(element -> all.put(element.definition().id(), element));
        for (var element : added) {
            var earlier = all.putIfAbsent(element.definition().id(), element);
            if (earlier != null) {
                var place = earlier.definition().place();
                var message = "element \"%s\" is already defined in %s"
                        .formatted(element.definition().id(), place);
                faults.add(Fault.error(element.definition().place(), message, "Maybe give it another id"));
            }
        }
        var definitions = new Definitions(List.copyOf(all.values()), classifications);
        definitions.reportFormulas(faults);
        return definitions;
    }

    /// Formulas, clashing names and circles show only when all elements are together.
    private void reportFormulas(List<Fault> faults) {
        var byElement = dictionary.faultsByElement();
        for (var element : read) {
            for (var fault : byElement.getOrDefault(element.definition().id(), List.of())) {
                var formula = element.formula();
                faults.add(
                        formula == null
                                ? Fault.error(element.definition().place(), fault.message(), fault.advice())
                                : RuleTexts.inFile(element.file(), formula, fault));
            }
        }
    }

    private static Map<String, Classification> shippedClassifications() {
        return Shipped.DEFINITIONS.classifications;
    }

    /// Read once, when first asked for.
    private static final class Shipped {
        private static final String ELEMENTS = "elements.yaml";
        private static final String APPLICATIONS = "applications.yaml";
        static final Definitions DEFINITIONS = read();

        private static Definitions read() {
            var faults = new ArrayList<Fault>();
            var elements = new ArrayList<ReadElement>();
            for (var name : List.of(ELEMENTS, APPLICATIONS)) {
                var file = YamlFile.parse(name, Objects.requireNonNull(bytes(name), name), faults);
                if (file != null) {
                    elements.addAll(ElementReader.read(file, faults));
                }
            }
            var classifications = new HashMap<String, Classification>();
            for (var element : elements) {
                var name = element.definition().classification();
                if (name != null && !classifications.containsKey(name)) {
                    readClassification(name, faults).ifPresent(found -> classifications.put(name, found));
                }
            }
            var definitions = joined(List.of(), classifications, elements, faults);
            if (faults.stream().anyMatch(Fault::isError)) {
                throw new IllegalStateException(
                        "The shipped definitions have faults: " + new Loaded<>(ELEMENTS, faults).errors());
            }
            return definitions;
        }

        /// Some classifications, such as areas, belong to a city and are not shipped.
        private static Optional<Classification> readClassification(String name, List<Fault> faults) {
            for (var ending : ENDINGS) {
                var path = "classifications/" + name + ending;
                var bytes = bytes(path);
                if (bytes != null) {
                    return Optional.of(ClassificationReader.read(name, path, bytes, faults));
                }
            }
            return Optional.empty();
        }

        private static byte @Nullable [] bytes(String resource) {
            try (var input = Definitions.class.getResourceAsStream(resource)) {
                return input == null ? null : input.readAllBytes();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
