package org.rongyi.rules.column;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Dictionary;
import org.rongyi.rules.Element;
import org.rongyi.rules.Row;
import org.rongyi.rules.plan.Values;

/// Rows by columns: the stored elements of a dictionary, coded, in chunks of 65,536 rows. Rows can be
/// replaced and added while others read and match: nobody ever sees half of a row. Safe for many threads.
public final class Table {

    /// Decimals that people may type, see [Builder#withRoomForTyping].
    public static final int TYPED_DECIMALS = 2;

    private final List<Element> stored;
    private final Map<String, Integer> places = new HashMap<>();

    /// Held for reading by whoever relies on the columns staying what they are, for writing when one must be
    /// built anew.
    private final ReentrantReadWriteLock structure = new ReentrantReadWriteLock();

    private final int @Nullable [] order;
    private volatile @Nullable Column[] columns;
    private volatile StampedLock[] locks;
    private volatile int rows;
    private volatile int version;

    private Table(List<Element> stored, @Nullable Column[] columns, int rows, int @Nullable [] order) {
        this.stored = stored;
        for (int i = 0; i < stored.size(); i++) {
            places.put(stored.get(i).id(), i);
        }
        this.columns = columns;
        this.rows = rows;
        this.order = order;
        this.locks = locks(new StampedLock[0], Block.chunks(rows));
    }

    private static StampedLock[] locks(StampedLock[] known, int chunks) {
        StampedLock[] locks = Arrays.copyOf(known, chunks);
        for (int i = known.length; i < chunks; i++) {
            locks[i] = new StampedLock();
        }
        return locks;
    }

    public static Builder builder(Dictionary dictionary) {
        return new Builder(stored(dictionary));
    }

    /// A builder for other rows of the same elements.
    Builder like() {
        return new Builder(stored);
    }

    /// The number of rows.
    public int rows() {
        return rows;
    }

    /// One row, 0-based, as [org.rongyi.rules.Rule] reads it: all values of one moment, whatever happens to
    /// the table afterwards.
    public Row row(int row) {
        checkRow(row);
        structure.readLock().lock();
        try {
            @Nullable Column[] present = columns;
            int[] codes = new int[present.length];
            long[] keys = new long[present.length];
            StampedLock lock = locks[row >>> 16];
            long stamp = lock.readLock();
            try {
                for (int i = 0; i < codes.length; i++) {
                    Column column = present[i];
                    if (column != null) {
                        codes[i] = column.codes.get(row);
                        keys[i] = column.keyBeside(row);
                    }
                }
            } finally {
                lock.unlockRead(stamp);
            }
            return id -> {
                Integer place = places.get(id);
                Column column = place == null ? null : present[place];
                return column == null || place == null ? null : column.value(codes[place], keys[place]);
            };
        } finally {
            structure.readLock().unlock();
        }
    }

    /// One row as it stands, for who holds the lock of its chunk and keeps the columns from being built anew.
    Row rowUnderLock(int row) {
        return id -> {
            Column column = column(id);
            return column == null ? null : column.get(row);
        };
    }

    private void checkRow(int row) {
        if (row < 0 || row >= rows) {
            throw new IndexOutOfBoundsException("row (%d) of (%d)".formatted(row, rows));
        }
    }

    /// Which row, counted in the order of [Builder#append], stands here: the same number unless the builder
    /// put rows in order. Rows added later keep their number.
    public int appendedAs(int row) {
        checkRow(row);
        return order == null || row >= order.length ? row : order[row];
    }

    /// Replaces a row: what the new one leaves out is missing. A match that runs meanwhile sees the old row
    /// or the new one.
    ///
    /// @throws IllegalArgumentException if a value is not of its element's class
    public synchronized void set(int row, Row values) {
        checkRow(row);
        put(row, values);
    }

    /// Adds a row at the end and gives its number.
    ///
    /// @throws IllegalArgumentException if a value is not of its element's class
    public synchronized int append(Row values) {
        int row = rows;
        if (Block.chunks(row + 1) > locks.length) {
            locks = locks(locks, Block.chunks(row + 1));
        }
        put(row, values);
        rows = row + 1;
        return row;
    }

    private void put(int row, Row values) {
        @Nullable Object[] given = new Object[stored.size()];
        for (int i = 0; i < given.length; i++) {
            Element element = stored.get(i);
            given[i] = Values.checked(element, values.value(element.id()));
        }
        while (!tryToPut(row, given)) {
            restructure(given);
        }
    }

    /// Puts a row into the columns that are there; false where one cannot hold its value.
    private boolean tryToPut(int row, @Nullable Object[] given) {
        structure.readLock().lock();
        try {
            @Nullable Column[] present = columns;
            Column.Cell[] cells = new Column.Cell[given.length];
            for (int i = 0; i < cells.length; i++) {
                Column column = present[i];
                Column.Cell cell = column != null ? column.cell(given[i]) : given[i] == null ? Column.Cell.NONE : null;
                if (cell == null) {
                    return false;
                }
                cells[i] = cell;
            }
            StampedLock lock = locks[row >>> 16];
            long stamp = lock.writeLock();
            try {
                for (int i = 0; i < cells.length; i++) {
                    Column column = present[i];
                    if (column != null && row == rows) {
                        column.reach(row);
                    }
                    if (column != null) {
                        column.put(row, cells[i]);
                    }
                }
            } finally {
                lock.unlockWrite(stamp);
            }
            return true;
        } finally {
            structure.readLock().unlock();
        }
    }

