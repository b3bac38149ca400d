package org.rongyi.rules.column;

import java.util.Arrays;

/// Bits in words of 64.
final class Bits {

    private Bits() {}

    static int words(int bits) {
        return (bits + 63) >>> 6;
    }

    static boolean get(long[] words, int bit) {
        return (words[bit >>> 6] & (1L << bit)) != 0;
    }

    static void set(long[] words, int bit) {
        words[bit >>> 6] |= 1L << bit;
    }

    /// Sets the first bits of the plane at a place and clears the others.
    static void fillFirst(long[] planes, int place, int bits) {
        Arrays.fill(planes, place, place + (bits >>> 6), -1L);
        Arrays.fill(planes, place + (bits >>> 6), place + Block.WORDS, 0L);
        if ((bits & 63) != 0) {
            planes[place + (bits >>> 6)] = (1L << bits) - 1;
        }
    }
}
