package org.rongyi.rules.column;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Texts, codes, sets of codes, truth values, and numbers that no `long` holds: each distinct value once, a
/// row has its number. Values known when the table is built are numbered in their order, so that those that
/// begin alike are neighbours, very many texts in that of their hashes; later ones follow. Values may be added
/// while others read.
final class Coded extends Column {

    /// Beyond so many values those in order are searched: a map of all takes more memory than the values.
    private static final int MANY = 1 << 16;

    private final Map<Object, Integer> numbers = new HashMap<>();

    /// Values with codes below this are in order and not in the map.
    private final int ordered;

    /// Very many texts, which have the first codes.
    private final @Nullable Texts texts;

    private final int inTexts;

    /// By code, less those in texts; the first stands for none.
    private volatile Object[] values;

    private volatile int limit;

    /// @param values less those in texts; the first stands for none
    private Coded(@Nullable Texts texts, Object[] values, Codes codes, BlockStats stats) {
        super(codes, stats);
        this.texts = texts;
        this.inTexts = texts == null ? 0 : texts.size();
        this.values = values;
        this.limit = inTexts + values.length;
        this.ordered = texts != null ? inTexts + 1 : values.length > MANY ? ordered(values) : 1;
        for (int code = ordered; code < limit; code++) {
            numbers.put(values[code - inTexts], code);
        }
    }

    private static int ordered(Object[] values) {
        int code = 2;
        while (code < values.length && compare(values[code - 1], values[code]) < 0) {
            code++;
        }
        return code;
    }

    private static int compare(Object a, Object b) {
        return a instanceof SortedSet<?> x && b instanceof SortedSet<?> y
                ? x.toString().compareTo(y.toString())
                : org.rongyi.rules.plan.Values.compare(a, b);
    }

    /// Sorted in a tenth of the time that the order of texts takes, and found again as well.
    private static int byHash(String a, String b) {
        int order = Integer.compare(a.hashCode(), b.hashCode());
        return order != 0 ? order : a.compareTo(b);
    }

    @Override
    int limit() {
        return limit;
    }

    /// The code of a value, or 0.
    int code(Object value) {
        synchronized (numbers) {
            Integer known = numbers.get(value);
            return known != null ? known : searched(value);
        }
    }

