package org.rongyi.bench.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Things to choose from, some more often than others.
final class Weighted<T> {
    private final List<T> things;
    private final double[] upTo;

    private Weighted(List<T> things, double[] upTo) {
        this.things = things;
        this.upTo = upTo;
    }

    /// @param weights not negative, iterated in a fixed order; what has no weight is never drawn
    static <T> Weighted<T> of(Map<T, Double> weights) {
        var things = new ArrayList<T>();
        var upTo = new double[weights.size()];
        double sum = 0;
        for (var entry : weights.entrySet()) {
            if (entry.getValue() > 0) {
                sum += entry.getValue();
                upTo[things.size()] = sum;
                things.add(entry.getKey());
            }
        }
        if (things.isEmpty()) {
            throw new IllegalArgumentException("nothing has a weight in (%s)".formatted(weights));
        }
        return new Weighted<>(List.copyOf(things), Arrays.copyOf(upTo, things.size()));
    }

    List<T> things() {
        return things;
    }

    T draw(Draw draw) {
        int at = Arrays.binarySearch(upTo, draw.unit() * upTo[upTo.length - 1]);
        return things.get(Math.min(at < 0 ? -at - 1 : at + 1, things.size() - 1));
    }
}
