package org.rongyi.rules.syntax;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
                .map(name -> new Near(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
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

    /// Edits (insert, delete, replace, swap neighbours) from one text to the other.
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                d[i][j] = Math.min(d[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
