package org.rongyi.rules.column;

import org.roaringbitmap.BatchIterator;
import org.roaringbitmap.RoaringBitmap;

/// The rows of a set one after the other, some hundred at a time: several times as quick as one at a time.
final class InTurn {
    private static final int SOME = 512;

    private final BatchIterator batches;
    private final int[] some = new int[SOME];
    private int count;
    private int at;

    /// @param first rows before it are left out
    InTurn(RoaringBitmap set, int first) {
        this.batches = set.getBatchIterator();
        batches.advanceIfNeeded(first);
        fill();
    }

    private void fill() {
        at = 0;
        count = batches.hasNext() ? batches.nextBatch(some) : 0;
    }

    /// Whether the next row lies before another.
    boolean isBefore(int row) {
        return at < count && some[at] < row;
    }

    /// The rows before another, as many as fit.
    int before(int row, int[] into) {
        int found = 0;
        while (isBefore(row) && found < into.length) {
            into[found++] = next();
        }
        return found;
    }

    int next() {
        int row = some[at++];
        if (at == count) {
            fill();
        }
        return row;
    }
}
