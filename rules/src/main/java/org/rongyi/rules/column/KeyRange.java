package org.rongyi.rules.column;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.rongyi.rules.plan.Op;

/// The keys for which `key op constant` holds, as a closed range of longs: exact for any constant.
record KeyRange(long least, long greatest) {

    private static final KeyRange NONE = new KeyRange(1, 0);
    private static final KeyRange ALL = new KeyRange(Long.MIN_VALUE, Long.MAX_VALUE);
    private static final BigDecimal LOWEST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(Long.MAX_VALUE);

    static KeyRange of(Op op, BigDecimal constant, int scale) {
        BigDecimal exact = constant.movePointRight(scale);
        boolean above = exact.compareTo(HIGHEST) > 0;
        if (above || exact.compareTo(LOWEST) < 0) {
            boolean less = op == Op.LT || op == Op.LE;
            return op != Op.EQ && less == above ? ALL : NONE;
        }
        long floor = exact.setScale(0, RoundingMode.FLOOR).longValueExact();
        long ceiling = exact.setScale(0, RoundingMode.CEILING).longValueExact();
        return switch (op) {
            case GE -> new KeyRange(ceiling, Long.MAX_VALUE);
            case GT -> floor == Long.MAX_VALUE ? NONE : new KeyRange(floor + 1, Long.MAX_VALUE);
            case LE -> new KeyRange(Long.MIN_VALUE, floor);
            case LT -> ceiling == Long.MIN_VALUE ? NONE : new KeyRange(Long.MIN_VALUE, ceiling - 1);
            case EQ -> new KeyRange(ceiling, floor);
            default -> throw new IllegalStateException("(%s) does not compare".formatted(op));
        };
    }

    boolean holds(long key) {
        return key >= least && key <= greatest;
    }
}
