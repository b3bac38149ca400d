package org.rongyi.city.applications;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.definitions.journey.JourneyPlan;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class KeptSharing implements SharedDrafts {
    private final ApplicationTable table;
    private final ShareTable shares;
    private final Drafting drafting;
    private final Filling filling;
    private final Access access;
    private final Assistance assistance;
    private final People people;
    private final Clock clock;

    KeptSharing(
            ApplicationTable table,
            ShareTable shares,
            Drafting drafting,
            Filling filling,
            Access access,
            Assistance assistance,
            People people,
            Clock clock) {
        this.table = table;
        this.shares = shares;
        this.drafting = drafting;
        this.filling = filling;
        this.access = access;
        this.assistance = assistance;
        this.people = people;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Sharing share(long draft, Acting by, String helper, Scope scope, Instant until) {
        Instant now = clock.instant();
        Optional<Person> who = people.find(helper).filter(KeptSharing::helps);
        if (table.lock(draft).filter(found -> owns(found, by)).isEmpty()) {
            return new Sharing.Refused(Sharing.Fault.NO_SUCH_DRAFT);
        }
        if (who.isEmpty()) {
            return new Sharing.Refused(Sharing.Fault.NO_HELPER);
        }
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            return new Sharing.Refused(Sharing.Fault.UNTIL);
        }
        return new Sharing.Shared(shares.insert(draft, who.get(), scope, by, now, until));
    }

    private static boolean helps(Person person) {
        return person.roles().contains(Role.HELPER);
    }

    /// A clerk at a window lets nobody in.
    private boolean owns(Application application, Acting by) {
        return application.account().equals(by.account()) && access.mayPrepare(application, by);
    }

    @Override
    @Transactional
    public boolean takeBack(long share, Acting by) {
        return shares.find(share)
                        .flatMap(found -> table.find(found.draft()))
                        .filter(found -> access.mayTakeBack(found, by))
                        .isPresent()
                && shares.end(share, by, clock.instant());
    }

    @Override
    @Transactional
    public void leave(long draft, Acting helper) {
        Instant now = clock.instant();
        shares.inForce(draft, helper.account(), now).ifPresent(share -> shares.end(share.id(), helper, now));
    }

    @Override
    public List<Share> shares(long draft, Acting by) {
        return seen(draft, by) ? shares.of(draft) : List.of();
    }

    @Override
    public List<Share> given(List<Long> some) {
        return some.isEmpty() ? List.of() : shares.some(some);
    }

    @Override
    public List<Change> changes(long draft, Acting by) {
        return seen(draft, by) ? shares.changes(draft) : List.of();
    }

    private boolean seen(long draft, Acting by) {
        return table.find(draft).filter(found -> access.maySee(found, by)).isPresent();
    }

    @Override
    public long newest(long draft) {
        return shares.newest(draft);
    }

    /// Ends with the draft, with the mandate of its person, and with the helper's own office.
    private Optional<Share> leave(Application application, String helper) {
        return application.draft()
                        && assistance.mayStillApply(application)
                        && people.find(helper).filter(KeptSharing::helps).isPresent()
                ? shares.inForce(application.id(), helper, clock.instant())
                : Optional.empty();
    }

    @Override
    @Transactional
    public Optional<Opened> open(long draft, Acting helper) {
        Optional<Opened> opened = find(draft, helper);
        opened.ifPresent(found -> shares.looked(found.share().id(), clock.instant()));
        return opened;
    }

    @Override
    @Transactional
    public Optional<Opened> find(long draft, Acting helper) {
        return table.find(draft)
                .flatMap(
                        found -> leave(found, helper.account()).map(share -> new Opened(drafting.draft(found), share)));
    }

    @Override
    @Transactional
    public Set<String> say(long draft, Acting by, Map<String, ? extends @Nullable Object> values, long seen) {
        Application application = table.lock(draft).orElse(null);
        if (application == null) {
            return Set.of();
        }
        boolean own = access.mayPrepare(application, by);
        Share share = own
                ? null
                : leave(application, by.account())
                        .filter(found -> found.scope() == Scope.FILL)
                        .orElse(null);
        if (!own && share == null) {
            return Set.of();
        }
        Draft now = drafting.draft(application);
        Map<String, @Nullable Object> taken = new HashMap<>(values);
        if (!own) {
            taken.keySet().retainAll(fillable(now));
        }
        Set<String> stays = new LinkedHashSet<>();
        shares.changedByOthers(draft, by.account(), seen).forEach((element, before) -> {
            boolean sent = taken.containsKey(element);
            Object value = taken.remove(element);
            boolean touched = !agreed(value, before);
            if (sent && touched && !agreed(value, now.known().value(element))) {
                stays.add(element);
            }
        });
        filling.say(now, by, share, taken, Set.of());
        return Set.copyOf(stays);
    }

    private static boolean agreed(@Nullable Object one, @Nullable Object other) {
        return one == null ? other == null : Filling.same(one, other);
    }

    /// What the form and its questions ask, without personal numbers.
    private Set<String> fillable(Draft draft) {
        return Stream.concat(
                        draft.plan().form().stream()
                                .filter(field -> field.origin() == JourneyPlan.Origin.ASKED
                                        || field.origin() == JourneyPlan.Origin.KNOWN)
                                .map(JourneyPlan.Field::element),
                        draft.plan().questions().stream().map(JourneyPlan.Question::element))
                .filter(element -> !filling.hidden(element))
                .collect(Collectors.toUnmodifiableSet());
    }
}
