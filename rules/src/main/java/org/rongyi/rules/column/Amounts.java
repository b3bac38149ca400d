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

    private final Table table;
    private final Node amount;
    private final LocalDate asOf;
    private final @Nullable BigDecimal cap;
    private final List<RoaringBitmap> sets;

    /// How often each row counts; null for once.
    private final long @Nullable [] counts;

    private final double total;
    private final @Nullable Binding binding;

    private Amounts(
            Table table,
            Node amount,
            LocalDate asOf,
            @Nullable BigDecimal cap,
            List<RoaringBitmap> sets,
            long @Nullable [] counts) {
        this.table = table;
        this.amount = amount;
        this.asOf = asOf;
        this.cap = cap;
        this.sets = sets;
        this.counts = counts;
        this.total = counts == null ? Block.ROWS : LongStream.of(counts).sum();
        // The circuit of a question about the amount holds the conditions that the amount hangs on.
        this.binding = NumberVectors.canCompute(amount)
                ? new Binding(Circuit.of(List.of(new Node.Absent(amount))), table, asOf)
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

    /// Adds up the amounts of sets of rows; the sums stand in the order of the sets.
    ///
    /// @param cap the highest amount; null for none
    /// @throws IllegalArgumentException if the rule gives no number
    public static List<Sum> of(
            Table table, Rule amount, LocalDate asOf, @Nullable BigDecimal cap, List<RoaringBitmap> sets, int threads) {
        Node node = node(amount);
        table.structureLock().lock();
        try {
            return new Amounts(table, node, asOf, cap, sets, null).sums(threads);
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
            return amounts.stream()
                    .map(amount ->
                            of(table, amount, asOf, cap, List.of(set), threads).getFirst())
                    .toList();
        }
        RoaringBitmap all = new RoaringBitmap();
        all.add(0L, alike.kinds().rows());
        Sum[] sums = new Sum[amounts.size()];
        AtomicInteger next = new AtomicInteger();
        Threads.run(Math.max(1, Math.min(threads, sums.length)), () -> {
            for (int i = next.getAndIncrement(); i < sums.length; i = next.getAndIncrement()) {
                sums[i] = new Amounts(alike.kinds(), node(amounts.get(i)), asOf, cap, List.of(all), alike.counts())
                        .sums(1)
                        .getFirst();
            }
            return sums;
        });
        return List.of(sums);
    }

    private static Node node(Rule amount) {
        if (amount.type() != ValueType.NUMBER) {
            throw new IllegalArgumentException("rule (%s) gives no number".formatted(amount.text()));
        }
        return new Pool().intern(amount.plan().node());
    }

    private List<Sum> sums(int threads) {
        int rows = table.rows();
        int chunks = Block.chunks(rows);
        AtomicInteger next = new AtomicInteger();
        List<Adding[]> parts = Threads.run(Math.max(1, Math.min(threads, chunks)), () -> {
            Adding[] adding = new Adding[sets.size()];
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
        for (int i = 0; i < sets.size(); i++) {
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
        for (int at = first; at < end; at += Block.ROWS) {
            int behind = Math.min(end, at + Block.ROWS);
            if (!anyBefore(each, behind)) {
                continue;
            }
            long stamp = lock.readLock();
            try {
                if (matcher == null) {
                    rowByRow(each, behind, adding);
                } else {
                    matcher.start(at / Block.ROWS, rows);
                    NumberVector vector = matcher.number(amount);
                    for (int i = 0; i < each.length; i++) {
                        if (each[i].isBefore(behind)) {
                            adding[i].block(each[i], at, behind, vector);
                        }
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

    private void rowByRow(InTurn[] each, int behind, Adding[] adding) {
        for (int i = 0; i < each.length; i++) {
            while (each[i].isBefore(behind)) {
                int row = each[i].next();
                Judge judge = new Judge(table.rowUnderLock(row), asOf);
                if (judge.value(amount) instanceof BigDecimal value) {
                    adding[i].some(value, times(row));
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

        void block(InTurn rows, int first, int behind, NumberVector vector) {
            if (vector.isScaled() && vector.largest * total < SAFE) {
                scaled(rows, first, behind, vector);
                return;
            }
            vector.approximate();
            while (rows.isBefore(behind)) {
                int row = rows.next();
                int i = row - first;
                if (Bits.get(vector.present, i) && Double.isFinite(vector.values[i])) {
                    some(BigDecimal.valueOf(vector.values[i]), times(row));
                }
            }
        }

        private void scaled(InTurn rows, int first, int behind, NumberVector vector) {
            long most = most(vector.scale);
            long all = 0;
            long below = 0;
            long over = 0;
            while (rows.isBefore(behind)) {
                int row = rows.next();
                int i = row - first;
                long value = vector.scaled[i];
                if (value >= 0 && Bits.get(vector.present, i)) {
                    long times = times(row);
                    known += times;
                    all += value * times;
                    below += value > most ? 0 : value * times;
                    over += value > most ? times : 0;
                }
            }
            sum = sum.add(BigDecimal.valueOf(all, vector.scale));
            beyond += over;
            capped = capped.add(BigDecimal.valueOf(below, vector.scale));
            capped = cap == null ? capped : capped.add(cap.multiply(BigDecimal.valueOf(over)));
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
