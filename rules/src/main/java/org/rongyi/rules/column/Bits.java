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

    /// The words for one bit more, grown if needed.
    static long[] grownFor(long[] words, int bit) {
        return bit >>> 6 < words.length ? words : Arrays.copyOf(words, Math.max(words(bit + 1), words.length * 2));
    }

    /// Sets the first bits and clears the others.
    static void fillFirst(long[] words, int bits) {
        Arrays.fill(words, 0, bits >>> 6, -1L);
        Arrays.fill(words, bits >>> 6, words.length, 0L);
        if ((bits & 63) != 0) {
            words[bits >>> 6] = (1L << bits) - 1;
        }
    }

    static boolean isZero(long[] words) {
        for (long word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }
}
