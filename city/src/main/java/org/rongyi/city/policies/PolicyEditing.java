package org.rongyi.city.policies;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Role;
import org.rongyi.city.policies.PolicyEditor.TextChange.Kind;
import org.rongyi.city.policies.Publications.Publication;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.Loaded;
import org.rongyi.definitions.Place;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyText;
import org.rongyi.definitions.PolicyVersion;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class PolicyEditing implements PolicyEditor {
    private static final String FILE = "policy.yaml";

    private final FilePolicies policies;
    private final PublishedTexts published;
    private final Publications publications;
    private final Elements elements;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PolicyEditing(
            FilePolicies policies,
            PublishedTexts published,
            Publications publications,
            Elements elements,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.policies = policies;
        this.published = published;
        this.publications = publications;
        this.elements = elements;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public Optional<String> file(String policyId) {
        return policies.publication(policyId)
                .map(Publication::content)
                .or(() -> policies.standing(policyId).map(PolicyText::file));
    }

    @Override
    public Optional<String> ended(String policyId, LocalDate lastDay) {
        LocalDate today = policies.today();
        return policies.standing(policyId)
                .flatMap(policy -> policy.versionAt(today, today)
                        .map(text -> PolicyText.file(PolicyFiles.ending(policy, text, lastDay))));
    }

    @Override
    public String file(Draft.Sound draft) {
        return PolicyText.file(PolicyFiles.of(draft, policies::standing, policies::find, policies.today()));
    }

    @Override
    public Checked check(String file) {
        Loaded<Optional<PolicyDefinition>> read = PolicyText.read(FILE, file, elements.definitions());
        PolicyDefinition policy = read.value().orElse(null);
        List<Fault> faults = new ArrayList<>(read.errors());
        if (policy != null) {
            faults.addAll(published.changed(policy));
            faults.addAll(endsTooEarly(policy));
            faults.addAll(endsLater(policy));
        }
        if (policy == null || !faults.isEmpty()) {
            return new Faulty(
                    faults.stream().map(fault -> withLine(fault, file)).toList());
        }
        PolicyDefinition before = policies.standing(policy.id()).orElse(null);
        LocalDate today = policies.today();
        List<TextChange> changes = changes(policy, before);
        return new Sound(
                policy,
                before,
                seen(policy.id()),
                changed(policy, changes, today),
                before == null ? null : before.versionAt(today, today).orElse(null),
                changes,
                read.warnings().stream().map(fault -> withLine(fault, file)).toList());
    }

    /// Nobody can be judged anew for days that are past.
    private List<Fault> endsTooEarly(PolicyDefinition policy) {
        LocalDate yesterday = policies.today().minusDays(1);
        List<Fault> faults = new ArrayList<>();
        for (PolicyVersion text : policy.versions()) {
            LocalDate end = text.validTo();
            boolean moved = policies.published(policy.id(), text.version())
                    .filter(known -> end != null && !end.equals(known.version().validTo()))
                    .isPresent();
            if (moved && end != null && end.isBefore(yesterday)) {
                faults.add(Fault.error(
                        text.place(),
                        "version \"%s\" would end on %s, which is past".formatted(text.version(), end),
                        "Maybe %s: then it holds no more from today on".formatted(yesterday)));
            }
        }
        return faults;
    }

    /// Who was told that a text ends shall not read another day.
    private List<Fault> endsLater(PolicyDefinition policy) {
        List<PolicyVersion> standing =
                policies.standing(policy.id()).map(PolicyDefinition::versions).orElse(List.of());
        List<Fault> faults = new ArrayList<>();
        for (PolicyVersion before : standing) {
            LocalDate end = before.validTo();
            policy.versions().stream()
                    .filter(text -> end != null && text.version().equals(before.version()))
                    .filter(text -> text.validTo() == null || text.validTo().isAfter(end))
                    .forEach(text -> faults.add(Fault.error(
                            text.place(),
                            "version \"%s\" ends on %s; an end is never put off".formatted(text.version(), end),
                            "Maybe a new version that holds from the day after")));
        }
        return faults;
    }

    private static Fault withLine(Fault fault, String file) {
        Place place = fault.place();
        List<String> lines = file.lines().toList();
        boolean bare = fault.line().isEmpty() && place.line() > 0 && place.line() <= lines.size();
        return bare
                ? new Fault(place, fault.severity(), fault.message(), fault.advice(), lines.get(place.line() - 1))
                : fault;
    }

    private List<TextChange> changes(PolicyDefinition policy, @Nullable PolicyDefinition before) {
        List<TextChange> changes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (PolicyVersion text : policy.versions()) {
            names.add(text.version());
            PolicyVersion was = before == null ? null : version(before, text.version());
            changes.add(new TextChange(was == null ? Kind.NEW : kind(policy, text, was), text));
        }
        if (before != null) {
            before.versions().stream()
                    .filter(text -> !names.contains(text.version()))
                    .forEach(text -> changes.add(new TextChange(Kind.GONE, text)));
        }
        return changes;
    }

    private static Kind kind(PolicyDefinition policy, PolicyVersion text, PolicyVersion was) {
        LocalDate end = text.validTo();
        if (end != null && !end.equals(was.validTo())) {
            return Kind.ENDS;
        }
        return PolicyText.write(policy, text).equals(PolicyText.write(policy, was)) ? Kind.SAME : Kind.MENDED;
    }

    private static @Nullable PolicyVersion version(PolicyDefinition policy, String name) {
        return policy.versions().stream()
                .filter(text -> text.version().equals(name))
                .findFirst()
                .orElse(null);
    }

    /// Which of the texts a reader wants to see beside the one in force.
    private static @Nullable PolicyVersion changed(PolicyDefinition policy, List<TextChange> changes, LocalDate today) {
        List<PolicyVersion> fresh = texts(changes, Kind.NEW);
        Optional<PolicyVersion> law = policy.versionAt(today, today).filter(fresh::contains);
        if (law.isPresent()) {
            return law.get();
        }
        List<PolicyVersion> ending = texts(changes, Kind.ENDS);
        return !fresh.isEmpty() ? fresh.getLast() : ending.isEmpty() ? null : ending.getLast();
    }

    private static List<PolicyVersion> texts(List<TextChange> changes, Kind kind) {
        return changes.stream()
                .filter(change -> change.kind() == kind)
                .map(TextChange::text)
                .toList();
    }

    /// The number of what was published on a page, else what the files say.
    private String seen(String policyId) {
        return policies.publication(policyId)
                .map(publication -> "publication " + publication.id())
                .orElseGet(() -> String.join(", ", policies.fileTexts(policyId)));
    }

    @Override
    public Publishing publish(String file, String seen, String reason, Acting by) {
        if (!by.has(Role.POLICY_EDITOR)) {
            throw new AccessDeniedException("(" + by.account() + ") edits no policies");
        }
        Publishing publishing = Objects.requireNonNull(transaction.execute(_ -> {
            publications.lock();
            policies.refresh();
            return check(file) instanceof Sound sound ? publish(file, sound, seen, reason, by) : Publishing.NOT_SOUND;
        }));
        if (publishing == Publishing.DONE) {
            policies.refresh();
            events.publishEvent(new TextsPublished());
        }
        return publishing;
    }

    private Publishing publish(String file, Sound sound, String seen, String reason, Acting by) {
        PolicyDefinition policy = sound.policy();
        if (!sound.seen().equals(seen)) {
            return Publishing.STALE;
        }
        if (sound.changesNothing()
                || reason.isBlank()
                || !published.publish(List.of(policy)).isEmpty()) {
            return Publishing.NOT_SOUND;
        }
        publications.add(new Publication(
                0,
                policy.id(),
                file,
                policies.fileTexts(policy.id()),
                reason,
                by.account(),
                by.person().name(),
                clock.instant()));
        return Publishing.DONE;
    }

    @Override
    public boolean onPage(String policyId) {
        return policies.publication(policyId).isPresent();
    }

    @Override
    public List<Published> history(String policyId) {
        long counts = policies.publication(policyId).map(Publication::id).orElse(-1L);
        return publications.of(policyId).stream()
                .map(each -> new Published(policyId, each.reason(), each.person(), each.at(), each.id() == counts))
                .toList();
    }

    @Override
    public List<PutAside> putAside() {
        return policies.aside();
    }
}
