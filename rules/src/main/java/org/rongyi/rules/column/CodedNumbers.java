package org.rongyi.rules.column;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.plan.Node;

/// A number for each code of a column: an age for each date, the length of each text, a number that no long
/// holds.
final class CodedNumbers {

    private final Node node;
    private final String elementId;
    private final Column column;
    private final Verdicts verdicts;
    private @Nullable BigDecimal[] exact = {};
    private long[] scaled = {};
    private int scale;
    private double[] near = {};

    CodedNumbers(Node node, String elementId, Column column, Verdicts verdicts) {
        this.node = node;
        this.elementId = elementId;
        this.column = column;
        this.verdicts = verdicts;
    }

    void fill(int firstRow, NumberVector into) {
        prepare();
        column.known(firstRow, into.known);
        System.arraycopy(into.known, 0, into.present, 0, Block.WORDS);
        if (scaled.length > 0) {
            into.beginScaled(scale);
        } else {
            into.beginApproximate();
        }
        Object codes = column.codes.chunk(firstRow >>> 16);
        int at = firstRow & Block.CHUNK - 1;
        for (int i = 0; i < Block.ROWS; i++) {
            int code = Codes.get(codes, at + i);
            if (column instanceof Ordered ordered && code > 0 && Ordered.isBetween(code)) {
                between(ordered, firstRow, i, into);
            } else if (exact[code] == null) {
                into.present[i >>> 6] &= ~(1L << i);
                zero(into, i);
            } else if (into.isScaled()) {
                into.scaled[i] = scaled[code];
            } else {
                into.values[i] = near[code];
                into.errors[i] = NumberVector.rounding(near[code]);
            }
        }
        if (into.isScaled()) {
            into.endScaled();
        }
    }

    /// A date between the bounds: its number is computed alone. One that does not fit makes the block near.
    private void between(Ordered ordered, int firstRow, int i, NumberVector into) {
        BigDecimal number = (BigDecimal) verdicts.value(node, elementId, ordered.value(ordered.key(firstRow + i)));
        if (number == null) {
            into.present[i >>> 6] &= ~(1L << i);
            zero(into, i);
            return;
        }
        Long key = into.isScaled() ? Ordered.scaled(number, scale) : null;
        if (key != null) {
            into.scaled[i] = key;
            return;
        }
        if (into.isScaled()) {
            into.approximate();
            into.beginApproximate();
        }
        into.values[i] = number.doubleValue();
        into.errors[i] = NumberVector.rounding(number.doubleValue());
    }

    private static void zero(NumberVector into, int i) {
        if (into.isScaled()) {
            into.scaled[i] = 0;
        } else {
            into.values[i] = 0;
            into.errors[i] = 0;
        }
    }

    private void prepare() {
        if (exact.length >= column.limit()) {
            return;
        }
        @Nullable Object[] values = verdicts.values(node, elementId, column);
        exact = Arrays.copyOf(values, values.length, BigDecimal[].class);
        scale = 0;
        for (BigDecimal number : exact) {
            scale = number == null ? scale : Math.max(scale, number.scale());
        }
        scaled = new long[scale <= 18 ? exact.length : 0];
        near = new double[exact.length];
        for (int code = 0; code < exact.length; code++) {
            BigDecimal number = exact[code];
            Long key = number == null ? Long.valueOf(0) : scaled.length == 0 ? null : Ordered.scaled(number, scale);
            if (key == null) {
                scaled = new long[0];
            } else if (scaled.length > 0) {
                scaled[code] = key;
            }
            near[code] = number == null ? 0 : number.doubleValue();
        }
    }
}
