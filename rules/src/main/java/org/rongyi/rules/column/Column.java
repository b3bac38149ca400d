package org.rongyi.rules.column;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.ValueType;

/// The values of one stored element. Rows without a value have a clear validity bit and a zero in the array.
abstract sealed class Column {

    private long[] valid;

    private Column(int expectedRows) {
        valid = new long[Bits.words(Math.max(64, expectedRows))];
    }

    static Column of(ValueType type, int expectedRows) {
        return switch (type) {
            case NUMBER -> new Numbers(expectedRows);
            case TEXT, CODE, CODES -> new Coded(expectedRows);
            case BOOLEAN -> new Booleans(expectedRows);
            case DATE -> new Dates(expectedRows);
        };
    }

    /// Sets the value of a row; rows come in rising order, those without a value are left out.
    final void put(int row, Object value) {
        valid = Bits.grownFor(valid, row);
        Bits.set(valid, row);
        store(row, value);
    }

    final boolean has(int row) {
        return row >>> 6 < valid.length && Bits.get(valid, row);
    }

    final @Nullable Object get(int row) {
        return has(row) ? load(row) : null;
    }

    /// Copies the validity of a block of rows that starts at a multiple of 64.
    final void copyValid(int firstRow, long[] into) {
        int first = firstRow >>> 6;
        int present = Math.clamp(valid.length - first, 0, into.length);
        System.arraycopy(valid, Math.min(first, valid.length), into, 0, present);
        Arrays.fill(into, present, into.length, 0L);
    }

    abstract void store(int row, Object value);

    abstract Object load(int row);

    static int grownLength(int length, int row) {
        return Math.max(row + 1, length + (length >> 1));
    }

    /// Numbers as `long` of one scale (`12.50` is 1250 at scale 2) as long as they fit, then as decimals.
    static final class Numbers extends Column {

        private static final long LIMIT = 1_000_000_000_000_000_000L;

        private long[] scaled;
        private int scale;
        private BigDecimal @Nullable [] exact;

        private Numbers(int expectedRows) {
            super(expectedRows);
            scaled = new long[Math.max(64, expectedRows)];
        }

        /// The common scale, or -1 where the column holds decimals.
        int scale() {
            return exact == null ? scale : -1;
        }

        /// The scaled values; only where [#scale] is not -1. Longer than the table or shorter, where the last rows have
        /// no value.
        long[] scaled() {
            return scaled;
        }

        @Override
        void store(int row, Object value) {
            BigDecimal number = org.rongyi.rules.plan.Numbers.canonical((BigDecimal) value);
            if (exact == null && !fits(number)) {
                exact = decimals();
                scaled = new long[0];
            }
            if (exact != null) {
                if (row >= exact.length) {
                    exact = Arrays.copyOf(exact, grownLength(exact.length, row));
                }
                exact[row] = number;
                return;
            }
            if (row >= scaled.length) {
                scaled = Arrays.copyOf(scaled, grownLength(scaled.length, row));
            }
            scaled[row] = number.setScale(scale).unscaledValue().longValueExact();
        }

        /// Whether a number fits as a scaled long, after raising the scale of all if that is needed and possible.
        private boolean fits(BigDecimal number) {
            int wanted = Math.max(scale, number.scale());
            if (number.precision() - number.scale() + wanted > 18 || wanted > 18) {
                return false;
            }
            if (wanted > scale) {
                long factor = BigDecimal.TEN.pow(wanted - scale).longValueExact();
                long largest = LIMIT / factor;
                for (long value : scaled) {
                    if (Math.abs(value) >= largest) {
                        return false;
                    }
                }
                for (int i = 0; i < scaled.length; i++) {
                    scaled[i] *= factor;
                }
                scale = wanted;
            }
            return true;
        }

        private BigDecimal[] decimals() {
            BigDecimal[] decimals = new BigDecimal[scaled.length];
            for (int i = 0; i < decimals.length; i++) {
                decimals[i] = BigDecimal.valueOf(scaled[i], scale);
            }
            return decimals;
        }

        @Override
        BigDecimal load(int row) {
            return exact != null
                    ? exact[row]
                    : org.rongyi.rules.plan.Numbers.canonical(BigDecimal.valueOf(scaled[row], scale));
        }
    }

    /// Texts, codes and sets of codes: each distinct value once, rows hold its number.
    static final class Coded extends Column {

        private int[] codes;
        private final Distinct distinct = new Distinct();

        private Coded(int expectedRows) {
            super(expectedRows);
            codes = new int[Math.max(64, expectedRows)];
        }

        int code(int row) {
            return codes[row];
        }

        int distinctValues() {
            return distinct.size();
        }

        Object distinctValue(int code) {
            return distinct.value(code);
        }

        @Override
        void store(int row, Object value) {
            if (row >= codes.length) {
                codes = Arrays.copyOf(codes, grownLength(codes.length, row));
            }
            codes[row] = distinct.code(value instanceof Collection<?> set ? sorted(set) : value);
        }

        private static SortedSet<String> sorted(Collection<?> set) {
            TreeSet<String> sorted = new TreeSet<>();
            set.forEach(item -> sorted.add((String) item));
            return Collections.unmodifiableSortedSet(sorted);
        }

        @Override
        Object load(int row) {
            return distinct.value(codes[row]);
        }
    }

    static final class Booleans extends Column {

        private long[] bits;

        private Booleans(int expectedRows) {
            super(expectedRows);
            bits = new long[Bits.words(Math.max(64, expectedRows))];
        }

        @Override
        void store(int row, Object value) {
            bits = Bits.grownFor(bits, row);
            if ((Boolean) value) {
                Bits.set(bits, row);
            }
        }

        @Override
        Boolean load(int row) {
            return Bits.get(bits, row);
        }
    }

    /// Days since 1970-01-01.
    static final class Dates extends Column {

        private int[] days;
        private int first = Integer.MAX_VALUE;
        private int last = Integer.MIN_VALUE;

        private Dates(int expectedRows) {
            super(expectedRows);
            days = new int[Math.max(64, expectedRows)];
        }

        int day(int row) {
            return days[row];
        }

        /// The earliest day of the column; after [#last] where it has none.
        int first() {
            return first;
        }

        int last() {
            return last;
        }

        @Override
        void store(int row, Object value) {
            if (row >= days.length) {
                days = Arrays.copyOf(days, grownLength(days.length, row));
            }
            int day = Math.toIntExact(((LocalDate) value).toEpochDay());
            days[row] = day;
            first = Math.min(first, day);
            last = Math.max(last, day);
        }

        @Override
        LocalDate load(int row) {
            return LocalDate.ofEpochDay(days[row]);
        }
    }
}
