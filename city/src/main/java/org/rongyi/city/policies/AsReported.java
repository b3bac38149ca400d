package org.rongyi.city.policies;

import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.enterprises.Portrait.Fact;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.rules.Row;

/// A portrait as its sources report it: with the values that the firm contests, which rules otherwise miss.
public record AsReported(Portrait portrait) implements Row {
    @Override
    public @Nullable Object value(String elementId) {
        Object value = portrait.value(elementId);
        return value == null && contested(elementId)
                ? portrait.fact(elementId).map(Fact::value).orElse(null)
                : value;
    }

    private boolean contested(String elementId) {
        return portrait.fact(elementId).filter(AsReported::standsContested).isPresent();
    }

    /// A value that was never sure enough for rules is not sure enough because it is contested.
    private static boolean standsContested(Fact fact) {
        return fact.contested() && fact.sureEnough();
    }

    boolean anyContested() {
        return portrait.facts().values().stream().anyMatch(AsReported::standsContested);
    }

    /// The contested elements that a text reads, for its verdict or its amount.
    SortedSet<String> contestedOf(PolicyVersion version) {
        SortedSet<String> read = new TreeSet<>(version.rule().elements());
        PolicyVersion.Benefit benefit = version.benefit();
        if (benefit != null && benefit.amountYuan() != null) {
            read.addAll(benefit.amountYuan().elements());
        }
        read.removeIf(element -> !contested(element));
        return read;
    }
}
