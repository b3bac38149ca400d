package org.rongyi.texts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The short phrases that occur in several texts, one to three characters long, and how telling each is: what
/// stands in every text tells nothing. Chinese has no spaces, so every sequence counts as a phrase.
final class Phrases {
    private static final int LONGEST = 3;
    private static final int LEAST_TEXTS = 2;
    private static final int MOST_PHRASES = 60_000;
    private static final int MOST_CHARACTERS = 4_000;

    private final Map<String, Integer> numbers;
    private final float[] telling;

    private Phrases(Map<String, Integer> numbers, float[] telling) {
        this.numbers = numbers;
        this.telling = telling;
    }

    static Phrases of(List<String> texts) {
        var occurs = new HashMap<String, Integer>();
        for (var text : texts) {
            for (var phrase : new HashSet<>(cut(text))) {
                occurs.merge(phrase, 1, Integer::sum);
            }
        }
        var chosen = occurs.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST_TEXTS)
                .sorted(Comparator.<Map.Entry<String, Integer>>comparingInt(entry -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_PHRASES)
                .toList();
        Map<String, Integer> numbers = HashMap.newHashMap(chosen.size());
        var telling = new float[chosen.size()];
        for (int i = 0; i < chosen.size(); i++) {
            numbers.put(chosen.get(i).getKey(), i);
            telling[i] = (float)
                    (Math.log((1.0 + texts.size()) / (1.0 + chosen.get(i).getValue())) + 1);
        }
        return new Phrases(numbers, telling);
    }

    int size() {
        return telling.length;
    }

    /// What is said often counts more, though not as often as it is said.
    Features features(String text) {
        var counts = new TreeMap<Integer, Integer>();
        for (var phrase : cut(text)) {
            var number = numbers.get(phrase);
            if (number != null) {
                counts.merge(number, 1, Integer::sum);
            }
        }
        var found = new int[counts.size()];
        var weights = new float[counts.size()];
        double squares = 0;
        int at = 0;
        for (var entry : counts.entrySet()) {
            found[at] = entry.getKey();
            weights[at] = (float) ((1 + Math.log(entry.getValue())) * telling[entry.getKey()]);
            squares += (double) weights[at] * weights[at];
            at++;
        }
        float scale = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= scale;
        }
        return new Features(found, weights);
    }

    /// Sequences within a run of letters and digits; digits are all one, as numbers differ where matters do
    /// not.
    private static List<String> cut(String text) {
        var phrases = new ArrayList<String>();
        var run = new StringBuilder();
        var part = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        for (char each : part.toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isDigit(each)) {
                run.append('0');
            } else if (Character.isLetter(each)) {
                run.append(each);
            } else {
                cut(run, phrases);
            }
        }
        cut(run, phrases);
        return phrases;
    }

    private static void cut(StringBuilder run, List<String> phrases) {
        for (int from = 0; from < run.length(); from++) {
            for (int end = from + 1; end <= Math.min(run.length(), from + LONGEST); end++) {
                phrases.add(run.substring(from, end));
            }
        }
        run.setLength(0);
    }
}
