package org.rongyi.rules.column;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.plan.Numbers;

/// Numbers as `long` keys of one scale (`12.50` is 1250 at scale 2), or days since 1970-01-01, coded by rank:
/// so a comparison with a constant is one of codes. Some keys are *bounds*; with the bounds sorted, the
/// `i`-th has code `2i + 2`, a key between it and the one before has code `2i + 1`. Where all values are
/// bounds the codes are enough; in chunks where a row lies between bounds all rows keep their exact keys beside, 0
/// where there is no value, so that they need not be looked up.
final class Ordered extends Column {

    /// As many bounds as codes of 16 bits allow.
    static final int MOST_BOUNDS = 32_766;

    private final boolean dates;
    private final int scale;
    private final long[] bounds;
    private volatile @Nullable Object[] keys;

    private Ordered(boolean dates, int scale, long[] bounds, Codes codes, BlockStats stats, @Nullable Object[] keys) {
        super(codes, stats);
        this.dates = dates;
        this.scale = scale;
        this.bounds = bounds;
        this.keys = keys;
    }

    boolean dates() {
        return dates;
    }

    /// Decimals of the keys; 0 for dates.
    int scale() {
        return scale;
    }

    @Override
    int limit() {
        return 2 * bounds.length + 2;
    }

    static boolean isBetween(int code) {
        return (code & 1) != 0;
    }

    /// The code of a key.
    int code(long key) {
        return code(bounds, key);
    }

    private static int code(long[] bounds, long key) {
        int count = bounds.length;
        if (count == 0) {
            return 1;
        }
        int base = 0;
        if (bounds[count - 1] - bounds[0] == count - 1) {
            base = key <= bounds[0] ? 0 : key >= bounds[count - 1] ? count - 1 : (int) (key - bounds[0]);
        } else {
            for (int length = count; length > 1; ) {
                int half = length >>> 1;
                base = bounds[base + half] <= key ? base + half : base;
                length -= half;
            }
        }
        return 2 * base + (bounds[base] == key ? 2 : bounds[base] < key ? 3 : 1);
    }

    /// The key of a code that is a bound's.
    long bound(int code) {
        return bounds[(code >>> 1) - 1];
    }

    /// A key that has this code, if there is one; for the last code any greater key.
    long anyKeyOf(int code) {
        int i = (code >>> 1) - 1;
        return isBetween(code)
                ? i + 1 < bounds.length ? bounds[i + 1] - 1 : bounds.length == 0 ? 0 : bounds[i] + 1
                : bounds[i];
    }

    /// The key of a row that has a value. Under the lock of its chunk.
    long key(int row) {
        int code = codes.get(row);
        return isBetween(code) ? exact(row) : bound(code);
    }

    private long exact(int row) {
        int i = row & Block.CHUNK - 1;
        return switch (keys[row >>> 16]) {
            case int[] k -> k[i];
            case long[] k -> k[i];
            case null, default -> throw new IllegalStateException("no key beside row (%d)".formatted(row));
        };
    }

    /// The keys of a block, 0 in rows without a value.
    void keys(int firstRow, long[] into) {
        int chunk = firstRow >>> 16;
        int from = firstRow & Block.CHUNK - 1;
        Object exact = chunk < keys.length ? keys[chunk] : null;
        if (exact != null) {
            Keys.copy(exact, from, into);
            return;
        }
        switch (codes.chunk(chunk)) {
            case byte[] b -> {
                for (int i = 0; i < Block.ROWS; i++) {
                    into[i] = boundOrNone(b[from + i] & 0xFF);
                }
            }
            case short[] s -> {
                for (int i = 0; i < Block.ROWS; i++) {
                    into[i] = boundOrNone(s[from + i] & 0xFFFF);
                }
            }
            default -> Arrays.fill(into, 0, Block.ROWS, 0);
        }
    }

    private long boundOrNone(int code) {
        return code == 0 ? 0 : bound(code);
    }

