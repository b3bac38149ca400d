package org.rongyi.city.services;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rongyi.city.elements.CityTexts;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.services.PublishedServices.Key;
import org.rongyi.city.services.PublishedServices.Kind;
import org.rongyi.city.services.PublishedServices.Text;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.FaultyCityFiles;
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
    private final Derivation derivation;
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
        this.derivation = Derivation.of(files, elements.definitions());
        this.published = published;
        this.stubs = stubs;
        this.clock = clock;
        this.city = city;
        FaultyCityFiles.stopOn(WHAT, published.publish(texts(files)));
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
        return files.items();
    }

    @Override
    public Optional<ServiceItem> item(String id) {
        return files.item(id);
    }

    @Override
    public ServiceTerms terms() {
        return files.terms();
    }

    @Override
    public List<Published> versions(String item) {
        String today = files.item(item).map(ServiceItem::version).orElse("");
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
        return files.journeys();
    }

    @Override
    public Optional<JourneyDefinition> find(String id) {
        return files.journey(id);
    }

    @Override
    public List<JourneyDefinition> with(String item) {
        return files.journeysWith(item);
    }

    @Override
    public JourneyPlan plan(JourneyDefinition journey, Row known, Set<String> leftOut) {
        return derivation.plan(journey, known, leftOut, city.today(clock));
    }
}
