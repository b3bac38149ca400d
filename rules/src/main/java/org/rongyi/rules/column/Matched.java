package org.rongyi.rules.column;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.Container;
import org.roaringbitmap.RoaringBitmap;

/// What one rule matched in a table: rows for which it holds, and rows for which it hangs on missing
/// elements; for all others it fails. Kept squeezed, as matching left it, for all rules together. A bitmap is
/// made when it is asked for and then kept. Safe for many threads as long as nobody changes a bitmap.
public final class Matched {

    private final List<Gathered> chunks;
    private final int rule;
    private final int rules;
    private volatile @Nullable RoaringBitmap holds;
    private volatile @Nullable RoaringBitmap unknown;

    Matched(List<Gathered> chunks, int rule, int rules) {
        this.chunks = chunks;
        this.rule = rule;
        this.rules = rules;
    }

    private Matched(RoaringBitmap holds, RoaringBitmap unknown) {
        this(List.of(), 0, 1);
        this.holds = holds;
        this.unknown = unknown;
    }

    /// What was found in another way.
    public static Matched of(RoaringBitmap holds, RoaringBitmap unknown) {
        return new Matched(holds, unknown);
    }

    /// Rows for which the rule holds.
    public RoaringBitmap holds() {
        RoaringBitmap known = holds;
        if (known == null) {
            known = opened(rule);
            holds = known;
        }
        return known;
    }

    /// Rows for which it hangs on missing elements; disjoint from [#holds].
    public RoaringBitmap unknown() {
        RoaringBitmap known = unknown;
        if (known == null) {
            known = opened(rules + rule);
            unknown = known;
        }
        return known;
    }

    /// How many rows hold, without a bitmap of them.
    public long holding() {
        RoaringBitmap known = holds;
        return known == null ? count(rule) : known.getLongCardinality();
    }

    /// How many rows are unknown, without a bitmap of them.
    public long open() {
        RoaringBitmap known = unknown;
        return known == null ? count(rules + rule) : known.getLongCardinality();
    }

    /// Whether the rule holds for a row, without a bitmap.
    public boolean holds(int row) {
        RoaringBitmap known = holds;
        return known == null
                ? row >>> 16 < chunks.size() && chunks.get(row >>> 16).contains(rule, row & Block.CHUNK - 1)
                : known.contains(row);
    }

    private long count(int half) {
        long count = 0;
        for (Gathered chunk : chunks) {
            count += chunk.count(half);
        }
        return count;
    }

    private RoaringBitmap opened(int half) {
        RoaringBitmap bitmap = new RoaringBitmap();
        for (int chunk = 0; chunk < chunks.size(); chunk++) {
            Container container = chunks.get(chunk).container(half);
            if (container != null) {
                bitmap.append((char) chunk, container);
            }
        }
        return bitmap;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Matched that
                && holds().equals(that.holds())
                && unknown().equals(that.unknown());
    }

    @Override
    public int hashCode() {
        return 31 * holds().hashCode() + unknown().hashCode();
    }

    @Override
    public String toString() {
        return "holds %s, unknown %s".formatted(holds(), unknown());
    }
}
