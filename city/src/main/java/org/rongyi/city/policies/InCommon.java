package org.rongyi.city.policies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.roaringbitmap.ContainerPointer;
import org.roaringbitmap.RoaringBitmap;

/// Which of very many sets of firms have much in common. Of each set a sketch is kept: how many of its firms lie in
/// each of some parts of the city. What two sketches leave possible is told in nanoseconds, and only where that is
/// enough are the sets themselves laid beside each other, for as long as it may still be enough. No pair is missed.
final class InCommon {
    /// Rows lie in the order of district and line of business, so that texts for different ones differ in their parts.
    private static final int PARTS = 64;

    private final List<RoaringBitmap> sets;
    private final int[] sizes;
    private final int[] sketches;

    InCommon(List<RoaringBitmap> sets, int rows) {
        this.sets = sets;
        this.sizes = sets.stream().mapToInt(RoaringBitmap::getCardinality).toArray();
        this.sketches = new int[sets.size() * PARTS];
        int width = Math.max(1, (rows + PARTS - 1) / PARTS);
        for (int i = 0; i < sets.size(); i++) {
            for (int part = 0; part < PARTS; part++) {
                long from = (long) part * width;
                sketches[i * PARTS + part] = (int) sets.get(i).rangeCardinality(from, from + width);
            }
        }
    }

    /// How many firms two sets must have in common to be told.
    interface Enough {
        long of(int one, int other);
    }

    /// @param one number of a set, less than `other`
    record Pair(int one, int other, long both) {}

    /// All pairs that have enough in common, in the order of the sets.
    List<Pair> pairs(Enough enough) {
        return IntStream.range(0, sets.size())
                .parallel()
                .boxed()
                .flatMap(other -> with(other, enough).stream())
                .sorted(Comparator.comparingInt(Pair::other).thenComparingInt(Pair::one))
                .toList();
    }

    private List<Pair> with(int other, Enough enough) {
        List<Pair> pairs = new ArrayList<>();
        for (int one = 0; one < other; one++) {
            long needed = enough.of(one, other);
            if (Math.min(sizes[one], sizes[other]) >= needed && most(one, other) >= needed) {
                long both = sizes[one] < sizes[other] ? both(one, other, needed) : both(other, one, needed);
                if (both >= needed) {
                    pairs.add(new Pair(one, other, both));
                }
            }
        }
        return pairs;
    }

    /// No more can be in common.
    private int most(int one, int other) {
        int sum = 0;
        for (int a = one * PARTS, b = other * PARTS, end = a + PARTS; a < end; a++, b++) {
            sum += Math.min(sketches[a], sketches[b]);
        }
        return sum;
    }

    /// How many are in common, or fewer than needed.
    private long both(int smaller, int larger, long needed) {
        ContainerPointer a = sets.get(smaller).getContainerPointer();
        ContainerPointer b = sets.get(larger).getContainerPointer();
        long both = 0;
        long left = sizes[smaller];
        while (a.getContainer() != null && b.getContainer() != null && both + left >= needed) {
            if (a.key() < b.key()) {
                left -= a.getCardinality();
                a.advance();
            } else if (a.key() > b.key()) {
                b.advance();
            } else {
                both += a.getContainer().andCardinality(b.getContainer());
                left -= a.getCardinality();
                a.advance();
                b.advance();
            }
        }
        return both;
    }
}