    private int searched(Object value) {
        int low = 1;
        int high = ordered - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Object there = value(middle);
            int order = there instanceof String text && value instanceof String wanted && texts != null
                    ? byHash(text, wanted)
                    : compare(there, value);
            if (order == 0) {
                return there.equals(value) ? middle : 0;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return 0;
    }

    @Override
    Cell cell(@Nullable Object value) {
        if (value == null) {
            return Cell.NONE;
        }
        Object kept = kept(value);
        synchronized (numbers) {
            int known = code(kept);
            return new Cell(known > 0 ? known : added(kept), 0);
        }
    }

    private int added(Object value) {
        int code = limit;
        int at = code - inTexts;
        Object[] all = values;
        if (at == all.length) {
            all = Arrays.copyOf(all, Math.max(at + 1, at + (at >> 1)));
        }
        all[at] = value;
        values = all;
        limit = code + 1;
        numbers.put(value, code);
        return code;
    }

    /// A value as the column keeps it: sets sorted and unmodifiable, numbers in their one form.
    static Object kept(Object value) {
        return switch (value) {
            case Collection<?> set -> sorted(set);
            case java.math.BigDecimal n -> org.rongyi.rules.plan.Numbers.canonical(n);
            default -> value;
        };
    }

    private static SortedSet<String> sorted(Collection<?> set) {
        TreeSet<String> sorted = new TreeSet<>();
        set.forEach(item -> sorted.add((String) item));
        return Collections.unmodifiableSortedSet(sorted);
    }

    @Override
    long keyBeside(int row) {
        return 0;
    }

    @Override
    @Nullable
    Object value(int code, long keyBeside) {
        return code == 0 ? null : value(code);
    }

    private Object value(int code) {
        return texts != null && code <= inTexts ? texts.get(code - 1) : values[code - inTexts];
    }

    @Override
    void put(int row, Cell cell) {
        int block = row / Block.ROWS;
        stats.remove(block, codes.get(row), false);
        codes.set(row, cell.code());
        stats.add(block, cell.code(), false);
    }

    void write(TableOut out) throws IOException {
        out.one(inTexts);
        if (texts != null) {
            texts.write(out);
        }
        TableFile.values(values, limit - inTexts, out);
        codes.write(out);
        stats.write(out);
    }

    static Coded read(TableIn in) {
        Texts texts = in.oneInt() == 0 ? null : Texts.read(in);
        Object[] values = TableFile.values(in);
        Codes codes = Codes.read(in);
        return new Coded(texts, values, codes, BlockStats.read(in));
    }

    /// Gathers values, numbered as they come.
    static final class Builder extends ColumnBuilder {

        /// Sets that are remembered as the objects they came as.
        private static final int SETS = 1 << 12;

        private final Map<Object, Integer> numbers = new HashMap<>();
        private final Map<Object, Integer> sets = new IdentityHashMap<>();
        private final List<Object> values = new ArrayList<>();
        private final List<int[]> chunks = new ArrayList<>();
        private boolean texts = true;
        private int taken;
        /// Nearly every text is another: they are no longer looked up as they come, those that are equal are found at
        /// the end.
        private boolean listed;

        @Override
        boolean put(int row, Object value) {
            while (chunks.size() <= row >>> 16) {
                chunks.add(new int[Block.CHUNK]);
            }
            chunks.get(row >>> 16)[row & Block.CHUNK - 1] = value instanceof Collection<?> ? ofSet(value) : of(value);
            return true;
        }

        /// Who reads many rows hands over the same object again where the same set comes again.
        private int ofSet(Object set) {
            Integer known = sets.get(set);
            if (known == null) {
                known = of(set);
                if (sets.size() < SETS) {
                    sets.put(set, known);
                }
            }
            return known;
        }

        private int of(Object value) {
            Object kept = kept(value);
            texts &= kept instanceof String;
            taken++;
            Integer known = listed ? null : numbers.putIfAbsent(kept, values.size() + 1);
            if (known != null) {
                return known;
            }
            values.add(kept);
            if (!listed && texts && values.size() > MANY && taken < 2 * values.size()) {
                listed = true;
                numbers.clear();
            }
            return values.size();
        }

        @Override
        @Nullable
        Object get(int row) {
            int code = row >>> 16 < chunks.size() ? chunks.get(row >>> 16)[row & Block.CHUNK - 1] : 0;
            return code == 0 ? null : values.get(code - 1);
        }

        @Override
        Coded build(int rows, int @Nullable [] order) {
            boolean many = texts && values.size() > MANY;
            int[] ranks = many ? ranksByHash() : ranks();
            int distinct = Arrays.stream(ranks).max().orElse(0);
            Codes codes = new Codes();
            BlockStats stats = new BlockStats(distinct + 1);
            int[] chunk = new int[Block.CHUNK];
            for (int first = 0; first < rows; first += Block.CHUNK) {
                int count = Math.min(Block.CHUNK, rows - first);
                int greatest = 0;
                for (int i = 0; i < count; i++) {
                    chunk[i] = ranks[code(order == null ? first + i : order[first + i])];
                    greatest = Math.max(greatest, chunk[i]);
                    stats.reach((first + i) / Block.ROWS);
                    stats.add((first + i) / Block.ROWS, chunk[i], false);
                }
                codes.add(chunk, count, greatest);
            }
            Object[] ordered = new Object[distinct + 1];
            for (int i = 0; i < values.size(); i++) {
                ordered[ranks[i + 1]] = values.get(i);
            }
            return many
                    ? new Coded(Texts.of(ordered, 1), new Object[] {false}, codes, stats)
                    : new Coded(null, ordered, codes, stats);
        }

        /// The same as [#ranks] in the order of hashes, and equal texts alike.
        private int[] ranksByHash() {
            int count = values.size();
            long[] hashes = new long[count];
            for (int i = 0; i < count; i++) {
                hashes[i] = (long) values.get(i).hashCode() << 32 | i;
            }
            Arrays.sort(hashes);
            int[] ranks = new int[count + 1];
            int rank = 0;
            for (int from = 0; from < count; ) {
                int to = from + 1;
                while (to < count && hashes[to] >> 32 == hashes[from] >> 32) {
                    to++;
                }
                if (to == from + 1) {
                    ranks[(int) hashes[from] + 1] = ++rank;
                } else {
                    rank = alike(hashes, from, to, ranks, rank);
                }
                from = to;
            }
            return ranks;
        }

        /// Ranks of texts with the same hash: nearly always the same text.
        private int alike(long[] hashes, int from, int to, int[] ranks, int before) {
            List<Integer> some = new ArrayList<>();
            for (int i = from; i < to; i++) {
                some.add((int) hashes[i]);
            }
            some.sort((a, b) -> compare(values.get(a), values.get(b)));
            int rank = before;
            for (int i = 0; i < some.size(); i++) {
                boolean again = i > 0 && values.get(some.get(i)).equals(values.get(some.get(i - 1)));
                rank += again ? 0 : 1;
                ranks[some.get(i) + 1] = rank;
            }
            return rank;
        }

        private int code(int row) {
            return row >>> 16 < chunks.size() ? chunks.get(row >>> 16)[row & Block.CHUNK - 1] : 0;
        }

        /// For each number given so far its place in the order of the values.
        private int[] ranks() {
            Integer[] byValue = new Integer[values.size()];
            for (int i = 0; i < byValue.length; i++) {
                byValue[i] = i;
            }
            Arrays.sort(byValue, (a, b) -> compare(values.get(a), values.get(b)));
            int[] ranks = new int[values.size() + 1];
            for (int i = 0; i < byValue.length; i++) {
                ranks[byValue[i] + 1] = i + 1;
            }
            return ranks;
        }

        @Override
        int[] keys(int rows) {
            int[] ranks = ranks();
            int[] keys = new int[rows];
            for (int row = 0; row < rows; row++) {
                keys[row] = ranks[code(row)];
            }
            return keys;
        }
    }
}
