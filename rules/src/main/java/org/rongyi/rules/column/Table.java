package org.rongyi.rules.column;

import java.util.ArrayList;
import java.util.List;
import org.rongyi.rules.Dictionary;
import org.rongyi.rules.Row;

/// Rows by columns: the stored elements of a dictionary as typed arrays with validity bits.
public final class Table {

    private final List<Row> rows;

    private Table(List<Row> rows) {
        this.rows = rows;
    }

    /// A builder for about this many rows.
    public static Builder builder(Dictionary dictionary, int expectedRows) {
        dictionary.elements();
        return new Builder(expectedRows);
    }

    /// The number of rows.
    public int rows() {
        return rows.size();
    }

    /// One row, 0-based, as [org.rongyi.rules.Rule] reads it.
    public Row row(int row) {
        return rows.get(row);
    }

    /// Gathers rows. Not safe for many threads.
    public static final class Builder {

        private final List<Row> rows;

        private Builder(int expectedRows) {
            rows = new ArrayList<>(expectedRows);
        }

        /// Adds a row; its number is the count of rows before it.
        ///
        /// @throws IllegalArgumentException if a value is not of its element's class
        public Builder append(Row row) {
            rows.add(row);
            return this;
        }

        /// The table of the rows so far. The builder must not be used afterwards.
        public Table build() {
            return new Table(rows);
        }
    }
}
