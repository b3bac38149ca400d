package org.rongyi.rules.column;

import org.jspecify.annotations.Nullable;

/// The values of one stored element, as codes. What a code means is the column's; 0 means no value.
abstract sealed class Column permits Ordered, Coded {

    final Codes codes;
    final BlockStats stats;

    Column(Codes codes, BlockStats stats) {
        this.codes = codes;
        this.stats = stats;
    }

    /// The codes given so far are below this.
    abstract int limit();

    /// A value made ready for a row, outside of any lock; null where this column cannot hold it and must be
    /// built anew.
    abstract @Nullable Cell cell(@Nullable Object value);

    /// The key of a row that has one beside its code, else 0. Under the lock of its chunk.
    abstract long keyBeside(int row);

    /// The value that a code, with the key beside it, stands for; null for none.
    abstract @Nullable Object value(int code, long keyBeside);

    /// Puts a cell into a row that exists. Under the lock of its chunk.
    abstract void put(int row, Cell cell);

    /// Makes room for a new row, which has no value yet.
    void reach(int row) {
        codes.reach(row);
        stats.reach(row / Block.ROWS);
        stats.add(row / Block.ROWS, 0, false);
    }

    /// The value of a row; null for none. Under the lock of its chunk.
    final @Nullable Object get(int row) {
        return value(codes.get(row), keyBeside(row));
    }

    /// Sets the bits of the rows of a block that have a value. Under the lock of its chunk.
    final void known(int firstRow, long[] into) {
        Kernel.best()
                .codesIn(
                        codes.chunk(firstRow >>> 16), firstRow & Block.CHUNK - 1, 1, Integer.MAX_VALUE, into, 0, false);
    }

    /// What a row is to hold.
    ///
    /// @param code its code
    /// @param key  its exact key, where there are keys
    record Cell(int code, long key) {
        static final Cell NONE = new Cell(0, 0);
    }
}
