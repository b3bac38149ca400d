package org.rongyi.city.services;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Role;
import org.rongyi.city.services.PublishedServices.Edited;
import org.rongyi.city.services.PublishedServices.Key;
import org.rongyi.city.services.PublishedServices.Kind;
import org.rongyi.city.services.PublishedServices.Version;
import org.rongyi.definitions.Loaded;
import org.rongyi.definitions.ServiceCatalogue;
import org.rongyi.definitions.ServiceItem;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

@Component
class ItemEditing implements ItemEditor {
    private final FileServices services;
    private final PublishedServices published;
    private final Clock clock;

    ItemEditing(FileServices services, PublishedServices published, Clock clock) {
        this.services = services;
        this.published = published;
        this.clock = clock;
    }

    @Override
    public Optional<Open> open(String item) {
        return services.item(item).map(found -> new Open(item, found.version(), ItemText.values(found.content())));
    }

    private ServiceItem item(String id) {
        return services.item(id).orElseThrow(() -> new IllegalArgumentException("there is no item (" + id + ")"));
    }

    @Override
    public Trial tryOut(String item, Map<ItemField, String> values) {
        ServiceItem now = item(item);
        ItemText.Edited edited = ItemText.with(now.content(), values, next(now));
        Loaded<ServiceCatalogue> with = services.tryOut(item, edited.text());
        return new Trial(
                changes(now, values, with),
                with.faults().stream().map(edited::placed).toList());
    }

    /// The version of the file with a number behind it: no file can come to have the same one.
    private String next(ServiceItem item) {
        Set<String> taken = published.versions(Kind.ITEM, item.id()).stream()
                .map(Version::version)
                .collect(Collectors.toSet());
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> fileVersion(item.id()) + "+" + number)
                .filter(version -> !taken.contains(version))
                .findFirst()
                .orElseThrow();
    }

    private String fileVersion(String item) {
        return services.shipped(item).map(ServiceItem::version).orElse("");
    }

    /// Where it can be read, in the words in which it would be kept; where not, as it was typed.
    private static List<Change> changes(ServiceItem now, Map<ItemField, String> values, Loaded<ServiceCatalogue> with) {
        Map<ItemField, String> before = ItemText.values(now.content());
        Map<ItemField, String> typed = new EnumMap<>(before);
        typed.putAll(values);
        return changes(before, with.sound() ? ItemText.values(content(with, now.id())) : typed);
    }

    private static String content(Loaded<ServiceCatalogue> with, String item) {
        return with.value().item(item).orElseThrow().content();
    }

    private static List<Change> changes(Map<ItemField, String> old, Map<ItemField, String> now) {
        List<Change> changes = new ArrayList<>();
        for (ItemField field : ItemField.values()) {
            String one = old.getOrDefault(field, "");
            String other = now.getOrDefault(field, "");
            if (!one.equals(other)) {
                changes.add(new Change(field, one, other));
            }
        }
        return changes;
    }

    /// One at a time: the second of two sees that the first was quicker, in another process too.
    @Override
    public synchronized Publishing publish(
            String item, String seen, Map<ItemField, String> values, String reason, Acting by) {
        if (!by.has(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("(" + by.account() + ") administers nothing");
        }
        ServiceItem now = item(item);
        if (!now.version().equals(seen)) {
            return Publishing.STALE;
        }
        String version = next(now); // before others are asked for: who publishes after this takes the same one
        if (!published.newest(item, fileVersion(item)).equals(services.newestEdit(item))) {
            services.reload();
            return Publishing.STALE;
        }
        Loaded<ServiceCatalogue> with = services.tryOut(
                item, ItemText.with(now.content(), values, version).text());
        if (!with.sound() || changes(now, values, with).isEmpty()) {
            return Publishing.NOT_SOUND;
        }
        boolean first = published.publish(new Edited(
                item,
                version,
                fileVersion(item),
                now.version(),
                content(with, item),
                reason,
                by.account(),
                by.person().name(),
                clock.instant()));
        services.reload();
        return first ? Publishing.DONE : Publishing.STALE;
    }

    @Override
    public List<Replaced> replaced() {
        return services.replaced();
    }

    @Override
    public List<Edit> history(String item) {
        return published.edits().stream()
                .filter(edit -> edit.item().equals(item))
                .map(edit -> new Edit(
                        edit.version(),
                        edit.before(),
                        edit.reason(),
                        edit.person(),
                        edit.at(),
                        published
                                .content(new Key(Kind.ITEM, item, edit.before()))
                                .map(before -> changes(ItemText.values(before), ItemText.values(edit.content())))
                                .orElse(List.of())))
                .toList();
    }
}
