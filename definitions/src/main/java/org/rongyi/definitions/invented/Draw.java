package org.rongyi.definitions.invented;

import java.util.List;
import java.util.SplittableRandom;

/// The chance that makes one entity. Each entity has its own, so that it is the same whatever was made before it.
public final class Draw {
    /// Spreads numbers that follow each other over all seeds.
    public static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    /// @param seed another one for each entity
    public Draw(long seed) {
        random = new SplittableRandom(seed);
    }

    public double unit() {
        return random.nextDouble();
    }

    public boolean chance(double share) {
        return random.nextDouble() < share;
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    public <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /// One of a list whose first members are the usual ones: each is drawn about half as often as one half as far from
    /// the beginning.
    public <T> T usual(List<T> of) {
        return of.get((int) (of.size() * unit() * unit()));
    }

    /// Normal with mean 0 and deviation 1 (Box and Muller). StrictMath, because every machine must draw the same city.
    public double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }

    public double normal(double mean, double deviation) {
        return mean + deviation * normal();
    }

    public double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * normal());
    }
}