    /// Builds anew the columns that cannot hold a value, with room for it. Waits for all who match.
    private void restructure(@Nullable Object[] given) {
        structure.writeLock().lock();
        try {
            @Nullable Column[] present = columns.clone();
            for (int i = 0; i < given.length; i++) {
                Column column = present[i];
                Object value = given[i];
                if (value != null && (column == null || column.cell(value) == null)) {
                    present[i] = widened(stored.get(i), column, value);
                }
            }
            columns = present;
            version++;
        } finally {
            structure.writeLock().unlock();
        }
    }

    /// The column with one value more in a row behind the last, which is then forgotten.
    private Column widened(Element element, @Nullable Column column, Object value) {
        ColumnBuilder builder = ColumnBuilder.of(element.type(), TYPED_DECIMALS);
        boolean fits = builder.put(0, value);
        builder = fits ? ColumnBuilder.of(element.type(), TYPED_DECIMALS) : new Coded.Builder();
        for (int row = 0; row <= rows; row++) {
            Object kept = row == rows ? value : column == null ? null : column.get(row);
            if (kept != null && !builder.put(row, kept)) {
                builder = builder.general(row);
                builder.put(row, kept);
            }
        }
        return builder.build(rows, null);
    }

    /// Writes the table down, to be had back by [#read] in a moment. Nobody may change it meanwhile.
    public void write(WritableByteChannel out) throws IOException {
        structure.readLock().lock();
        try {
            TableFile.write(stored, columns, rows, order, out);
        } finally {
            structure.readLock().unlock();
        }
    }

    /// A table that was written down, from where the file stands to its end. Each thread reads a column.
    ///
    /// @throws IOException if it was written by another version or over another dictionary, too
    public static Table read(Dictionary dictionary, FileChannel in, int threads) throws IOException {
        List<Element> stored = stored(dictionary);
        TableFile.Content content = TableFile.read(stored, in, threads);
        return new Table(stored, content.columns(), content.rows(), content.order());
    }

    private static List<Element> stored(Dictionary dictionary) {
        return dictionary.elements().stream()
                .filter(element -> !element.derived())
                .toList();
    }

    /// Counts the times that columns were built anew.
    public int version() {
        return version;
    }

    ReentrantReadWriteLock.ReadLock structureLock() {
        return structure.readLock();
    }

    StampedLock lock(int chunk) {
        return locks[chunk];
    }

    /// The column of a stored element, or null where no row has a value.
    @Nullable
    Column column(String elementId) {
        Integer place = places.get(elementId);
        return place == null ? null : columns[place];
    }

    /// Gathers rows. Not safe for many threads.
    public static final class Builder {

        private final List<Element> stored;
        private final @Nullable ColumnBuilder[] builders;
        private List<String> by = List.of();
        private int room;
        private int rows;

        private Builder(List<Element> stored) {
            this.stored = stored;
            this.builders = new ColumnBuilder[stored.size()];
        }

        /// Gives every column of numbers room for decimals that no value has yet: then no number with at most
        /// [#TYPED_DECIMALS] and twelve digits before them has it built anew, as long as none of the values
        /// appended has more than six. To be called before the first row.
        public Builder withRoomForTyping() {
            room = TYPED_DECIMALS;
            return this;
        }

        /// Adds a row; its number is the count of rows before it.
        ///
        /// @throws IllegalArgumentException if a value is not of its element's class
        public Builder append(Row row) {
            for (int i = 0; i < builders.length; i++) {
                Element element = stored.get(i);
                Object value = Values.checked(element, row.value(element.id()));
                if (value != null) {
                    put(i, element, value);
                }
            }
            rows++;
            return this;
        }

        private void put(int i, Element element, Object value) {
            ColumnBuilder builder = builders[i];
            if (builder == null) {
                builder = ColumnBuilder.of(element.type(), room);
            }
            if (!builder.put(rows, value)) {
                builder = builder.general(rows);
                builder.put(rows, value);
            }
            builders[i] = builder;
        }

        /// Lets [#build] put the rows in the order of these elements, the first first. Rows that are alike
        /// then lie together, and rules decide whole blocks of them at once; a few elements that many rules
        /// ask about, such as district and industry, are worth it. [Table#appendedAs] tells which row came
        /// where.
        public Builder orderedBy(List<String> elementIds) {
            by = List.copyOf(elementIds);
            return this;
        }

        /// The table of the rows so far. The builder must not be used afterwards.
        public Table build() {
            return build(1);
        }

        /// The same on a number of threads, a column at a time on each.
        public Table build(int threads) {
            int @Nullable [] order = order();
            @Nullable Column[] columns = new Column[builders.length];
            AtomicInteger next = new AtomicInteger();
            Threads.run(threads, () -> {
                for (int i = next.getAndIncrement(); i < columns.length; i = next.getAndIncrement()) {
                    ColumnBuilder builder = builders[i];
                    columns[i] = builder == null ? null : builder.build(rows, order);
                    builders[i] = null;
                }
                return columns;
            });
            return new Table(stored, columns, rows, order);
        }

        private int @Nullable [] order() {
            List<int[]> keys = new ArrayList<>();
            for (String id : by) {
                for (int i = 0; i < builders.length; i++) {
                    ColumnBuilder builder = builders[i];
                    if (builder != null && stored.get(i).id().equals(id)) {
                        keys.add(builder.keys(rows));
                    }
                }
            }
            return keys.isEmpty() ? null : Sorting.order(keys, rows);
        }
    }
}
