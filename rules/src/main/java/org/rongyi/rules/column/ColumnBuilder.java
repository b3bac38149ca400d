package org.rongyi.rules.column;

import org.jspecify.annotations.Nullable;
import org.rongyi.rules.ValueType;

/// Gathers the values of one element; rows come in rising order, those without a value are left out.
abstract class ColumnBuilder {

    /// @param room decimals that a column of numbers shall have room for
    static ColumnBuilder of(ValueType type, int room) {
        return switch (type) {
            case NUMBER, DATE -> new Ordered.Builder(type == ValueType.DATE, room);
            case TEXT, CODE, CODES, BOOLEAN -> new Coded.Builder();
        };
    }

    /// Takes a value; false where this kind of column cannot hold it.
    abstract boolean put(int row, Object value);

    /// The value of a row so far; null for none.
    abstract @Nullable Object get(int row);

    /// The column of so many rows. The builder must not be used afterwards.
    ///
    /// @param order for each row of the column the row that it was put as; null for the same
    abstract Column build(int rows, int @Nullable [] order);

    /// For each row a number in the order of the values, 0 for none.
    abstract int[] keys(int rows);

    /// A builder for values of any kind, with what this one holds.
    final ColumnBuilder general(int rows) {
        Coded.Builder general = new Coded.Builder();
        for (int row = 0; row < rows; row++) {
            Object value = get(row);
            if (value != null) {
                general.put(row, value);
            }
        }
        return general;
    }
}
