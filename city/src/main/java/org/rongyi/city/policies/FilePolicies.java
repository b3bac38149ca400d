package org.rongyi.city.policies;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.CityTexts;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.policies.PolicyEditor.PutAside;
import org.rongyi.city.policies.PolicyEditor.PutAside.Why;
import org.rongyi.city.policies.Publications.Publication;
import org.rongyi.city.policies.PublishedTexts.Changed;
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

/// The library: the files of the city, and in their place what was published on a page since, each text of
/// it published. What was published and is in neither any more stays for reading and replaying; it is law
/// no more.
///
/// Which of the two counts for a policy: what was published on a page, as long as the files bring no other
/// texts of that policy than they had then. Files are what ships, so who brings another text there means
/// it. A file that gives another text the name of one which an editor published is put aside as a whole:
/// firms were judged by the editor's, and a name stands for one text.
@Component
class FilePolicies implements Policies {
    private static final Logger LOG = LoggerFactory.getLogger(FilePolicies.class);
    private static final String LIBRARY = "policy library";

    private final PolicyLibrary files;
    private final Elements elements;
    private final PublishedTexts published;
    private final Publications publications;
    private final Clock clock;
    private final CityWords city;
    private final Map<String, Optional<PolicyDefinition>> readTexts = new ConcurrentHashMap<>();

    /// Of each policy whose file is put aside the text whose name is taken.
    private final Map<String, Changed> taken = new TreeMap<>();

    private volatile Law law;

    FilePolicies(
            CityTexts texts,
            Elements elements,
            PublishedTexts published,
            Publications publications,
            Clock clock,
            CityWords city) {
        Loaded<PolicyLibrary> loaded = texts.policies();
        FaultyCityFiles.stopOn(LIBRARY, loaded.faults());
        loaded.warnings().forEach(warning -> LOG.warn(warning.render()));
        this.files = loaded.value();
        this.elements = elements;
        this.published = published;
        this.publications = publications;
        this.clock = clock;
        this.city = city;
        publishFiles();
        this.law = read();
        law.aside.stream()
                .filter(aside -> aside.why() != Why.NAME_TAKEN)
                .forEach(aside -> LOG.warn(
                        "What was published on a page of policy {} on {} does not count: {}",
                        aside.policyId(),
                        aside.at(),
                        aside.why()));
    }

    private void publishFiles() {
        List<Changed> changed = published.publish(files.policies());
        changed.stream().filter(each -> cameFromPage(each.text())).forEach(each -> {
            taken.putIfAbsent(each.text().policyId(), each);
            LOG.warn(
                    "A file is put aside; what was published on a page counts: {}",
                    each.fault().render());
        });
        FaultyCityFiles.stopOn(
                LIBRARY,
                changed.stream()
                        .filter(each -> !taken.containsKey(each.text().policyId()))
                        .map(Changed::fault)
                        .toList());
    }

    /// An editor gave it its name: the files of then had none that was called so.
    private boolean cameFromPage(Key text) {
        return publications.of(text.policyId()).stream()
                .filter(each -> PolicyText.versions(each.content()).contains(text.version()))
                .map(Publication::fileTexts)
                .anyMatch(names -> names.stream().noneMatch(name -> PublishedTexts.isNamed(name, text.version())));
    }

    /// @param last number of the newest publication that is in it
    /// @param standing by policy what was published on a page and counts
    private record Law(
            long last,
            PolicyLibrary library,
            Map<String, PolicyDefinition> everPublished,
            Map<String, Publication> standing,
            List<PutAside> aside) {}

