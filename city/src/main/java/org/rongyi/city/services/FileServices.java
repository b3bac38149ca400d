package org.rongyi.city.services;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rongyi.city.elements.CityTexts;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.services.ItemEditor.Replaced;
import org.rongyi.city.services.PublishedServices.Key;
import org.rongyi.city.services.PublishedServices.Kind;
import org.rongyi.city.services.PublishedServices.Text;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.JourneyDefinition;
import org.rongyi.definitions.Loaded;
import org.rongyi.definitions.ServiceCatalogue;
import org.rongyi.definitions.ServiceItem;
import org.rongyi.definitions.ServiceTerms;
import org.rongyi.definitions.journey.Derivation;
import org.rongyi.definitions.journey.JourneyPlan;
import org.rongyi.rules.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The catalogue as files of the city, each text of it published.
@Component
class FileServices implements Catalogue, Journeys {
    private static final Logger LOG = LoggerFactory.getLogger(FileServices.class);
    private static final String WHAT = "service catalogue";

    private final ServiceCatalogue files;
    private final Elements elements;
    private volatile Current current;
    private final PublishedServices published;
    private final StubTable stubs;
    private final Clock clock;
    private final CityWords city;

    FileServices(
            CityTexts texts,
            Elements elements,
            PublishedServices published,
            StubTable stubs,
            Clock clock,
            CityWords city) {
        Loaded<ServiceCatalogue> loaded = texts.services();
        FaultyCityFiles.stopOn(WHAT, loaded.faults());
        loaded.warnings().forEach(warning -> LOG.warn(warning.render()));
        this.files = loaded.value();
        this.elements = elements;
        this.published = published;
        this.stubs = stubs;
        this.clock = clock;
        this.city = city;
        FaultyCityFiles.stopOn(WHAT, published.publish(texts(files)));
        this.current = withEdits();
        current.replaced()
                .forEach(each -> LOG.warn(
                        "The edit ({}) of the item ({}) does not count any longer: the file's ({}) does.",
                        each.edited(),
                        each.item().id(),
                        each.item().version()));
    }

    /// The texts that hold now.
    ///
    /// @param edits newest version of each item that was edited since its file, sound or not
    private record Current(
            ServiceCatalogue catalogue, Derivation derivation, Map<String, String> edits, List<Replaced> replaced) {}

    /// An edit counts as long as the file still has the version that it began from. What several items say together
    /// came about in the order of the edits.
    private Current withEdits() {
        Map<String, PublishedServices.Edited> newest = new LinkedHashMap<>();
        Map<String, PublishedServices.Edited> earlier = new LinkedHashMap<>();
        for (PublishedServices.Edited edit : published.edits().reversed()) {
            boolean counts = files.item(edit.item())
                    .filter(item -> item.version().equals(edit.fileVersion()))
                    .isPresent();
            (counts ? newest : earlier)
                    .merge(edit.item(), edit, (one, other) -> counts && one.number() > other.number() ? one : other);
        }
        ServiceCatalogue all = files;
        Map<String, String> edits = new HashMap<>();
        List<PublishedServices.Edited> inOrder = newest.values().stream()
                .sorted(Comparator.comparing(PublishedServices.Edited::at))
                .toList();
        for (PublishedServices.Edited edit : inOrder) {
            Loaded<ServiceCatalogue> with = all.withItem(edit.item(), edit.content(), elements.definitions());
            with.errors().forEach(fault -> LOG.warn("An edited item does not count any longer: {}", fault.render()));
            if (with.sound()) {
                all = with.value();
            } else {
                earlier.put(edit.item(), edit);
            }
            edits.put(edit.item(), edit.version());
        }
        ServiceCatalogue now = all;
        List<Replaced> replaced = earlier.values().stream()
                .filter(edit -> !edits.containsKey(edit.item()) || edit.equals(newest.get(edit.item())))
                .flatMap(edit -> now.item(edit.item()).map(item -> new Replaced(item, edit.version())).stream())
                .toList();
        return new Current(now, Derivation.of(now, elements.definitions()), Map.copyOf(edits), replaced);
    }

    List<Replaced> replaced() {
        return current.replaced();
    }

    /// Version of the newest edit that this process knows, sound or not.
    Optional<String> newestEdit(String item) {
        return Optional.ofNullable(current.edits().get(item));
    }

    ServiceCatalogue now() {
        return current.catalogue();
    }

    /// The text of the file, whatever was edited since.
    Optional<ServiceItem> shipped(String item) {
        return files.item(item);
    }

    Loaded<ServiceCatalogue> tryOut(String item, String content) {
        return now().withItem(item, content, elements.definitions());
    }

    /// Takes into use what is kept, whoever published it.
    void reload() {
        current = withEdits();
    }

    private static List<Text> texts(ServiceCatalogue files) {
        return Stream.concat(
                        files.items().stream()
                                .map(item -> new Text(
                                        new Key(Kind.ITEM, item.id(), item.version()), item.content(), item.place())),
                        files.journeys().stream()
                                .map(journey -> new Text(
                                        new Key(Kind.JOURNEY, journey.id(), journey.version()),
                                        journey.content(),
                                        journey.place())))
                .toList();
    }

    @Override
    public List<ServiceItem> items() {
        return now().items();
    }

    @Override
    public Optional<ServiceItem> item(String id) {
        return now().item(id);
    }

    @Override
    public ServiceTerms terms() {
        return now().terms();
    }

    @Override
    public List<Published> versions(String item) {
        String today = now().item(item).map(ServiceItem::version).orElse("");
        return published.versions(Kind.ITEM, item).stream()
                .map(version -> new Published(
                        version.version(), version.at(), version.version().equals(today)))
                .toList();
    }

    @Override
    public List<Stub> stubs(String words, int limit) {
        return stubs.find(words, limit);
    }

    @Override
    public int countStubs(String words) {
        return stubs.count(words);
    }

    @Override
    public Optional<Stub> stub(String code) {
        return stubs.find(code);
    }

    @Override
    public List<JourneyDefinition> all() {
        return now().journeys();
    }

    @Override
    public Optional<JourneyDefinition> find(String id) {
        return now().journey(id);
    }

    @Override
    public List<JourneyDefinition> with(String item) {
        return now().journeysWith(item);
    }

    @Override
    public List<Fault> faultsOf(String file, String journey) {
        return now().with(file, journey, elements.definitions()).faults();
    }

    @Override
    public JourneyPlan plan(JourneyDefinition journey, Row known, Set<String> leftOut) {
        return current.derivation().plan(journey, known, leftOut, city.today(clock));
    }
}
