package org.rongyi.bench.data;

import java.io.IOException;
import java.util.List;

/// Takes enterprises value by value, in the order of the columns.
interface Sink extends AutoCloseable {

    /// What a column holds.
    enum Kind {
        TEXT,
        CODES,
        COUNT,
        HUNDREDTHS,
        FLAG,
        DAY
    }

    void missing() throws IOException;

    void text(String value) throws IOException;

    /// A set; empty: known, and none.
    void codes(List<String> value) throws IOException;

    void count(long value) throws IOException;

    /// An amount or a share with two digits behind the point.
    void hundredths(long value) throws IOException;

    void flag(boolean value) throws IOException;

    void day(long epochDay) throws IOException;

    void endRow() throws IOException;

    /// Gives the file its name; without it nothing is left behind.
    void complete() throws IOException;

    @Override
    void close() throws IOException;
}
