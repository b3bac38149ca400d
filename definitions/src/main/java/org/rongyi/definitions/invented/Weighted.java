package org.rongyi.definitions.invented;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Things to choose from, some more often than others.
public final class Weighted<T> {
    private final List<T> things;
    private final double[] upTo;

    private Weighted(List<T> things, double[] upTo) {
        this.things = things;
        this.upTo = upTo;
    }

    /// @param weights not negative, at least one positive; iterated in a fixed order
    public static <T> Weighted<T> of(Map<T, Double> weights) {
        List<T> things = new ArrayList<>();
        double[] upTo = new double[weights.size()];
        double sum = 0;
        for (Map.Entry<T, Double> weight : weights.entrySet()) {
            if (weight.getValue() > 0) {
                sum += weight.getValue();
                upTo[things.size()] = sum;
                things.add(weight.getKey());
            }
        }
        if (things.isEmpty()) {
            throw new IllegalArgumentException("there is nothing with a weight above 0 in (" + weights + ")");
        }
        return new Weighted<>(List.copyOf(things), Arrays.copyOf(upTo, things.size()));
    }

    public List<T> things() {
        return things;
    }

    public T draw(Draw draw) {
        int at = Arrays.binarySearch(upTo, draw.unit() * upTo[upTo.length - 1]);
        return things.get(Math.min(at < 0 ? -at - 1 : at + 1, things.size() - 1));
    }
}
