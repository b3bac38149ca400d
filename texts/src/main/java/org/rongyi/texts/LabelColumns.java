package org.rongyi.texts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which columns of a file could hold the labels: told to whoever named one that cannot.
final class LabelColumns {
    private static final int MOST_SHOWN = 20;
    private static final int LONGEST_NAME = 40;

    private final List<String> names;
    private final int mostLabels;
    private final List<Map<String, Integer>> counts = new ArrayList<>();

    /// @param mostLabels so many a file may have
    LabelColumns(List<String> names, int mostLabels) {
        this.names = List.copyOf(names);
        this.mostLabels = mostLabels;
        names.forEach(_ -> counts.add(new HashMap<>()));
    }

    /// A row with as many cells as there are columns.
    void add(List<String> cells) {
        for (int i = 0; i < counts.size(); i++) {
            var count = counts.get(i);
            var value = cells.get(i).strip();
            // One more than may be tells that there are too many.
            if (!value.isEmpty() && (count.size() <= mostLabels || count.containsKey(value))) {
                count.merge(value, 1, Integer::sum);
            }
        }
    }

    /// @param texts columns that are the text
    /// @param least in how many rows each label must be
    List<String> advice(Set<String> texts, int least) {
        var advice = new ArrayList<String>();
        var fit = new ArrayList<String>();
        var all = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            var count = counts.get(i);
            var fewest = count.values().stream().min(Integer::compare).orElse(0);
            if (i < MOST_SHOWN) {
                all.add("\"%s\" %s".formatted(shown(name), labels(count)));
            }
            if (!texts.contains(name) && count.size() >= 2 && count.size() <= mostLabels && fewest >= least) {
                fit.add("--label %s (%,d labels, each in %,d rows or more)".formatted(name, count.size(), fewest));
            }
        }
        advice.add("different labels by column: " + String.join(", ", all) + (names.size() > MOST_SHOWN ? ", …" : ""));
        advice.add(
                fit.isEmpty()
                        ? ("no column of this file can be the label: one is needed with 2 to %,d labels, each on %d"
                                        + " different texts or more. Maybe join files of several labels")
                                .formatted(mostLabels, least)
                        : "Maybe " + String.join(", or ", fit));
        return advice;
    }

    private String labels(Map<String, Integer> count) {
        return count.size() > mostLabels ? "over %,d".formatted(mostLabels) : "%,d".formatted(count.size());
    }

    private static String shown(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }
}
