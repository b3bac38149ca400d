package org.rongyi.city.interactions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.interactions.Interaction.Kind;
import org.rongyi.definitions.Words;

/// What is too often, as the city says it in `interactions.yaml`.
///
/// @param counts kinds that count
/// @param triggers leads and orders for which a visit does not count
/// @param basis where the limits stand; null: nowhere that is known
/// @param verify what nobody has verified of them; null: nothing
public record VisitRules(
        Set<Kind> counts,
        List<Limit> limits,
        List<Trigger> triggers,
        @Nullable Words basis,
        @Nullable Words verify) {
    public VisitRules {
        counts = Set.copyOf(counts);
        limits = List.copyOf(limits);
        triggers = List.copyOf(triggers);
    }

    /// @param most in so many days that follow each other
    public record Limit(int days, int most) {}

    public record Trigger(String id, Words name) {}

    public Optional<Trigger> trigger(@Nullable String id) {
        return triggers.stream().filter(trigger -> trigger.id().equals(id)).findFirst();
    }
}
