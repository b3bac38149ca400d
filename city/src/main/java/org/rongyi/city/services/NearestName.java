package org.rongyi.city.services;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Which of ours another one's name means: by the pairs of characters that both have. Signs and what stands in brackets
/// or is said of every item (新办, 核发) do not count.
final class NearestName {
    private static final String NOISE = "（[^（）]*）|[《》“”\"（）、，。／/\\s]|新办|核发|办理|申请|一件事";
    private static final double LIKE = 0.5;

    private NearestName() {}

    /// @param likeness from 0 to 1
    record Found<T>(T what, double likeness) {}

    static <T> Optional<Found<T>> among(List<T> ours, Function<T, String> name, String theirs) {
        return ours.stream()
                .map(each -> new Found<>(each, likeness(name.apply(each), theirs)))
                .filter(found -> found.likeness() >= LIKE)
                .max(Comparator.comparingDouble(Found::likeness));
    }

    static double likeness(String one, String other) {
        Set<String> mine = pairs(one);
        Set<String> theirs = pairs(other);
        if (mine.isEmpty() || theirs.isEmpty()) {
            return 0;
        }
        Set<String> both = new HashSet<>(mine);
        both.retainAll(theirs);
        return 2.0 * both.size() / (mine.size() + theirs.size());
    }

    private static Set<String> pairs(String name) {
        String plain = name.replaceAll(NOISE, "");
        Set<String> pairs = new HashSet<>();
        for (int at = 0; at + 1 < plain.length(); at++) {
            pairs.add(plain.substring(at, at + 2));
        }
        return pairs;
    }
}
