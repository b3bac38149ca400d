package org.rongyi.rules.column;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Element;
import org.rongyi.rules.Row;
import org.rongyi.rules.plan.Node;
import org.rongyi.rules.plan.Op;
import org.rongyi.rules.plan.Type;
import org.rongyi.rules.row.Judge;

/// Computes number expressions for a block, each once. Sums and products of scaled longs are exact; where one
/// overflows, the
/// block goes over to decimals. Quotients are decimals of 34 digits, as in the row engine.
final class NumberVectors {

    private final Table table;
    private final Judge constants;
    private final Map<Node, NumberVector> computed = new IdentityHashMap<>();
    private int firstRow;
    private int rows;

    NumberVectors(Table table, LocalDate asOf) {
        this.table = table;
        Row nothing = id -> null;
        this.constants = new Judge(nothing, asOf);
    }

    /// Whether a node is made of number columns, arithmetic, and parts that need no element.
    static boolean canCompute(Node node) {
        if (node.type() != Type.NUMBER) {
            return false;
        }
        return switch (node) {
            case Node.Stored s -> true;
            case Node.Derived d -> canCompute(d.formula());
            case Node.Apply a ->
                switch (a.op()) {
                    case ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE ->
                        canCompute(a.arguments().getFirst())
                                && canCompute(a.arguments().getLast());
                    default -> Atom.readsNothing(node);
                };
            default -> Atom.readsNothing(node);
        };
    }

    /// Begins a block.
    void start(int first, int count) {
        firstRow = first;
        rows = count;
        computed.clear();
    }

    NumberVector of(Node node) {
        NumberVector known = computed.get(node);
        if (known == null) {
            known = compute(node);
            computed.put(node, known);
        }
        return known;
    }

    private NumberVector compute(Node node) {
        return switch (node) {
            case Node.Stored s -> stored(s.element());
            case Node.Derived d -> of(d.formula());
            case Node.Apply a
            when !Atom.readsNothing(a) ->
                a.op() == Op.NEGATE
                        ? binary(
                                Op.SUBTRACT,
                                constant(BigDecimal.ZERO),
                                of(a.arguments().getFirst()))
                        : binary(
                                a.op(),
                                of(a.arguments().get(0)),
                                of(a.arguments().get(1)));
            default -> constant((BigDecimal) constants.constant(node));
        };
    }

    private NumberVector stored(Element element) {
        long[] valid = new long[Bits.words(rows)];
        long[] values = new long[rows];
        if (!(table.column(element.id()) instanceof Column.Numbers column)) {
            return new NumberVector(valid, valid, values, 0, null);
        }
        column.copyValid(firstRow, valid);
        if (column.scale() >= 0) {
            int present = Math.clamp(column.scaled().length - firstRow, 0, rows);
            System.arraycopy(column.scaled(), Math.min(firstRow, column.scaled().length), values, 0, present);
            return new NumberVector(valid, valid, values, column.scale(), null);
        }
        @Nullable BigDecimal[] exact = new BigDecimal[rows];
        for (int i = 0; i < rows; i++) {
            exact[i] = Bits.get(valid, i) ? column.load(firstRow + i) : null;
        }
        return new NumberVector(valid, valid, null, 0, exact);
    }

    private NumberVector constant(@Nullable BigDecimal value) {
        long[] known = new long[Bits.words(rows)];
        Bits.fillFirst(known, rows);
        long[] present = value == null ? new long[known.length] : known;
        if (value == null || fitsLong(value)) {
            long[] scaled = new long[rows];
            int scale = value == null ? 0 : Math.max(0, value.scale());
            Arrays.fill(
                    scaled,
                    value == null ? 0 : value.setScale(scale).unscaledValue().longValueExact());
            return new NumberVector(known, present, scaled, scale, null);
        }
        @Nullable BigDecimal[] exact = new BigDecimal[rows];
        Arrays.fill(exact, value);
        return new NumberVector(known, present, null, 0, exact);
    }

    static boolean fitsLong(BigDecimal value) {
        return value.scale() <= 18 && value.precision() - Math.min(0, value.scale()) <= 18;
    }

    private NumberVector binary(Op op, NumberVector a, NumberVector b) {
        long[] known = new long[a.known().length];
        long[] present = new long[known.length];
        for (int w = 0; w < known.length; w++) {
            long nulls = (a.known()[w] & ~a.present()[w]) | (b.known()[w] & ~b.present()[w]);
            known[w] = (a.known()[w] & b.known()[w]) | nulls;
            present[w] = a.present()[w] & b.present()[w];
        }
        if (op != Op.DIVIDE && a.scaled() != null && b.scaled() != null) {
            NumberVector scaled = scaled(op, a, a.scaled(), b, b.scaled(), known, present);
            if (scaled != null) {
                return scaled;
            }
        }
        @Nullable BigDecimal[] exact = new BigDecimal[rows];
        for (int i = 0; i < rows; i++) {
            if (Bits.get(present, i)) {
                exact[i] = (BigDecimal) op.apply(a.at(i), b.at(i));
                if (exact[i] == null) {
                    present[i >>> 6] &= ~(1L << i);
                }
            }
        }
        return new NumberVector(known, present, null, 0, exact);
    }

    /// The operation on longs, or null where one overflows.
    private @Nullable NumberVector scaled(
            Op op, NumberVector a, long[] left, NumberVector b, long[] right, long[] known, long[] present) {
        long[] result = new long[rows];
        try {
            if (op == Op.MULTIPLY) {
                for (int i = 0; i < rows; i++) {
                    result[i] = Math.multiplyExact(left[i], right[i]);
                }
                int scale = a.scale() + b.scale();
                return scale > 36 ? null : new NumberVector(known, present, result, scale, null);
            }
            int scale = Math.max(a.scale(), b.scale());
            long leftFactor = factor(scale - a.scale());
            long rightFactor = factor(scale - b.scale());
            for (int i = 0; i < rows; i++) {
                long x = Math.multiplyExact(left[i], leftFactor);
                long y = Math.multiplyExact(right[i], rightFactor);
                result[i] = op == Op.ADD ? Math.addExact(x, y) : Math.subtractExact(x, y);
            }
            return new NumberVector(known, present, result, scale, null);
        } catch (ArithmeticException overflow) {
            return null;
        }
    }

    /// Ten to a power.
    ///
    /// @throws ArithmeticException if it is no long
    static long factor(int exponent) {
        return BigDecimal.TEN.pow(exponent).longValueExact();
    }
}
