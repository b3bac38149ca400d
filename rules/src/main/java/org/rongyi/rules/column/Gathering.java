package org.rongyi.rules.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Writes down what rules match in one chunk after another, each plane squeezed while it is still in the
/// nearest cache, one behind the other whatever its rule: memory is written once, in its order, and what is
/// written stays the result.
///
/// An entry is where the entry before of the same rule is, then its block and how many bits it has, then the
/// bits: few of them as a list of places, all of a block's rows as nothing, others as [Kernel#squeeze] leaves
/// them.
final class Gathering {

    /// So many bits of a plane are listed faster and smaller.
    static final int FEW = 16;

    /// No entry before.
    static final int NONE = -1;

    /// Bytes before the bits of an entry.
    static final int HEAD = 8;

    /// Above the count of an entry stands its block.
    static final int BLOCK_SHIFT = 16;

    /// Where an entry is: which segment in the upper half, which byte of it in the lower.
    static final int SEGMENT_SHIFT = 16;

    static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /// Small enough to be cleared and filled without leaving the cache.
    private static final int SEGMENT = 1 << SEGMENT_SHIFT;

    private final Kernel kernel;
    private final int rules;
    private final List<byte[]> segments = new ArrayList<>();
    private byte[] segment = new byte[SEGMENT];
    private int end;

    /// By rule, those that hold first, then those unknown.
    private int[] counts;

    private int[] last;

    Gathering(Kernel kernel, int rules) {
        this.kernel = kernel;
        this.rules = rules;
        this.counts = new int[2 * rules];
        this.last = new int[2 * rules];
        begin();
    }

    private void begin() {
        counts = new int[2 * rules];
        last = new int[2 * rules];
        Arrays.fill(last, NONE);
        segments.clear();
        segments.add(segment);
    }

    /// Takes the planes of [BlockMatcher#RESULT] for a rule.
    void add(int rule, int blockOfChunk, long[] from, int holdCount, int unknownCount) {
        if (holdCount > 0) {
            put(rule, blockOfChunk, from, BlockMatcher.RESULT, holdCount);
        }
        if (unknownCount > 0) {
            put(rules + rule, blockOfChunk, from, BlockMatcher.RESULT + Block.WORDS, unknownCount);
        }
    }

    private void put(int half, int block, long[] from, int place, int count) {
        if (end + HEAD + Kernel.SQUEEZED > SEGMENT) {
            segment = new byte[SEGMENT];
            segments.add(segment);
            end = 0;
        }
        byte[] into = segment;
        int at = end;
        INT.set(into, at, last[half]);
        INT.set(into, at + 4, block << BLOCK_SHIFT | count);
        last[half] = segments.size() - 1 << SEGMENT_SHIFT | at;
        counts[half] += count;
        at += HEAD;
        if (count < FEW) {
            end = kernel.places(from, place, into, at);
        } else if (count < Block.ROWS) {
            end = kernel.squeeze(from, place, into, at);
        } else {
            end = at;
        }
    }

    /// What was matched in the chunk; begins anew.
    Gathered finish() {
        Gathered found = new Gathered(segments.toArray(byte[][]::new), last, counts);
        begin();
        return found;
    }
}
