package org.rongyi.texts;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Deals examples into parts of which each in turn is kept back to test on what was learnt from the others.
/// Every label is spread evenly. The same text twice is in one part, or learning would have seen what it is
/// tested on.
final class Folds {
    private static final long SEED = 20_261_123;

    private Folds() {}

    /// The part of each example, from 0.
    static int[] of(List<Example> examples, int parts) {
        Map<String, List<Integer>> sameText = new HashMap<>();
        Map<String, List<String>> textsOfLabel = new TreeMap<>();
        for (int i = 0; i < examples.size(); i++) {
            var text = essence(examples.get(i).writing().whole());
            var there = sameText.computeIfAbsent(text, any -> new ArrayList<>());
            if (there.isEmpty()) {
                textsOfLabel
                        .computeIfAbsent(examples.get(i).label(), any -> new ArrayList<>())
                        .add(text);
            }
            there.add(i);
        }
        var part = new int[examples.size()];
        var random = new Random(SEED);
        int next = 0;
        for (var texts : textsOfLabel.values()) {
            Collections.shuffle(texts, random);
            for (var text : texts) {
                for (int row : sameText.getOrDefault(text, List.of())) {
                    part[row] = next % parts;
                }
                next++;
            }
        }
        return part;
    }

    /// How many different texts each label has. A text under two labels counts for that under which it comes
    /// first.
    static Map<String, Integer> differentTexts(List<Example> examples) {
        var seen = new HashSet<String>();
        Map<String, Integer> texts = new HashMap<>();
        for (var example : examples) {
            if (seen.add(essence(example.writing().whole()))) {
                texts.merge(example.label(), 1, Integer::sum);
            }
        }
        return texts;
    }

    /// What is left of a text when spaces, punctuation and forms of letters are taken away.
    static String essence(String text) {
        var letters = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.isEmpty() ? text.strip() : letters.toString();
    }
}
