package org.rongyi.city.applications;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.SharedDrafts.Share;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.identity.Acting;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.ElementDefinition.Sensitivity;
import org.springframework.stereotype.Component;

/// Keeps what is said in a draft and, once it was shared, who changed what: the one way by which what is said changes.
@Component
class Filling {
    private final ApplicationTable table;
    private final ShareTable shares;
    private final Elements elements;
    private final Clock clock;

    Filling(ApplicationTable table, ShareTable shares, Elements elements, Clock clock) {
        this.table = table;
        this.shares = shares;
        this.elements = elements;
        this.clock = clock;
    }

    /// @param draft held by this transaction
    /// @param share the leave of a helper; null: the person says it
    void say(
            Draft draft,
            Acting by,
            @Nullable Share share,
            Map<String, ? extends @Nullable Object> values,
            Set<String> unsure) {
        Application application = draft.application();
        Map<String, Object> said = new LinkedHashMap<>(application.said());
        Set<String> open = new LinkedHashSet<>(application.unsure());
        values.forEach((element, value) -> {
            if (value == null || same(value, draft.known().onRecord(element))) {
                said.remove(element);
            } else {
                said.put(element, value);
            }
            open.remove(element);
        });
        unsure.forEach(said::remove);
        open.addAll(unsure);
        Instant now = Objects.requireNonNull(clock.instant());
        table.save(application, said, open, application.leftOut(), now);
        if (share != null || shares.everShared(application.id())) {
            Knowledge after = new Knowledge(said, draft.known().portrait());
            Set<String> touched = new LinkedHashSet<>(values.keySet());
            touched.addAll(unsure);
            touched.forEach(element -> note(draft, by, share, element, after.value(element), now));
        }
    }

    private void note(
            Draft draft, Acting by, @Nullable Share share, String element, @Nullable Object after, Instant now) {
        Object before = draft.known().value(element);
        if (before == null ? after == null : after != null && same(after, before)) {
            return;
        }
        shares.changed(
                draft.application().id(), by, share, element, new ShareTable.Turn(hidden(element), before, after), now);
    }

    /// A personal number.
    boolean hidden(String element) {
        return elements.find(element)
                .map(ElementDefinition::sensitivity)
                .filter(Sensitivity.S::equals)
                .isPresent();
    }

    static boolean same(Object one, @Nullable Object other) {
        return one instanceof BigDecimal number && other instanceof BigDecimal more
                ? number.compareTo(more) == 0
                : one.equals(other);
    }
}
