package org.rongyi.rules.column;

import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.row.Verdict;

/// An atom over one column at one date: for which codes the answer is yes. For the others it is no, for rows
/// without a value it is `whenMissing`.
final class CodeTest {

    /// More ranges than this are looked up code by code: about as fast as so many comparisons of vectors.
    private static final int MOST_RANGES = 12;

    /// All codes between bounds.
    private static final int[] ALL_BETWEEN = {};

    final Column column;
    final Verdict whenMissing;

    /// Codes below this were tested; a column may have got more since.
    final int limit;

    /// Pairs of first and last code; null where there are too many.
    private final int @Nullable [] ranges;

    private final long[] table;

    /// Codes between bounds whose rows must be asked for their exact key: a few, or [#ALL_BETWEEN].
    private final int[] unsure;

    private final LongPredicate exact;

    /// The buckets of [BlockStats] that hold codes answered yes, those answered no, and unsure ones.
    private final long yes;

    private final long no;
    private final long open;

    /// The first and the last code that is not surely a no.
    private final int first;

    private final int last;

    private CodeTest(Column column, Verdict whenMissing, long[] table, int limit, int[] unsure, LongPredicate exact) {
        this.column = column;
        this.whenMissing = whenMissing;
        this.limit = limit;
        this.table = table;
        this.unsure = unsure;
        this.exact = exact;
        this.ranges = ranges(table, limit);
        long yesBuckets = 0;
        long noBuckets = 0;
        long openBuckets = 0;
        int lowest = Integer.MAX_VALUE;
        int highest = 0;
        for (int code = 1; code < limit; code++) {
            long bucket = 1L << column.stats.bucket(code);
            boolean asked = isUnsure(code);
            boolean holds = Bits.get(table, code);
            openBuckets |= asked ? bucket : 0;
            yesBuckets |= holds ? bucket : 0;
            noBuckets |= holds || asked ? 0 : bucket;
            lowest = holds || asked ? Math.min(lowest, code) : lowest;
            highest = holds || asked ? code : highest;
        }
        this.yes = yesBuckets;
        this.no = noBuckets;
        this.open = openBuckets;
        this.first = lowest;
        this.last = highest;
    }

    /// A test of the values of a column.
    static CodeTest ofValues(Coded column, Verdict whenMissing, long[] table, int limit) {
        return new CodeTest(column, whenMissing, table, limit, new int[0], key -> false);
    }

    /// A test of keys: yes for those in one of the ranges (or, not `inside`, in none).
    static CodeTest ofKeys(Ordered column, Verdict whenMissing, KeyRange[] keys, boolean inside) {
        int limit = column.limit();
        LongPredicate exact = key -> within(keys, key) == inside;
        long[] table = new long[Bits.words(limit)];
        boolean[] open = new boolean[limit];
        int count = 0;
        for (KeyRange range : keys) {
            for (long end : new long[] {range.least(), range.greatest()}) {
                int code = column.code(end);
                if (Ordered.isBetween(code) && !open[code]) {
                    open[code] = true;
                    count++;
                }
            }
        }
        int[] unsure = new int[count];
        int next = 0;
        for (int code = 1; code < limit; code++) {
            if (open[code]) {
                unsure[next++] = code;
            } else if (exact.test(column.anyKeyOf(code))) {
                Bits.set(table, code);
            }
        }
        return new CodeTest(column, whenMissing, table, limit, unsure, exact);
    }

    /// A test of bounds that were asked one by one; keys between them are asked when they occur.
    static CodeTest ofBounds(Ordered column, Verdict whenMissing, long[] table, LongPredicate exact) {
        return new CodeTest(column, whenMissing, table, column.limit(), ALL_BETWEEN, exact);
    }

    private static boolean within(KeyRange[] ranges, long key) {
        for (KeyRange range : ranges) {
            if (range.holds(key)) {
                return true;
            }
        }
        return false;
    }