    @Override
    @Nullable
    Cell cell(@Nullable Object value) {
        if (value == null) {
            return Cell.NONE;
        }
        Long key = dates ? Long.valueOf(((LocalDate) value).toEpochDay()) : scaled((BigDecimal) value, scale);
        return key == null ? null : new Cell(code(key), key);
    }

    /// A number as a key, or null where it has more decimals or does not fit.
    static @Nullable Long scaled(BigDecimal value, int scale) {
        int decimals = value.scale();
        if (decimals >= 0 && decimals <= scale && scale <= 18 && value.precision() - decimals + scale <= 18) {
            return value.scaleByPowerOfTen(decimals).longValueExact() * NumberVector.power(scale - decimals);
        }
        BigDecimal number = Numbers.canonical(value);
        if (number.scale() > scale || number.precision() - number.scale() + scale > 18) {
            return null;
        }
        return number.setScale(scale).unscaledValue().longValueExact();
    }

    @Override
    long keyBeside(int row) {
        return isBetween(codes.get(row)) ? exact(row) : 0;
    }

    @Override
    @Nullable
    Object value(int code, long keyBeside) {
        return code == 0 ? null : value(isBetween(code) ? keyBeside : bound(code));
    }

    /// What a key stands for.
    Object value(long key) {
        return dates ? LocalDate.ofEpochDay(key) : Numbers.canonical(BigDecimal.valueOf(key, scale));
    }

    @Override
    void put(int row, Cell cell) {
        int block = row / Block.ROWS;
        int before = codes.get(row);
        stats.remove(block, before, isBetween(before));
        codes.set(row, cell.code());
        stats.add(block, cell.code(), isBetween(cell.code()));
        int chunk = row >>> 16;
        if (isBetween(cell.code()) || chunk < keys.length && keys[chunk] != null) {
            keep(row, cell.key());
        }
    }

    private void keep(int row, long key) {
        int chunk = row >>> 16;
        int i = row & Block.CHUNK - 1;
        @Nullable Object[] keys = chunk < this.keys.length ? this.keys : Arrays.copyOf(this.keys, chunk + 1);
        this.keys = keys;
        boolean small = key == (int) key;
        switch (keys[chunk]) {
            case int[] k when small && i < k.length -> k[i] = (int) key;
            case long[] k when i < k.length -> k[i] = key;
            case null, default -> {
                long[] wide = keys[chunk] == null ? boundsOf(chunk) : longs(keys[chunk]);
                wide[i] = key;
                keys[chunk] = wide;
            }
        }
    }

    /// The keys of a chunk in which no row lay between bounds yet.
    private long[] boundsOf(int chunk) {
        long[] wide = new long[Block.CHUNK];
        int rows = Codes.length(codes.chunk(chunk));
        for (int i = 0; i < rows; i++) {
            int code = Codes.get(codes.chunk(chunk), i);
            wide[i] = isBetween(code) ? 0 : boundOrNone(code);
        }
        return wide;
    }

    /// The exact keys of a chunk as a full array, to grow or to hold greater ones.
    private static long[] longs(@Nullable Object chunk) {
        long[] wide = new long[Block.CHUNK];
        switch (chunk) {
            case int[] k -> {
                for (int i = 0; i < k.length; i++) {
                    wide[i] = k[i];
                }
            }
            case long[] k -> System.arraycopy(k, 0, wide, 0, k.length);
            case null, default -> {}
        }
        return wide;
    }

    void write(TableOut out) throws IOException {
        out.one(dates ? 1 : 0);
        out.one(scale);
        out.array(bounds);
        codes.write(out);
        stats.write(out);
        out.arrays(keys);
    }

    static Ordered read(TableIn in) {
        boolean dates = in.oneInt() == 1;
        int scale = in.oneInt();
        long[] bounds = in.longs();
        Codes codes = Codes.read(in);
        BlockStats stats = BlockStats.read(in);
        return new Ordered(dates, scale, bounds, codes, stats, in.arrays());
    }

    /// Gathers keys; the scale rises with the values as long as all fit.
    static final class Builder extends ColumnBuilder {

        private static final long LIMIT = 1_000_000_000_000_000_000L;

