package org.rongyi.city.enterprises.generator;

import java.util.List;
import java.util.SplittableRandom;

/// The chance that makes one entity. Each entity has its own, so that it is the same whatever was made before it.
final class Draw {
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    Draw(long seed, long number) {
        random = new SplittableRandom(seed * 31 + number * GOLDEN_RATIO);
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

    /// Normal with mean 0 and deviation 1 (Box and Muller). StrictMath, because every machine must draw the same city.
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }

    double normal(double mean, double deviation) {
        return mean + deviation * normal();
    }

    double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * normal());
    }
}
