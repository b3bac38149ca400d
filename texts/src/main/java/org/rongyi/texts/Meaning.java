package org.rongyi.texts;

import java.util.Arrays;

/// Where a text lies among all texts: a direction, so that two texts that say the same lie close together.
/// A meaning from another model compares to nothing.
public final class Meaning {
    public static final int DIMENSIONS = 512;

    private final float[] direction;

    private Meaning(float[] direction) {
        this.direction = direction;
    }

    /// Of length one, whatever the length given.
    static Meaning towards(float[] vector) {
        if (vector.length != DIMENSIONS) {
            throw new IllegalArgumentException("a meaning has %d numbers, not %d".formatted(DIMENSIONS, vector.length));
        }
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        float scale = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
        var direction = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            direction[i] = vector[i] * scale;
        }
        return new Meaning(direction);
    }

    /// The cosine between both: 1 for the same text, for these models seldom below 0.2.
    public double likeness(Meaning other) {
        float sum = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            sum += direction[i] * other.direction[i];
        }
        return Math.clamp(sum, -1, 1);
    }

    /// The numbers themselves; not to be written to.
    float[] direction() {
        return direction;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Meaning meaning && Arrays.equals(direction, meaning.direction);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(direction);
    }
}