    private Law read() {
        long last = publications.last();
        Map<String, Publication> standing = new TreeMap<>();
        List<PutAside> aside = new ArrayList<>();
        List<PolicyDefinition> policies = new ArrayList<>();
        for (Publication newest : publications.newest()) {
            List<String> file = fileTexts(newest.policyId());
            PolicyDefinition policy =
                    read("publication " + newest.id(), newest.content()).orElse(null);
            Changed name = taken.get(newest.policyId());
            if (name != null && policy != null) {
                aside.add(new PutAside(
                        newest.policyId(),
                        newest.at(),
                        Why.NAME_TAKEN,
                        name.text().version()));
            }
            boolean sameFile = name != null || newest.fileTexts().equals(file);
            if (sameFile && policy != null) {
                policies.add(policy);
                standing.put(policy.id(), newest);
            } else if (policy == null || !PublishedTexts.namesOf(policy).equals(file)) {
                aside.add(
                        new PutAside(newest.policyId(), newest.at(), sameFile ? Why.UNREADABLE : Why.FILE_CHANGED, ""));
            }
        }
        PolicyLibrary library = files.without(taken.keySet()).with(policies);
        return new Law(last, library, withGoneTexts(library, published.all()), standing, aside);
    }

    private Map<String, PolicyDefinition> withGoneTexts(PolicyLibrary library, Map<Key, String> texts) {
        Map<String, PolicyDefinition> all = new TreeMap<>();
        library.policies().forEach(policy -> all.put(policy.id(), policy));
        texts.forEach((key, content) -> {
            if (version(all.get(key.policyId()), key.version()).isEmpty()) {
                read("published text " + key.policyId() + " " + key.version(), content)
                        .ifPresent(gone -> all.merge(key.policyId(), gone, FilePolicies::joined));
            }
        });
        return all;
    }

    /// What stands in the database under a name never changes, so it is read once.
    private Optional<PolicyDefinition> read(String name, String content) {
        return readTexts.computeIfAbsent(name, _ -> {
            var read = PolicyText.read(name, content, elements.definitions());
            read.errors().forEach(fault -> LOG.warn("No longer readable: {}", fault.render()));
            return read.value();
        });
    }

    /// Takes over what was published since, here or by another process.
    ///
    /// @return the number of the newest publication that counts here
    long refresh() {
        if (publications.last() > law.last) {
            publications.overOneConnection(this::takeOver);
        }
        return law.last;
    }

    private synchronized void takeOver() {
        if (publications.last() > law.last) {
            law = read();
        }
    }

    /// What the city's files say of a policy, by texts and their last days; none without a file.
    List<String> fileTexts(String policyId) {
        return files.find(policyId).map(PublishedTexts::namesOf).orElse(List.of());
    }

    /// The policy as it counts now, without the texts that are gone.
    Optional<PolicyDefinition> standing(String policyId) {
        return law.library.find(policyId);
    }

    /// What was published on a page and counts.
    Optional<Publication> publication(String policyId) {
        return Optional.ofNullable(law.standing.get(policyId));
    }

    List<PutAside> aside() {
        return law.aside;
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

    /// The texts that are law on the day, as far as they are known today, in the order of the library.
    List<InForce> texts(LocalDate on) {
        return law.library.inForce(on, today());
    }

    /// A text by its name, also one that has left the files.
    Optional<InForce> published(String policyId, String version) {
        return find(policyId).flatMap(policy -> version(policy, version).map(text -> new InForce(policy, text)));
    }

    @Override
    public List<PolicyDefinition> all() {
        return List.copyOf(law.everPublished.values());
    }

    @Override
    public Optional<PolicyDefinition> find(String id) {
        return Optional.ofNullable(law.everPublished.get(id));
    }

    @Override
    public List<PolicyDefinition> inForce(LocalDate on) {
        Law now = law;
        return now.library.inForce(on, today()).stream()
                .map(text -> now.everPublished.getOrDefault(text.policy().id(), text.policy()))
                .toList();
    }

    @Override
    public Optional<PolicyVersion> text(PolicyDefinition policy, LocalDate on) {
        return law.library.find(policy.id()).flatMap(known -> known.versionAt(on, today()));
    }
}
