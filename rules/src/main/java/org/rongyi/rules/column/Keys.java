package org.rongyi.rules.column;

import java.util.Arrays;
import java.util.List;

/// Arrays of keys, `long[]` or, where all fit, `int[]`; and the choice of the bounds among them.
final class Keys {

    /// Keys looked at to choose bounds among many.
    private static final int SAMPLE = 1 << 18;

    /// Bounds chosen from a sample: fewer than could be coded, since more would not make the rows between two
    /// of them noticeably fewer, and a shorter table is found in the cache.
    private static final int SAMPLED_BOUNDS = 16_384;

    private static final int DAYS_AHEAD = 3 * 366;

    private Keys() {}

    static long get(Object keys, int i) {
        return keys instanceof int[] k ? k[i] : ((long[]) keys)[i];
    }

    private static int length(Object keys) {
        return keys instanceof int[] k ? k.length : ((long[]) keys).length;
    }

    /// Copies the keys of a block; behind the last there are 0.
    static void copy(Object keys, int from, long[] into) {
        int count = Math.clamp(length(keys) - from, 0, Block.ROWS);
        if (keys instanceof int[] small) {
            for (int i = 0; i < count; i++) {
                into[i] = small[from + i];
            }
        } else {
            System.arraycopy(keys, from, into, 0, count);
        }
        Arrays.fill(into, count, Block.ROWS, 0);
    }

    /// The same keys in half the room, if they fit.
    static Object packed(Object keys) {
        if (!(keys instanceof long[] wide)) {
            return keys;
        }
        int[] small = new int[wide.length];
        for (int i = 0; i < wide.length; i++) {
            small[i] = (int) wide[i];
            if (small[i] != wide[i]) {
                return wide;
            }
        }
        return small;
    }

    static long largest(Object keys) {
        long largest = 0;
        for (int i = 0; i < length(keys); i++) {
            largest = Math.max(largest, Math.abs(get(keys, i)));
        }
        return largest;
    }

    /// Every key times a factor, as `long[]`.
    static long[] times(Object keys, long factor) {
        long[] products = new long[length(keys)];
        for (int i = 0; i < products.length; i++) {
            products[i] = get(keys, i) * factor;
        }
        return products;
    }

    /// The bounds for a column: all its keys, as long as codes of 16 bits can tell them apart; otherwise
    /// frequent ones and about as many keys between each. Dates get every day of their span and of some years
    /// to come, since every day brings firms.
    static long[] bounds(List<Object> chunks, List<long[]> valid, boolean dates) {
        DistinctKeys distinct = new DistinctKeys(Ordered.MOST_BOUNDS);
        long least = Long.MAX_VALUE;
        long greatest = Long.MIN_VALUE;
        long count = 0;
        for (int c = 0; c < chunks.size(); c++) {
            Object keys = chunks.get(c);
            for (int i = 0; i < length(keys); i++) {
                if (Bits.get(valid.get(c), i)) {
                    long key = get(keys, i);
                    least = Math.min(least, key);
                    greatest = Math.max(greatest, key);
                    count++;
                    distinct.add(key);
                }
            }
        }
        if (dates && count > 0 && greatest - least + DAYS_AHEAD < Ordered.MOST_BOUNDS) {
            long first = least;
            long[] days = new long[(int) (greatest - least) + 1 + DAYS_AHEAD];
            Arrays.setAll(days, i -> first + i);
            return days;
        }
        return distinct.complete() ? distinct.sorted() : sampled(chunks, valid, count);
    }

    private static long[] sampled(List<Object> chunks, List<long[]> valid, long count) {
        long[] sample = new long[SAMPLE];
        int taken = 0;
        long seen = 0;
        for (int c = 0; c < chunks.size(); c++) {
            Object keys = chunks.get(c);
            for (int i = 0; i < length(keys); i++) {
                if (Bits.get(valid.get(c), i)) {
                    if (seen * SAMPLE / count >= taken && taken < SAMPLE) {
                        sample[taken++] = get(keys, i);
                    }
                    seen++;
                }
            }
        }
        Arrays.sort(sample, 0, taken);
        long[] bounds = new long[SAMPLED_BOUNDS];
        int chosen = 0;
        for (int i = 0; i < SAMPLED_BOUNDS; i++) {
            long key = sample[(int) ((long) i * (taken - 1) / (SAMPLED_BOUNDS - 1))];
            if (chosen == 0 || bounds[chosen - 1] != key) {
                bounds[chosen++] = key;
            }
        }
        return Arrays.copyOf(bounds, chosen);
    }

    /// A set of keys that gives up beyond a number of them.
    private static final class DistinctKeys {

        private final int most;
        private final long[] table;
        private final boolean[] taken;
        private int size;
        private boolean complete = true;
        private long last;

        DistinctKeys(int most) {
            this.most = most;
            this.table = new long[Integer.highestOneBit(most) * 4];
            this.taken = new boolean[table.length];
        }

        void add(long key) {
            if (!complete || (size > 0 && key == last)) {
                return;
            }
            last = key;
            int i = Long.hashCode(key * 0x9E3779B97F4A7C15L) & table.length - 1;
            while (taken[i] && table[i] != key) {
                i = i + 1 & table.length - 1;
            }
            if (taken[i]) {
                return;
            }
            if (size == most) {
                complete = false;
                return;
            }
            taken[i] = true;
            table[i] = key;
            size++;
        }

        boolean complete() {
            return complete;
        }

        long[] sorted() {
            long[] keys = new long[size];
            int next = 0;
            for (int i = 0; i < table.length; i++) {
                if (taken[i]) {
                    keys[next++] = table[i];
                }
            }
            Arrays.sort(keys);
            return keys;
        }
    }
}
