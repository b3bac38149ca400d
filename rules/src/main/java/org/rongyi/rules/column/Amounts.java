package org.rongyi.rules.column;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.rongyi.rules.Rule;
import org.rongyi.rules.ValueType;
import org.rongyi.rules.plan.Node;
import org.rongyi.rules.plan.Pool;
import org.rongyi.rules.row.Judge;

/// Adds up what a rule gives for many rows, such as what a policy costs: for several sets of rows at once, the amount
/// of each block computed once for all of them; or several amounts for one set.
public final class Amounts {
    /// Below this the sum of a block's scaled values fits a long.
    private static final double SAFE = 0x1p61;

    /// Near values below this are added up as they are.
    private static final double HUGE = 1e200;

    private final Table table;
    /// Of one pool: what several have in common is computed once.
    private final List<Node> amounts;

    private final LocalDate asOf;
    private final @Nullable BigDecimal cap;
    private final List<RoaringBitmap> sets;

    /// How often each row counts; null for once.
    private final long @Nullable [] counts;

    private final double total;
    private final @Nullable Binding binding;

    private Amounts(
            Table table,
            List<Rule> rules,
            LocalDate asOf,
            @Nullable BigDecimal cap,
            List<RoaringBitmap> sets,
            long @Nullable [] counts) {
        this.table = table;
        this.amounts = nodes(rules);
        this.asOf = asOf;
        this.cap = cap;
        this.sets = sets;
        this.counts = counts;
        this.total = counts == null ? Block.ROWS : LongStream.of(counts).sum();
        // The circuit of a question about an amount holds the conditions that the amount hangs on.
        List<Node> questions = new ArrayList<>();
        amounts.forEach(amount -> questions.add(new Node.Absent(amount)));
        this.binding = amounts.stream().allMatch(NumberVectors::canCompute)
                ? new Binding(Circuit.of(questions), table, asOf)
                : null;
    }

    /// What the rows of a set give together. Rows whose amount is unknown, null or below zero add nothing and are not
    /// counted. Exact, but for amounts with divisions or very large numbers: those are near.
    ///
    /// @param known  rows that have an amount
    /// @param sum    of the amounts
    /// @param capped of the amounts, none above the cap
    /// @param beyond rows whose amount lies above the cap
    public record Sum(long known, BigDecimal sum, BigDecimal capped, long beyond) {}

    /// Whether an amount can only be computed row by row, which takes a large table many times as long.
    public static boolean slow(Rule amount) {
        return !nodes(List.of(amount)).stream().allMatch(NumberVectors::canCompute);
    }

    /// Adds up the amounts of sets of rows; the sums stand in the order of the sets.
    ///
    /// @param cap the highest amount; null for none
    /// @throws IllegalArgumentException if the rule gives no number
    public static List<Sum> of(
            Table table, Rule amount, LocalDate asOf, @Nullable BigDecimal cap, List<RoaringBitmap> sets, int threads) {
        return together(table, List.of(amount), asOf, cap, sets, threads);
    }

    /// For each amount the sums of all sets.
    static List<Sum> together(
            Table table,
            List<Rule> amounts,
            LocalDate asOf,
            @Nullable BigDecimal cap,
            List<RoaringBitmap> sets,
            int threads) {
        table.structureLock().lock();
        try {
            return new Amounts(table, amounts, asOf, cap, sets, null).sums(threads);
        } finally {
            table.structureLock().unlock();
        }
    }

    /// Adds up several amounts over one set of rows, such as an amount with one of its numbers turned. Rows that are
    /// alike in all that the amounts read are computed once.
    ///
    /// @throws IllegalArgumentException if a rule gives no number
    public static List<Sum> ofMany(
            Table table, List<Rule> amounts, LocalDate asOf, @Nullable BigDecimal cap, RoaringBitmap set, int threads) {
        Set<String> read = new TreeSet<>();
        amounts.forEach(amount -> read.addAll(amount.elements()));
        AlikeRows alike;
        table.structureLock().lock();
        try {
            alike = AlikeRows.of(table, read, set, threads);
        } finally {
            table.structureLock().unlock();
        }
        if (alike == null) {
            return together(table, amounts, asOf, cap, List.of(set), threads);
        }
        RoaringBitmap all = new RoaringBitmap();
        all.add(0L, alike.kinds().rows());
        Sum[] sums = new Sum[amounts.size()];
        AtomicInteger next = new AtomicInteger();
        Threads.run(Math.max(1, Math.min(threads, sums.length)), () -> {
            for (int i = next.getAndIncrement(); i < sums.length; i = next.getAndIncrement()) {
                List<Rule> one = List.of(amounts.get(i));
                sums[i] = new Amounts(alike.kinds(), one, asOf, cap, List.of(all), alike.counts())
                        .sums(1)
                        .getFirst();
            }
            return sums;
        });
        return List.of(sums);
    }

    private static List<Node> nodes(List<Rule> amounts) {
        Pool pool = new Pool();
        List<Node> nodes = new ArrayList<>();
        for (Rule amount : amounts) {
            if (amount.type() != ValueType.NUMBER) {
                throw new IllegalArgumentException("rule (%s) gives no number".formatted(amount.text()));
            }
            nodes.add(pool.intern(amount.plan().node()));
        }
        return nodes;
    }

