package org.rongyi.rules.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// Arithmetic of FEEL: decimals of 34 digits (IEEE 754 decimal128, half even), as DMN 1.5 §10.3.2.3.1 says. Within
/// 34 digits every sum and product is exact; only quotients, roots of nothing else, are rounded. Out of range is
/// null.
public final class Numbers {

    /// 34 digits, half even.
    public static final MathContext PRECISION = MathContext.DECIMAL128;

    private static final int MAX_EXPONENT = 6144;

    private Numbers() {}

    static @Nullable BigDecimal add(BigDecimal a, BigDecimal b) {
        return inRange(a.add(b, PRECISION));
    }

    static @Nullable BigDecimal subtract(BigDecimal a, BigDecimal b) {
        return inRange(a.subtract(b, PRECISION));
    }

    static @Nullable BigDecimal multiply(BigDecimal a, BigDecimal b) {
        return inRange(a.multiply(b, PRECISION));
    }

    /// Null for a division by zero.
    static @Nullable BigDecimal divide(BigDecimal a, BigDecimal b) {
        return b.signum() == 0 ? null : inRange(a.divide(b, PRECISION));
    }

    /// Null unless the exponent is a whole number; `0 ** 0` is 1.
    static @Nullable BigDecimal power(BigDecimal base, BigDecimal exponent) {
        int n;
        try {
            n = exponent.intValueExact();
        } catch (ArithmeticException notWhole) {
            return null;
        }
        if (Math.abs((long) n) > 999_999_999L || (n < 0 && base.signum() == 0)) {
            return null;
        }
        try {
            BigDecimal power = base.pow(Math.abs(n), PRECISION);
            return n < 0 ? divide(BigDecimal.ONE, power) : inRange(power);
        } catch (ArithmeticException overflow) {
            return null;
        }
    }

    /// Rounds to a number of decimals; null for a scale that is not whole or outside ±6111 (DMN 1.5 table 76).
    static @Nullable BigDecimal round(BigDecimal n, BigDecimal scale, RoundingMode mode) {
        int decimals;
        try {
            decimals = scale.setScale(0, RoundingMode.DOWN).intValueExact();
        } catch (ArithmeticException tooLarge) {
            return null;
        }
        if (decimals < -6111 || decimals > 6176 || Math.abs((long) n.scale()) > 2L * MAX_EXPONENT) {
            return null;
        }
        return inRange(n.setScale(decimals, mode));
    }

    /// `dividend - divisor * floor(dividend / divisor)`: the sign is the divisor's.
    static @Nullable BigDecimal modulo(BigDecimal dividend, BigDecimal divisor) {
        if (divisor.signum() == 0 || tooFarApart(dividend, divisor)) {
            return null;
        }
        BigDecimal remainder = dividend.remainder(divisor);
        boolean adjust = remainder.signum() != 0 && remainder.signum() != divisor.signum();
        return inRange(adjust ? remainder.add(divisor) : remainder);
    }

    /// Whether a whole number is odd (or even); null for a fraction.
    static @Nullable Boolean isOdd(BigDecimal n, boolean odd) {
        BigDecimal remainder = modulo(n, BigDecimal.TWO);
        if (remainder == null || remainder.stripTrailingZeros().scale() > 0) {
            return null;
        }
        return (remainder.signum() != 0) == odd;
    }

    private static boolean tooFarApart(BigDecimal a, BigDecimal b) {
        long exponents = Math.abs(((long) a.precision() - a.scale()) - ((long) b.precision() - b.scale()));
        return exponents > 2L * MAX_EXPONENT;
    }

    private static @Nullable BigDecimal inRange(BigDecimal n) {
        long exponent = (long) n.precision() - n.scale() - 1;
        if (n.signum() != 0 && exponent > MAX_EXPONENT) {
            return null;
        }
        return n.signum() == 0 || exponent < -MAX_EXPONENT ? BigDecimal.ZERO : n;
    }

    /// The one form of a number: no trailing zeros, no negative scale (100, not 1E+2), so that equal numbers are equal
    /// objects.
    public static BigDecimal canonical(BigDecimal n) {
        if (n.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = n.stripTrailingZeros();
        return stripped.scale() < 0 && stripped.scale() > -2 * MAX_EXPONENT ? stripped.setScale(0) : stripped;
    }
}
