package org.rongyi.rules.column;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.ArrayContainer;
import org.roaringbitmap.BitmapContainer;
import org.roaringbitmap.Container;

/// What rules matched in one chunk, as [Gathering] wrote it: by rule, those that hold first, then those
/// unknown, where the last entry is and how many rows all have together.
record Gathered(byte[][] segments, int[] last, int[] counts) {

    /// A container of words is as large as one of so many places.
    private static final int MOST_PLACES = 4096;

    private static final long LOWEST_OF_BYTES = 0x0101_0101_0101_0101L;

    /// How many rows a rule matched.
    int count(int half) {
        return counts[half];
    }

    /// Whether a row of the chunk is among them.
    boolean contains(int half, int row) {
        int block = row / Block.ROWS;
        for (int entry = last[half]; entry != Gathering.NONE; entry = before(entry)) {
            if (block(entry) <= block) {
                long[] plane = new long[Block.WORDS];
                if (block(entry) == block) {
                    open(entry, plane, 0);
                }
                return Bits.get(plane, row % Block.ROWS);
            }
        }
        return false;
    }

    /// The rows as a container of a Roaring bitmap in its smallest form, null where there are none.
    @Nullable
    Container container(int half) {
        int count = counts[half];
        if (count == 0) {
            return null;
        }
        if (count > MOST_PLACES) {
            long[] words = new long[Block.CHUNK / 64];
            for (int entry = last[half]; entry != Gathering.NONE; entry = before(entry)) {
                open(entry, words, block(entry) * Block.WORDS);
            }
            return new BitmapContainer(words, count).runOptimize();
        }
        char[] places = new char[count];
        long[] plane = new long[Block.WORDS];
        int end = count;
        for (int entry = last[half]; entry != Gathering.NONE; entry = before(entry)) {
            Arrays.fill(plane, 0);
            open(entry, plane, 0);
            end -= countOf(entry);
            list(plane, block(entry) * Block.ROWS, places, end);
        }
        Container asList = new ArrayContainer(count, places);
        boolean close = count > 8 && places[count - 1] - places[0] < 2 * count;
        return close ? asList.runOptimize() : asList;
    }

    private static void list(long[] plane, int base, char[] places, int at) {
        int next = at;
        for (int w = 0; w < Block.WORDS; w++) {
            for (long open = plane[w]; open != 0; open &= open - 1) {
                places[next++] = (char) (base + (w << 6) + Long.numberOfTrailingZeros(open));
            }
        }
    }

    private byte[] segment(int entry) {
        return segments[entry >>> Gathering.SEGMENT_SHIFT];
    }

    private static int at(int entry) {
        return entry & (1 << Gathering.SEGMENT_SHIFT) - 1;
    }

    private int before(int entry) {
        return (int) Gathering.INT.get(segment(entry), at(entry));
    }

    private int block(int entry) {
        return (int) Gathering.INT.get(segment(entry), at(entry) + 4) >>> Gathering.BLOCK_SHIFT;
    }

    private int countOf(int entry) {
        return (int) Gathering.INT.get(segment(entry), at(entry) + 4) & 0xFFFF;
    }

    /// Puts the bits of an entry into words that are still empty.
    private void open(int entry, long[] words, int first) {
        int count = countOf(entry);
        byte[] in = segment(entry);
        int at = at(entry) + Gathering.HEAD;
        if (count == Block.ROWS) {
            Arrays.fill(words, first, first + Block.WORDS, -1L);
        } else if (count < Gathering.FEW) {
            for (int i = 0; i < count; i++) {
                int place = (short) Gathering.SHORT.get(in, at + 2 * i);
                words[first + (place >>> 6)] |= 1L << place;
            }
        } else {
            int next = at + Kernel.SQUEEZED_MASKS;
            for (int w = 0; w < Block.WORDS; w++) {
                long filled = in[at + w] & 0xFF;
                long bytes = Long.expand(filled, LOWEST_OF_BYTES) * 0xFF;
                words[first + w] = Long.expand((long) Gathering.LONG.get(in, next), bytes);
                next += Long.bitCount(filled);
            }
        }
    }
}
