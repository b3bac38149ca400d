package org.rongyi.city.services;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Which of ours another one's name means: by the characters and pairs of characters that both have. What many of our
/// names have (企业, 信息, 许可) says little and weighs little. Signs, what stands in brackets and what is said of every
/// item (新办, 核发) do not count.
final class NearestName<T> {
    private static final String NOISE = "[（(][^（）()]*[）)]|[《》“”\"（）()、，。／/\\s]|新办|核发|办理|申请|一件事";
    private static final double SURE = 0.6;
    private static final double PERHAPS = 0.35;
    private static final double OF_ONE_CHARACTER = 0.5;

    private final List<T> ours;
    private final Function<T, String> name;
    private final Map<String, Integer> frequency = new HashMap<>();

    NearestName(List<T> ours, Function<T, String> name) {
        this.ours = ours;
        this.name = name;
        ours.forEach(each -> grams(name.apply(each)).forEach(gram -> frequency.merge(gram, 1, Integer::sum)));
    }

    /// @param likeness from 0 to 1
    /// @param qualified theirs is one of ours with a word put into it: 食品小经营许可 is no 食品经营许可
    record Found<T>(T what, double likeness, boolean qualified) {
        /// Otherwise somebody has to say whether it is the same.
        boolean sure() {
            return likeness >= SURE && !qualified;
        }
    }

    /// Empty where none of ours is anything like it.
    Optional<Found<T>> to(String theirs) {
        return ours.stream()
                .map(each -> new Found<>(each, likeness(name.apply(each), theirs), qualified(name.apply(each), theirs)))
                .filter(found -> found.likeness() >= PERHAPS)
                .max(Comparator.comparingDouble(Found::likeness));
    }

    private static boolean qualified(String ours, String theirs) {
        String wanted = plain(ours);
        String given = plain(theirs);
        int at = 0;
        for (int i = 0; i < given.length() && at < wanted.length(); i++) {
            at += given.charAt(i) == wanted.charAt(at) ? 1 : 0;
        }
        return at == wanted.length() && !given.contains(wanted);
    }

    private static String plain(String name) {
        return name.replaceAll(NOISE, "");
    }

    private double likeness(String one, String other) {
        Set<String> mine = grams(one);
        Set<String> theirs = grams(other);
        Set<String> both = new HashSet<>(mine);
        both.retainAll(theirs);
        double all = weight(mine) + weight(theirs);
        return all == 0 ? 0 : 2 * weight(both) / all;
    }

    private double weight(Set<String> grams) {
        return grams.stream().mapToDouble(this::weight).sum();
    }

    private double weight(String gram) {
        double rare = Math.log((ours.size() + 1.0) / (frequency.getOrDefault(gram, 0) + 1.0));
        return gram.codePointCount(0, gram.length()) == 1 ? rare * OF_ONE_CHARACTER : rare;
    }

    private static Set<String> grams(String name) {
        int[] plain = plain(name).codePoints().toArray();
        Set<String> grams = new HashSet<>();
        for (int at = 0; at < plain.length; at++) {
            grams.add(new String(plain, at, 1));
            if (at + 1 < plain.length) {
                grams.add(new String(plain, at, 2));
            }
        }
        return grams;
    }
}
