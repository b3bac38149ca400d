package org.rongyi.rules.plan;

import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// List functions of FEEL. A null member makes the result null, and so does an empty list.
final class Lists {

    private Lists() {}

    static @Nullable BigDecimal sum(Collection<?> list) {
        BigDecimal sum = list.isEmpty() ? null : BigDecimal.ZERO;
        for (Object item : list) {
            if (sum == null || item == null) {
                return null;
            }
            sum = Numbers.add(sum, (BigDecimal) item);
        }
        return sum;
    }

    static @Nullable BigDecimal mean(Collection<?> list) {
        BigDecimal sum = sum(list);
        return sum == null ? null : Numbers.divide(sum, BigDecimal.valueOf(list.size()));
    }

    /// The least (sign -1) or greatest (sign 1) member.
    static @Nullable Object extreme(Collection<?> list, int sign) {
        Object best = null;
        for (Object item : list) {
            if (item == null) {
                return null;
            }
            if (best == null || Integer.signum(Values.compare(item, best)) == sign) {
                best = item;
            }
        }
        return best;
    }
}
