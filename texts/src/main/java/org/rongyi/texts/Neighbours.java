package org.rongyi.texts;

import java.util.Arrays;
import java.util.List;

/// What the nearest known texts are labelled with: each speaks for its label, those near by far louder than
/// the rest. It catches what no straight line divides, such as a label that means two different things.
final class Neighbours {
    /// How much louder a near text speaks than a far one.
    private static final double LOUDNESS = 20;

    /// What a label has that nobody near speaks for.
    private static final double SILENCE = 1e-9;

    /// With more of them an answer takes longer than it gains.
    private static final int MOST = 5_000;

    private final List<Features> known;
    private final int[] labels;
    private final int classes;

    private Neighbours(List<Features> known, int[] labels, int classes) {
        this.known = known;
        this.labels = labels;
        this.classes = classes;
    }

    /// Of many texts, evenly spread ones are kept.
    static Neighbours of(List<Features> rows, int[] labels, int classes) {
        int kept = Math.min(MOST, rows.size());
        var chosen = new int[kept];
        Arrays.setAll(chosen, i -> (int) ((long) i * rows.size() / kept));
        return new Neighbours(
                Arrays.stream(chosen).mapToObj(rows::get).toList(),
                Arrays.stream(chosen).map(i -> labels[i]).toArray(),
                classes);
    }

    double[] evidence(Features row) {
        var voices = new double[classes];
        var direction = row.weights();
        for (int i = 0; i < labels.length; i++) {
            var other = known.get(i).weights();
            float likeness = 0;
            for (int d = 0; d < other.length; d++) {
                likeness += direction[d] * other[d];
            }
            voices[labels[i]] += Math.exp(LOUDNESS * likeness);
        }
        for (int c = 0; c < classes; c++) {
            voices[c] = Math.log(voices[c] + SILENCE);
        }
        return voices;
    }
}
