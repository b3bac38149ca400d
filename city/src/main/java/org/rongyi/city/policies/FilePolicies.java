package org.rongyi.city.policies;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.CityTexts;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.policies.PublishedTexts.Key;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.Loaded;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyLibrary;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.definitions.PolicyText;
import org.rongyi.definitions.PolicyVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The library as files of the city, each text of it published. What was published and has left the files stays for
/// reading and replaying; it is law no more.
@Component
class FilePolicies implements Policies {
    private static final Logger LOG = LoggerFactory.getLogger(FilePolicies.class);
    private static final String LIBRARY = "policy library";

    private final PolicyLibrary files;
    private final Map<String, PolicyDefinition> everPublished;
    private final Clock clock;
    private final CityWords city;

    FilePolicies(CityTexts texts, Elements elements, PublishedTexts published, Clock clock, CityWords city) {
        Loaded<PolicyLibrary> loaded = texts.policies();
        FaultyCityFiles.stopOn(LIBRARY, loaded.faults());
        loaded.warnings().forEach(warning -> LOG.warn(warning.render()));
        this.files = loaded.value();
        this.clock = clock;
        this.city = city;
        FaultyCityFiles.stopOn(LIBRARY, published.publish(files.policies()));
        this.everPublished = withGoneTexts(published.all(), elements);
    }

    private Map<String, PolicyDefinition> withGoneTexts(Map<Key, String> published, Elements elements) {
        Map<String, PolicyDefinition> all = new TreeMap<>();
        files.policies().forEach(policy -> all.put(policy.id(), policy));
        published.forEach((key, content) -> {
            if (version(all.get(key.policyId()), key.version()).isEmpty()) {
                String name = "published text " + key.policyId() + " " + key.version();
                var read = PolicyText.read(name, content, elements.definitions());
                read.errors().forEach(fault -> LOG.warn("No longer readable: {}", fault.render()));
                read.value().ifPresent(gone -> all.merge(key.policyId(), gone, FilePolicies::joined));
            }
        });
        return all;
    }

    private static PolicyDefinition joined(PolicyDefinition policy, PolicyDefinition gone) {
        List<PolicyVersion> versions = new ArrayList<>(policy.versions());
        versions.addAll(gone.versions());
        return new PolicyDefinition(
                policy.id(),
                policy.title(),
                policy.issuer(),
                policy.documentNo(),
                policy.level(),
                policy.field(),
                policy.kind(),
                policy.mode(),
                policy.exclusiveGroup(),
                versions,
                policy.place());
    }

    private static Optional<PolicyVersion> version(@Nullable PolicyDefinition policy, String version) {
        return policy == null
                ? Optional.empty()
                : policy.versions().stream()
                        .filter(text -> text.version().equals(version))
                        .findFirst();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), city.zone());
    }

    /// The texts that are law on the day, as far as they are known today, in the order of the files.
    List<InForce> texts(LocalDate on) {
        return files.inForce(on, today());
    }

    /// A text by its name, also one that has left the files.
    Optional<InForce> published(String policyId, String version) {
        return find(policyId).flatMap(policy -> version(policy, version).map(text -> new InForce(policy, text)));
    }

    @Override
    public List<PolicyDefinition> all() {
        return List.copyOf(everPublished.values());
    }

    @Override
    public Optional<PolicyDefinition> find(String id) {
        return Optional.ofNullable(everPublished.get(id));
    }

    @Override
    public List<PolicyDefinition> inForce(LocalDate on) {
        return texts(on).stream()
                .map(text -> everPublished.getOrDefault(text.policy().id(), text.policy()))
                .toList();
    }

    @Override
    public Optional<PolicyVersion> text(PolicyDefinition policy, LocalDate on) {
        return files.find(policy.id()).flatMap(known -> known.versionAt(on, today()));
    }
}
