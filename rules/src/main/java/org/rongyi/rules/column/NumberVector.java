package org.rongyi.rules.column;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The values of a number expression for the rows of a block.
///
/// @param known   rows where no missing element stands behind the value
/// @param present rows that have a value: known and not null
/// @param scaled  values as longs of one scale, or null where `exact` holds them
/// @param exact   values as decimals, or null where `scaled` holds them; null in rows that are not present
record NumberVector(
        long[] known,
        long[] present,
        long @Nullable [] scaled,
        int scale,
        @Nullable BigDecimal @Nullable [] exact) {

    /// The value of a row that is present.
    BigDecimal at(int row) {
        if (scaled != null) {
            return BigDecimal.valueOf(scaled[row], scale);
        }
        BigDecimal value = exact == null ? null : exact[row];
        if (value == null) {
            throw new IllegalStateException("row (%d) of the block has no number".formatted(row));
        }
        return value;
    }
}
