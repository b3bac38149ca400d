package org.rongyi.rules.column;

import org.rongyi.rules.plan.Op;

/// Arithmetic on near values. Errors only grow: an exact result always lies within the error of the near one.
/// Where they cannot be told (an overflow, a divisor that may be zero) the error is infinite or no number,
/// and nothing is concluded.
final class Approximation {

    /// Errors are computed with errors of their own.
    static final double SLACK = 1 + 0x1p-40;

    private Approximation() {}

    static void apply(Kernel kernel, Op op, NumberVector a, NumberVector b, NumberVector into) {
        switch (op) {
            case ADD -> sum(a, b, 1, into);
            case SUBTRACT -> sum(a, b, -1, into);
            case MULTIPLY -> product(a, b, into);
            case DIVIDE -> kernel.quotients(a.values, a.errors, b.values, b.errors, into.values, into.errors);
            case NEGATE -> {
                for (int i = 0; i < Block.ROWS; i++) {
                    into.values[i] = -a.values[i];
                    into.errors[i] = a.errors[i];
                }
            }
            default -> throw new IllegalStateException("(%s) is not computed".formatted(op));
        }
    }

    private static void sum(NumberVector a, NumberVector b, double sign, NumberVector into) {
        for (int i = 0; i < Block.ROWS; i++) {
            double sum = a.values[i] + sign * b.values[i];
            into.values[i] = sum;
            into.errors[i] = error(a.errors[i], b.errors[i], sum);
        }
    }

    private static void product(NumberVector a, NumberVector b, NumberVector into) {
        for (int i = 0; i < Block.ROWS; i++) {
            double product = a.values[i] * b.values[i];
            into.values[i] = product;
            double error = Math.abs(a.values[i]) * b.errors[i]
                    + Math.abs(b.values[i]) * a.errors[i]
                    + a.errors[i] * b.errors[i];
            boolean exactZero = a.values[i] == 0 || b.values[i] == 0;
            into.errors[i] = error * SLACK + (exactZero ? 0 : tiny(product)) + NumberVector.rounding(product);
        }
    }

    /// The error of a difference of two values with errors.
    static double error(double a, double b, double difference) {
        return (a + b) * SLACK + NumberVector.rounding(difference);
    }

    /// What a result too small for a binary number may have lost.
    static double tiny(double result) {
        return Math.abs(result) < Double.MIN_NORMAL ? Double.MIN_NORMAL : 0;
    }

    /// The differences of two vectors with their errors, for a comparison with zero.
    static void difference(NumberVector a, NumberVector b, NumberVector into) {
        a.approximate();
        b.approximate();
        into.beginApproximate();
        sum(a, b, -1, into);
    }
}
