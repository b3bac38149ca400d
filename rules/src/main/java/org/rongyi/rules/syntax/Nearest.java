package org.rongyi.rules.syntax;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Edits;

/// Which known names an unknown one may be meant for.
public final class Nearest {

    private record Near(String name, int distance) {}

    private Nearest() {}

    /// “Maybe (a), (b).” with at most three names, or null where none is near.
    public static @Nullable String advice(String unknown, Collection<String> known) {
        String wanted = unknown.toLowerCase(Locale.ROOT);
        if (wanted.length() > 64) {
            return null;
        }
        List<Near> near = known.stream()
                .distinct()
                .filter(name -> name.length() <= 64)
                .map(name -> new Near(name, Edits.typed(wanted, name.toLowerCase(Locale.ROOT))))
                .filter(n -> n.distance <= tolerated(wanted, n.name))
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(3)
                .toList();
        return near.isEmpty()
                ? null
                : near.stream().map(n -> "(" + n.name + ")").collect(Collectors.joining(", ", "Maybe ", "."));
    }

    /// A Chinese name is short and every character of it means much: half of it may differ. A name that contains
    /// the wanted one is always near.
    private static int tolerated(String wanted, String name) {
        int longer = Math.max(wanted.length(), name.length());
        if (wanted.length() > 1 && name.toLowerCase(Locale.ROOT).contains(wanted)) {
            return longer;
        }
        boolean chinese = wanted.chars().anyMatch(c -> c >= 0x2e80);
        return chinese ? longer / 2 : Math.max(1, longer / 3);
    }
}
