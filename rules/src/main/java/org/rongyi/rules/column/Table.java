package org.rongyi.rules.column;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Dictionary;
import org.rongyi.rules.Element;
import org.rongyi.rules.Row;
import org.rongyi.rules.plan.Values;

/// Rows by columns: the stored elements of a dictionary as typed arrays with validity bits. Immutable and safe for many
/// threads.
public final class Table {

    private final int rows;
    private final Map<String, Column> columns;

    private Table(int rows, Map<String, Column> columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /// A builder for about this many rows.
    public static Builder builder(Dictionary dictionary, int expectedRows) {
        return new Builder(dictionary, expectedRows);
    }

    /// The number of rows.
    public int rows() {
        return rows;
    }

    /// One row, 0-based, as [org.rongyi.rules.Rule] reads it.
    public Row row(int row) {
        if (row < 0 || row >= rows) {
            throw new IndexOutOfBoundsException("row (%d) of (%d)".formatted(row, rows));
        }
        return id -> {
            Column column = columns.get(id);
            return column == null ? null : column.get(row);
        };
    }

    /// The column of a stored element, or null where no row has a value.
    @Nullable
    Column column(String elementId) {
        return columns.get(elementId);
    }

    /// Gathers rows. Not safe for many threads.
    public static final class Builder {

        private final List<Element> stored;
        private final int expectedRows;
        private final Map<String, Column> columns = new HashMap<>();
        private int rows;

        private Builder(Dictionary dictionary, int expectedRows) {
            this.stored = dictionary.elements().stream()
                    .filter(element -> !element.derived())
                    .toList();
            this.expectedRows = expectedRows;
        }

        /// Adds a row; its number is the count of rows before it.
        ///
        /// @throws IllegalArgumentException if a value is not of its element's class
        public Builder append(Row row) {
            for (Element element : stored) {
                Object value = Values.checked(element, row.value(element.id()));
                if (value != null) {
                    columns.computeIfAbsent(element.id(), id -> Column.of(element.type(), expectedRows))
                            .put(rows, value);
                }
            }
            rows++;
            return this;
        }

        /// The table of the rows so far. The builder must not be used afterwards.
        public Table build() {
            return new Table(rows, Map.copyOf(columns));
        }
    }
}
