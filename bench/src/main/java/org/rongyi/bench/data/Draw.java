package org.rongyi.bench.data;

import java.util.List;
import java.util.SplittableRandom;

/// Chance that is the same for the same seed and number, on every machine.
final class Draw {
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    Draw(long seed, long number) {
        this.random = new SplittableRandom((seed + 1) * GOLDEN_RATIO ^ number * 0xD1342543DE82EF95L);
    }

    double unit() {
        return random.nextDouble();
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /// One of a list whose first members are the usual ones: each is drawn about half as often as one half as far from
    /// the beginning.
    <T> T usual(List<T> of) {
        return of.get((int) (of.size() * unit() * unit()));
    }

    /// Normal with mean 0 and deviation 1 (Box and Muller); StrictMath gives the same digits everywhere.
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }

    double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * normal());
    }
}