    private List<Sum> sums(int threads) {
        int rows = table.rows();
        int chunks = Block.chunks(rows);
        AtomicInteger next = new AtomicInteger();
        List<Adding[]> parts = Threads.run(Math.max(1, Math.min(threads, chunks)), () -> {
            Adding[] adding = new Adding[amounts.size() * sets.size()];
            for (int i = 0; i < adding.length; i++) {
                adding[i] = new Adding();
            }
            BlockMatcher matcher = binding == null ? null : new BlockMatcher(binding, Kernel.best(), 0);
            for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
                chunk(chunk, rows, matcher, adding);
            }
            return adding;
        });
        List<Sum> sums = new ArrayList<>();
        for (int i = 0; i < amounts.size() * sets.size(); i++) {
            Adding whole = new Adding();
            for (Adding[] part : parts) {
                whole.add(part[i]);
            }
            sums.add(whole.sum());
        }
        return sums;
    }

    private void chunk(int chunk, int rows, @Nullable BlockMatcher matcher, Adding[] adding) {
        InTurn[] each = new InTurn[sets.size()];
        int first = chunk * Block.CHUNK;
        for (int i = 0; i < each.length; i++) {
            each[i] = new InTurn(sets.get(i), first);
        }
        int end = Math.min(rows, first + Block.CHUNK);
        var lock = table.lock(chunk);
        int[] some = new int[Block.ROWS];
        for (int at = first; at < end; at += Block.ROWS) {
            Threads.goOn();
            int behind = Math.min(end, at + Block.ROWS);
            if (!anyBefore(each, behind)) {
                continue;
            }
            long stamp = lock.readLock();
            try {
                if (matcher != null) {
                    matcher.start(at / Block.ROWS, rows);
                }
                for (int i = 0; i < each.length; i++) {
                    int count = each[i].before(behind, some);
                    if (count > 0 && matcher == null) {
                        rowByRow(some, count, i, adding);
                    }
                    for (int a = 0; a < amounts.size() && count > 0 && matcher != null; a++) {
                        adding[a * each.length + i].block(some, count, at, matcher.number(amounts.get(a)));
                    }
                }
            } finally {
                lock.unlockRead(stamp);
            }
        }
    }

    private static boolean anyBefore(InTurn[] each, int row) {
        for (InTurn rows : each) {
            if (rows.isBefore(row)) {
                return true;
            }
        }
        return false;
    }

    private void rowByRow(int[] some, int count, int set, Adding[] adding) {
        for (int k = 0; k < count; k++) {
            Judge judge = new Judge(table.rowUnderLock(some[k]), asOf);
            for (int a = 0; a < amounts.size(); a++) {
                if (judge.value(amounts.get(a)) instanceof BigDecimal value) {
                    adding[a * sets.size() + set].some(value, times(some[k]));
                }
            }
        }
    }

    private long times(int row) {
        return counts == null ? 1 : counts[row];
    }

    /// A sum that grows.
    private final class Adding {
        private long known;
        private long beyond;
        private BigDecimal sum = BigDecimal.ZERO;
        private BigDecimal capped = BigDecimal.ZERO;

        void some(BigDecimal value, long times) {
            if (value.signum() < 0) {
                return;
            }
            boolean over = cap != null && value.compareTo(cap) > 0;
            BigDecimal many = BigDecimal.valueOf(times);
            known += times;
            beyond += over ? times : 0;
            sum = sum.add(value.multiply(many));
            capped = capped.add((over && cap != null ? cap : value).multiply(many));
        }

        void block(int[] rows, int count, int first, NumberVector vector) {
            if (vector.isScaled() && vector.largest * total < SAFE) {
                scaled(rows, count, first, vector);
                return;
            }
            vector.approximate();
            double most = cap == null ? Double.POSITIVE_INFINITY : cap.doubleValue();
            double all = 0;
            double below = 0;
            long over = 0;
            for (int k = 0; k < count; k++) {
                int i = rows[k] - first;
                double value = vector.values[i];
                if (value >= 0 && Bits.get(vector.present, i)) {
                    long times = times(rows[k]);
                    if (value < HUGE) {
                        known += times;
                        all += value * times;
                        below += value > most ? 0 : value * times;
                        over += value > most ? times : 0;
                    } else if (Double.isFinite(value)) {
                        some(BigDecimal.valueOf(value), times);
                    }
                }
            }
            add(BigDecimal.valueOf(all), BigDecimal.valueOf(below), over);
        }

        private void add(BigDecimal all, BigDecimal below, long over) {
            sum = sum.add(all);
            beyond += over;
            capped = capped.add(below);
            capped = cap == null ? capped : capped.add(cap.multiply(BigDecimal.valueOf(over)));
        }

        private void scaled(int[] rows, int count, int first, NumberVector vector) {
            long most = most(vector.scale);
            long all = 0;
            long below = 0;
            long over = 0;
            for (int k = 0; k < count; k++) {
                int i = rows[k] - first;
                long value = vector.scaled[i];
                if (value >= 0 && Bits.get(vector.present, i)) {
                    long times = times(rows[k]);
                    known += times;
                    all += value * times;
                    below += value > most ? 0 : value * times;
                    over += value > most ? times : 0;
                }
            }
            add(BigDecimal.valueOf(all, vector.scale), BigDecimal.valueOf(below, vector.scale), over);
        }

        /// The cap in units of a scale. One that no long holds lies above every value here.
        private long most(int scale) {
            BigInteger units =
                    cap == null ? null : cap.setScale(scale, RoundingMode.DOWN).unscaledValue();
            return units == null || units.bitLength() > 62 ? Long.MAX_VALUE : units.longValue();
        }

        void add(Adding other) {
            known += other.known;
            beyond += other.beyond;
            sum = sum.add(other.sum);
            capped = capped.add(other.capped);
        }

        Sum sum() {
            return new Sum(known, sum, capped, beyond);
        }
    }
}
