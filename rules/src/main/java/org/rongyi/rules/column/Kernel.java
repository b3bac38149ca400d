package org.rongyi.rules.column;

import java.util.Arrays;

/// The loops in which matching spends its time, over planes: [Block#WORDS] words in one array, found by the
/// place of their first word. There are two kernels with the same results: one on explicit vectors, one in
/// plain Java.
abstract class Kernel {

    /// Bytes of a squeezed plane that say which bytes of the plane are in it.
    static final int SQUEEZED_MASKS = Block.ROWS / 64;

    /// Bytes that squeezing may write, what a vector overwrites behind included.
    static final int SQUEEZED = SQUEEZED_MASKS + Block.ROWS / 8 + 64;

    private static final long LOWEST_OF_BYTES = 0x0101_0101_0101_0101L;

    /// Brings the lowest bit of each byte together in the highest byte.
    private static final long GATHER = 0x0102_0408_1020_4080L;

    private static final Kernel BEST = choose();

    /// The fastest kernel of this machine. Explicit vectors need `--add-modules jdk.incubator.vector`;
    /// without it, or on a processor with narrow vectors only, the plain kernel serves.
    static Kernel best() {
        return BEST;
    }

    private static Kernel choose() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return new PlainKernel();
        }
        return VectorKernel.bits() >= 256 ? new VectorKernel() : new PlainKernel();
    }

    /// For reports: `vectors of 512 bits`, `plain`.
    abstract String name();

    /// Sets the bits of rows whose code lies from `low` to `high`; with `more` beside those set already.
    abstract void codesIn(byte[] codes, int at, int low, int high, long[] planes, int to, boolean more);

    /// The same over codes of 16 bits.
    abstract void codesIn(short[] codes, int at, int low, int high, long[] planes, int to, boolean more);

    /// The same, alone; and in `beside` the bits of rows that have the code `edge`. Whether any has it.
    abstract boolean codesIn(short[] codes, int at, int low, int high, int edge, long[] planes, int to, int beside);

    /// The same over codes of 32 bits.
    abstract void codesIn(int[] codes, int at, int low, int high, long[] planes, int to, boolean more);

    /// Sets the bits of values from `low` to `high`.
    abstract void valuesIn(long[] values, long low, long high, long[] planes, int to);

    /// Sets in `above` the bits of values that are surely greater than 0, in `unsure` those that may be 0 or
    /// have either sign: a value lies within its error.
    abstract void compareWithZero(double[] values, double[] errors, long[] planes, int above, int unsure);

    /// The same for values less a constant, which has an error of its own.
    abstract void compareWith(
            double[] values, double[] errors, double constant, double error, long[] planes, int above, int unsure);

    /// Divides near values, with their errors: see [Approximation].
    abstract void quotients(
            double[] a, double[] aErrors, double[] b, double[] bErrors, double[] quotients, double[] errors);

    /// Of each row one of two values, times its factor: `yes` where its bit is set.
    abstract void choose(long[] bits, long[] yes, long yesFactor, long[] no, long noFactor, long[] into);

    /// `to = a and b`; whether any bit is set.
    abstract boolean and(long[] planes, int a, int b, int to);

    /// `to = to or a`
    abstract void or(long[] planes, int a, int to);

    /// What several parts may be together, in `may`, and what is sure of it, in `yes`.
    ///
    /// @param yes [BlockMatcher#ALL] where everything is sure, and nothing is left there
    abstract void anyOf(long[] planes, int[] parts, int[] maybe, int[] sure, int may, int yes);

    /// `to = not a`
    abstract void not(long[] planes, int a, int to);

    /// The number of bits set.
    abstract int count(long[] planes, int a);

    /// Lists the places of the few bits of a plane, 16 bits each.
    ///
    /// @return where the list ends
    abstract int places(long[] planes, int a, byte[] into, int at);

    /// Writes a plane without its empty bytes: first one bit a byte, whether there is anything in it, then
    /// those that have.
    ///
    /// @return where it ends; [#SQUEEZED] bytes from `at` on may be overwritten
    int squeeze(long[] planes, int a, byte[] into, int at) {
        int next = at + SQUEEZED_MASKS;
        for (int w = 0; w < Block.WORDS; w++) {
            long word = planes[a + w];
            long filled = word | word >>> 4;
            filled |= filled >>> 2;
            filled = (filled | filled >>> 1) & LOWEST_OF_BYTES;
            into[at + w] = (byte) (filled * GATHER >>> 56);
            Gathering.LONG.set(into, next, Long.compress(word, filled * 0xFF));
            next += Long.bitCount(filled);
        }
        return next;
    }

    /// Ends a rule: the plane `open` narrowed by what all parts may be, and how much of it is sure.
    ///
    /// @param program the parts' numbers up to `known`, then up to `to` those of what makes them sure
    /// @param maybe   place of each part's plane, negative where it is not computed yet
    /// @param sure    place of the planes of what is sure
    /// @param out     where to leave the plane of rows that hold and, after it, of those unknown, or -1
    /// @return rows that may hold in the upper half, those that do in the lower half; or `~i` if the
    /// part at place `i` of the program is not computed
    abstract long end(
            long[] planes, int open, int[] program, int from, int known, int to, int[] maybe, int[] sure, int out);

    /// Sets the bits of rows whose code lies in a range, which may go beyond what the array can hold.
    final void codesIn(Object codes, int at, int low, int high, long[] planes, int to, boolean more) {
        int greatest = codes instanceof byte[] ? 0xFF : codes instanceof short[] ? 0xFFFF : Integer.MAX_VALUE;
        if (low > greatest) {
            if (!more) {
                Arrays.fill(planes, to, to + Block.WORDS, 0L);
            }
            return;
        }
        int top = Math.min(high, greatest);
        switch (codes) {
            case byte[] b -> codesIn(b, at, low, top, planes, to, more);
            case short[] s -> codesIn(s, at, low, top, planes, to, more);
            case int[] i -> codesIn(i, at, low, top, planes, to, more);
            default -> throw new IllegalStateException("no codes (%s)".formatted(codes.getClass()));
        }
    }

    /// Sets the bits of rows whose code has its bit set in a table.
    void codesAmong(Object codes, int at, long[] table, long[] planes, int to) {
        switch (codes) {
            case byte[] b -> {
                for (int w = 0; w < Block.WORDS; w++) {
                    planes[to + w] = word(b, at + (w << 6), table);
                }
            }
            case short[] s -> {
                for (int w = 0; w < Block.WORDS; w++) {
                    planes[to + w] = word(s, at + (w << 6), table);
                }
            }
            case int[] i -> {
                for (int w = 0; w < Block.WORDS; w++) {
                    planes[to + w] = word(i, at + (w << 6), table);
                }
            }
            default -> throw new IllegalStateException("no codes (%s)".formatted(codes.getClass()));
        }
    }

    private static long word(byte[] codes, int first, long[] table) {
        long word = 0;
        for (int i = 63; i >= 0; i--) {
            int code = codes[first + i] & 0xFF;
            word = word << 1 | (table[code >>> 6] >>> code & 1);
        }
        return word;
    }

    private static long word(short[] codes, int first, long[] table) {
        long word = 0;
        for (int i = 63; i >= 0; i--) {
            int code = codes[first + i] & 0xFFFF;
            word = word << 1 | (table[code >>> 6] >>> code & 1);
        }
        return word;
    }

    private static long word(int[] codes, int first, long[] table) {
        long word = 0;
        for (int i = 63; i >= 0; i--) {
            int code = codes[first + i];
            word = word << 1 | (table[code >>> 6] >>> code & 1);
        }
        return word;
    }
}
