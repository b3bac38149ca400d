package org.rongyi.bench;

import java.util.Arrays;

/// Times, in nanoseconds.
final class Timing {

    private final long[] nanos;

    Timing(long[] nanos) {
        this.nanos = nanos.clone();
        Arrays.sort(this.nanos);
    }

    /// The time that a share of all stayed below.
    double micros(double share) {
        int place = (int) Math.ceil(share * nanos.length) - 1;
        return nanos[Math.clamp(place, 0, nanos.length - 1)] / 1e3;
    }

    double meanMicros() {
        return Arrays.stream(nanos).average().orElse(0) / 1e3;
    }

    /// What can fail while it is measured.
    interface Work {
        void run() throws Exception;
    }

    /// Seconds that work takes.
    static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    /// The middle of several seconds.
    static double median(double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
