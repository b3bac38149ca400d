package org.rongyi.rules.column;

import java.io.IOException;
import java.util.Arrays;

/// What is known of the codes of each block, so that whole blocks are decided without looking at rows. After
/// changes the bounds may be wider than what the block still holds, never narrower; the counts stay exact.
final class BlockStats {

    /// A code is seen in the bucket `code >>> shift`, the last bucket holds all beyond.
    private final int shift;

    private volatile Figures figures = new Figures(0);

    /// Replaced as a whole when more blocks come, so that readers of other blocks never see half of it.
    private record Figures(int[] least, int[] greatest, int[] missing, int[] between, long[] seen) {
        Figures(int blocks) {
            this(new int[blocks], new int[blocks], new int[blocks], new int[blocks], new long[blocks]);
        }
    }

    /// @param codes how many codes there are, about
    BlockStats(int codes) {
        this.shift = Math.max(0, 26 - Integer.numberOfLeadingZeros(Math.max(1, codes)));
    }

    private BlockStats(int shift, Figures figures) {
        this.shift = shift;
        this.figures = figures;
    }

    void write(TableOut out) throws IOException {
        Figures f = figures;
        out.one(shift);
        out.array(f.least);
        out.array(f.greatest);
        out.array(f.missing);
        out.array(f.between);
        out.array(f.seen);
    }

    static BlockStats read(TableIn in) {
        int shift = in.oneInt();
        int[] least = in.ints();
        int[] greatest = in.ints();
        int[] missing = in.ints();
        int[] between = in.ints();
        return new BlockStats(shift, new Figures(least, greatest, missing, between, in.longs()));
    }

    /// The lowest code that a row of the block has; above [#greatest] where none has a value.
    int least(int block) {
        return figures.least[block];
    }

    int greatest(int block) {
        return figures.greatest[block];
    }

    /// How many rows of the block have no value.
    int missing(int block) {
        return figures.missing[block];
    }

    /// How many rows of the block have a value between two codes.
    int between(int block) {
        return figures.between[block];
    }

    /// The buckets of codes that occur.
    long seen(int block) {
        return figures.seen[block];
    }

    int bucket(int code) {
        return Math.min(63, code >>> shift);
    }

    /// Makes room for the block of a new row.
    void reach(int block) {
        Figures old = figures;
        int known = old.least.length;
        if (block >= known) {
            int length = Math.max(block + 1, known + (known >> 1));
            int[] least = Arrays.copyOf(old.least, length);
            Arrays.fill(least, known, length, Integer.MAX_VALUE);
            figures = new Figures(
                    least,
                    Arrays.copyOf(old.greatest, length),
                    Arrays.copyOf(old.missing, length),
                    Arrays.copyOf(old.between, length),
                    Arrays.copyOf(old.seen, length));
        }
    }

    void add(int block, int code, boolean isBetween) {
        Figures f = figures;
        if (code == 0) {
            f.missing[block]++;
            return;
        }
        f.least[block] = Math.min(f.least[block], code);
        f.greatest[block] = Math.max(f.greatest[block], code);
        f.seen[block] |= 1L << bucket(code);
        f.between[block] += isBetween ? 1 : 0;
    }

    void remove(int block, int code, boolean isBetween) {
        Figures f = figures;
        f.missing[block] -= code == 0 ? 1 : 0;
        f.between[block] -= isBetween ? 1 : 0;
    }
}