    private boolean isUnsure(int code) {
        if (unsure == ALL_BETWEEN) {
            return Ordered.isBetween(code);
        }
        for (int c : unsure) {
            if (c == code) {
                return true;
            }
        }
        return false;
    }

    private static int @Nullable [] ranges(long[] table, int limit) {
        int[] ranges = new int[2 * MOST_RANGES];
        int count = 0;
        for (int code = 1; code < limit; code++) {
            if (Bits.get(table, code)) {
                boolean begins = code == 1 || !Bits.get(table, code - 1);
                if (begins && count == MOST_RANGES) {
                    return null;
                }
                count += begins ? 1 : 0;
                ranges[2 * count - 2] = begins ? code : ranges[2 * count - 2];
                ranges[2 * count - 1] = code;
            }
        }
        return java.util.Arrays.copyOf(ranges, 2 * count);
    }

    /// Whether no known row of a block can be a yes.
    boolean isNever(int block) {
        BlockStats stats = column.stats;
        long maybe = stats.between(block) == 0 ? yes : yes | open;
        return (stats.seen(block) & maybe) == 0 || stats.least(block) > last || stats.greatest(block) < first;
    }

    /// Whether every known row of a block is a yes.
    boolean isAlways(int block) {
        BlockStats stats = column.stats;
        long maybeNot = stats.between(block) == 0 ? no : no | open;
        return (stats.seen(block) & maybeNot) == 0
                || (ranges != null
                        && ranges.length == 2
                        && stats.least(block) >= ranges[0]
                        && stats.greatest(block) <= ranges[1]);
    }

    /// Sets the bits of the rows of a block that are a yes; `spare` is a plane to work with.
    void fill(Kernel kernel, int firstRow, long[] planes, int to, int spare) {
        Object codes = column.codes.chunk(firstRow >>> 16);
        int at = firstRow & Block.CHUNK - 1;
        boolean between = column.stats.between(firstRow / Block.ROWS) > 0;
        if (between
                && ranges != null
                && ranges.length == 2
                && unsure.length == 1
                && codes instanceof short[] shorts
                && column instanceof Ordered ordered) {
            if (kernel.codesIn(shorts, at, ranges[0], ranges[1], unsure[0], planes, to, spare)) {
                ask(ordered, firstRow, planes, to, spare);
            }
            return;
        }
        if (ranges == null) {
            kernel.codesAmong(codes, at, table, planes, to);
        } else if (ranges.length == 0) {
            java.util.Arrays.fill(planes, to, to + Block.WORDS, 0);
        } else {
            for (int i = 0; i < ranges.length; i += 2) {
                kernel.codesIn(codes, at, ranges[i], ranges[i + 1], planes, to, i > 0);
            }
        }
        if (between && column instanceof Ordered ordered) {
            settle(kernel, ordered, codes, firstRow, planes, to, spare);
        }
    }

    /// Asks the rows whose codes do not tell.
    private void settle(Kernel kernel, Ordered ordered, Object codes, int firstRow, long[] planes, int to, int spare) {
        int at = firstRow & Block.CHUNK - 1;
        if (unsure == ALL_BETWEEN) {
            for (int i = 0; i < Block.ROWS; i++) {
                if (Ordered.isBetween(Codes.get(codes, at + i)) && exact.test(ordered.key(firstRow + i))) {
                    planes[to + (i >>> 6)] |= 1L << i;
                }
            }
            return;
        }
        for (int code : unsure) {
            kernel.codesIn(codes, at, code, code, planes, spare, false);
            ask(ordered, firstRow, planes, to, spare);
        }
    }

    /// Asks the rows whose bits are set in the plane `spare`.
    private void ask(Ordered ordered, int firstRow, long[] planes, int to, int spare) {
        for (int w = 0; w < Block.WORDS; w++) {
            for (long open = planes[spare + w]; open != 0; open &= open - 1) {
                int i = (w << 6) + Long.numberOfTrailingZeros(open);
                if (exact.test(ordered.key(firstRow + i))) {
                    planes[to + w] |= 1L << i;
                }
            }
        }
    }
}
