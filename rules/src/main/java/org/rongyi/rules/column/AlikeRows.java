package org.rongyi.rules.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// Rows of a table, those that are alike in some elements counted as one: what is computed of these elements alone need
/// be computed once for each kind, and there are far fewer kinds than rows.
final class AlikeRows {
    /// With more kinds than this little is won.
    private static final int MOST = 1 << 18;

    /// Stands for no value; the key of no number that a column keeps.
    private static final long NONE = Long.MIN_VALUE;

    private final Table kinds;
    private final long[] counts;

    private AlikeRows(Table kinds, long[] counts) {
        this.kinds = kinds;
        this.counts = counts;
    }

    /// One row for each kind, with the values of the elements.
    Table kinds() {
        return kinds;
    }

    /// For each row of [#kinds] how many rows are like it.
    long[] counts() {
        return counts;
    }

    /// For who keeps the columns from being built anew.
    ///
    /// @return null where there are too many kinds
    static @Nullable AlikeRows of(Table table, Set<String> elementIds, RoaringBitmap rows, int threads) {
        List<String> ids = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (String id : elementIds) {
            Column column = table.column(id);
            if (column != null) {
                ids.add(id);
                columns.add(column);
            }
        }
        int chunks = Block.chunks(table.rows());
        AtomicInteger next = new AtomicInteger();
        List<Counting> parts = Threads.run(Math.max(1, Math.min(threads, chunks)), () -> {
            Counting counting = new Counting(columns);
            for (int chunk = next.getAndIncrement();
                    chunk < chunks && counting.size <= MOST;
                    chunk = next.getAndIncrement()) {
                counting.chunk(table, chunk, rows);
            }
            return counting;
        });
        Counting whole = parts.getFirst();
        parts.subList(1, parts.size()).forEach(whole::add);
        return whole.size > MOST ? null : whole.told(table, ids);
    }

    /// How often each kind occurs, in a table of keys that grows.
    private static final class Counting {
        private final List<Column> columns;
        private final int width;
        private final long[] key;
        private long[] keys;
        private long[] counts = new long[1 << 10];
        private int size;

        Counting(List<Column> columns) {
            this.columns = columns;
            this.width = columns.size();
            this.key = new long[width];
            this.keys = new long[width * counts.length];
        }

        void chunk(Table table, int chunk, RoaringBitmap rows) {
            int first = chunk * Block.CHUNK;
            int end = Math.min(table.rows(), first + Block.CHUNK);
            InTurn each = new InTurn(rows, first);
            for (int at = first; at < end; at += Block.ROWS) {
                int behind = Math.min(end, at + Block.ROWS);
                long stamp = table.lock(chunk).readLock();
                try {
                    while (each.isBefore(behind)) {
                        int row = each.next();
                        for (int i = 0; i < width; i++) {
                            key[i] = key(columns.get(i), row);
                        }
                        count(key, 0, 1);
                    }
                } finally {
                    table.lock(chunk).unlockRead(stamp);
                }
            }
        }

        private static long key(Column column, int row) {
            int code = column.codes.get(row);
            return code == 0 ? NONE : column instanceof Ordered ordered ? ordered.key(row) : code;
        }

        private void count(long[] from, int at, long times) {
            int slot = slot(from, at);
            if (counts[slot] == 0) {
                System.arraycopy(from, at, keys, slot * width, width);
                size++;
            }
            counts[slot] += times;
            if (2 * size > counts.length) {
                grow();
            }
        }

        private void grow() {
            long[] oldKeys = keys;
            long[] oldCounts = counts;
            counts = new long[2 * oldCounts.length];
            keys = new long[width * counts.length];
            for (int i = 0; i < oldCounts.length; i++) {
                if (oldCounts[i] > 0) {
                    int slot = slot(oldKeys, i * width);
                    System.arraycopy(oldKeys, i * width, keys, slot * width, width);
                    counts[slot] = oldCounts[i];
                }
            }
        }

        /// Where a key stands, or where it would.
        private int slot(long[] from, int at) {
            long hash = 0;
            for (int i = 0; i < width; i++) {
                hash = (hash ^ from[at + i]) * 0x9E3779B97F4A7C15L;
                hash ^= hash >>> 32;
            }
            int slot = (int) hash & counts.length - 1;
            while (counts[slot] > 0 && !Arrays.equals(keys, slot * width, (slot + 1) * width, from, at, at + width)) {
                slot = slot + 1 & counts.length - 1;
            }
            return slot;
        }

        void add(Counting other) {
            for (int i = 0; i < other.counts.length && size <= MOST; i++) {
                if (other.counts[i] > 0) {
                    count(other.keys, i * width, other.counts[i]);
                }
            }
            size = other.size > MOST ? other.size : size;
        }

        AlikeRows told(Table table, List<String> ids) {
            Table.Builder builder = table.like();
            long[] told = new long[size];
            int kinds = 0;
            for (int slot = 0; slot < counts.length; slot++) {
                if (counts[slot] > 0) {
                    Map<String, Object> values = new HashMap<>();
                    for (int i = 0; i < width; i++) {
                        Object value = value(columns.get(i), keys[slot * width + i]);
                        if (value != null) {
                            values.put(ids.get(i), value);
                        }
                    }
                    builder.append(values::get);
                    told[kinds++] = counts[slot];
                }
            }
            return new AlikeRows(builder.build(), told);
        }

        private static @Nullable Object value(Column column, long key) {
            return key == NONE
                    ? null
                    : column instanceof Ordered ordered ? ordered.value(key) : column.value((int) key, 0);
        }
    }
}
