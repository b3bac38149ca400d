package org.rongyi.rules.column;

import java.util.Arrays;
import java.util.stream.LongStream;

/// The values of a number expression for the rows of a block: exactly, as longs of one scale, or nearly, as
/// binary numbers of which each lies within its error of the exact one. Made once for an expression and
/// filled again for every block.
final class NumberVector {

    /// What rounding may add to an error, as a share of the value: some bits more than a `double` loses in an
    /// operation.
    static final double ROUNDING = 0x1p-49;

    private static final long[] POWERS =
            LongStream.iterate(1, power -> power * 10).limit(19).toArray();

    /// Below this no sum of two scaled values overflows.
    private static final double SAFE = 0x1p61;

    /// rows where no missing element stands behind the value
    final long[] known = new long[Block.WORDS];

    /// rows that have a value: known and not null
    final long[] present = new long[Block.WORDS];

    /// Exact values, while [#isScaled].
    long[] scaled = {};

    int scale;

    /// No scaled value is farther from 0.
    double largest;

    /// Near values and their errors, once [#approximate] was called.
    double[] values = {};

    double[] errors = {};
    int block = -1;

    /// The same in all rows.
    boolean isConstant;

    private boolean isScaled;
    private boolean isApproximate;

    boolean isScaled() {
        return isScaled;
    }

    /// Begins exact values of a scale.
    long[] beginScaled(int newScale) {
        if (scaled.length == 0) {
            scaled = new long[Block.ROWS];
        }
        scale = newScale;
        isScaled = true;
        isApproximate = false;
        return scaled;
    }

    /// Begins near values.
    void beginApproximate() {
        if (values.length == 0) {
            values = new double[Block.ROWS];
            errors = new double[Block.ROWS];
        }
        isScaled = false;
        isApproximate = true;
    }

    /// Ends exact values.
    void endScaled() {
        double most = 0;
        for (long value : scaled) {
            most = Math.max(most, Math.abs((double) value));
        }
        largest = most;
    }

    /// Sees to it that near values are there.
    void approximate() {
        if (isApproximate) {
            return;
        }
        if (values.length == 0) {
            values = new double[Block.ROWS];
            errors = new double[Block.ROWS];
        }
        double unit = Math.pow(10, scale);
        for (int i = 0; i < Block.ROWS; i++) {
            values[i] = scaled[i] / unit;
        }
        if (scale == 0 && largest < 0x1p53) {
            Arrays.fill(errors, 0);
        } else {
            for (int i = 0; i < Block.ROWS; i++) {
                errors[i] = rounding(values[i]);
            }
        }
        isApproximate = true;
    }

    static double rounding(double value) {
        return Math.abs(value) * ROUNDING;
    }

    /// The factors that bring two scaled vectors to one scale; none where that could overflow.
    static long[] factors(NumberVector a, NumberVector b) {
        int common = Math.max(a.scale, b.scale);
        if (common - Math.min(a.scale, b.scale) > 18) {
            return new long[0];
        }
        long left = power(common - a.scale);
        long right = power(common - b.scale);
        return a.largest * left < SAFE && b.largest * right < SAFE ? new long[] {left, right} : new long[0];
    }

    static boolean productFits(NumberVector a, NumberVector b) {
        return a.largest * b.largest < SAFE && a.scale + b.scale <= 36;
    }

    /// Ten to a power from 0 to 18.
    static long power(int exponent) {
        return POWERS[exponent];
    }
}