        private final boolean dates;
        private final int room;
        private final List<Object> chunks = new ArrayList<>();
        private final List<long[]> valid = new ArrayList<>();
        private int scale;

        /// @param room decimals for which there is room, though no value has them yet
        Builder(boolean dates, int room) {
            this.dates = dates;
            this.room = room;
        }

        @Override
        boolean put(int row, Object value) {
            Long key = dates ? Long.valueOf(((LocalDate) value).toEpochDay()) : scaledTo((BigDecimal) value);
            if (key == null) {
                return false;
            }
            int chunk = row >>> 16;
            while (chunks.size() <= chunk) {
                if (!chunks.isEmpty()) {
                    chunks.set(chunks.size() - 1, Keys.packed(chunks.getLast()));
                }
                chunks.add(new long[Block.CHUNK]);
                valid.add(new long[Block.CHUNK / 64]);
            }
            int i = row & Block.CHUNK - 1;
            ((long[]) chunks.get(chunk))[i] = key;
            Bits.set(valid.get(chunk), i);
            return true;
        }

        /// The key of a number, after raising the scale of all if that is needed; null where it does not fit.
        private @Nullable Long scaledTo(BigDecimal value) {
            if (value.scale() <= scale && value.scale() >= 0) {
                return scaled(value, scale);
            }
            BigDecimal number = Numbers.canonical(value);
            if (number.scale() > scale && !raise(number.scale())) {
                return null;
            }
            return scaled(number, scale);
        }

        private boolean raise(int wanted) {
            if (wanted > 18) {
                return false;
            }
            long factor = BigDecimal.TEN.pow(wanted - scale).longValueExact();
            for (Object chunk : chunks) {
                if (Keys.largest(chunk) >= LIMIT / factor) {
                    return false;
                }
            }
            chunks.replaceAll(chunk -> Keys.times(chunk, factor));
            scale = wanted;
            return true;
        }

        private boolean has(int row) {
            return row >>> 16 < chunks.size() && Bits.get(valid.get(row >>> 16), row & Block.CHUNK - 1);
        }

        private long key(int row) {
            return Keys.get(chunks.get(row >>> 16), row & Block.CHUNK - 1);
        }

        @Override
        @Nullable
        Object get(int row) {
            if (!has(row)) {
                return null;
            }
            long key = key(row);
            return dates ? LocalDate.ofEpochDay(key) : Numbers.canonical(BigDecimal.valueOf(key, scale));
        }

        @Override
        Ordered build(int rows, int @Nullable [] order) {
            if (!dates && scale < room) {
                raise(room);
            }
            long[] bounds = Keys.bounds(chunks, valid, dates);
            Codes codes = new Codes();
            BlockStats stats = new BlockStats(2 * bounds.length + 2);
            int[] coded = new int[Block.CHUNK];
            @Nullable Object[] exact = new Object[Block.chunks(rows)];
            for (int first = 0; first < rows; first += Block.CHUNK) {
                int count = Math.min(Block.CHUNK, rows - first);
                long[] keys = new long[count];
                boolean between = false;
                int greatest = 0;
                for (int i = 0; i < count; i++) {
                    int row = order == null ? first + i : order[first + i];
                    keys[i] = has(row) ? key(row) : 0;
                    int code = has(row) ? code(bounds, keys[i]) : 0;
                    between |= isBetween(code);
                    coded[i] = code;
                    greatest = Math.max(greatest, code);
                    stats.reach((first + i) / Block.ROWS);
                    stats.add((first + i) / Block.ROWS, code, isBetween(code));
                }
                codes.add(coded, count, greatest);
                exact[first >>> 16] = between ? Keys.packed(keys) : null;
            }
            return new Ordered(dates, scale, bounds, codes, stats, exact);
        }

        @Override
        int[] keys(int rows) {
            long[] bounds = Keys.bounds(chunks, valid, dates);
            int[] keys = new int[rows];
            for (int row = 0; row < rows; row++) {
                keys[row] = has(row) ? code(bounds, key(row)) : 0;
            }
            return keys;
        }
    }
}
