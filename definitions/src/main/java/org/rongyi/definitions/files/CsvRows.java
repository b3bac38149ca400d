package org.rongyi.definitions.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads CSV (RFC 4180) and survives damage: a line whose quotes are broken is given back as damaged and
/// reading goes on with the next line. Ready-made readers stop at the first broken quote, or take the rest of
/// the file for one cell; in a file of millions of real registrations there is always one.
public final class CsvRows implements Closeable {
    private static final int FIRST_BUFFER = 1 << 16;
    private static final int LONGEST_RECORD = 1 << 18;
    private static final int END = -1;

    private final Reader reader;
    private char[] buffer = new char[FIRST_BUFFER];
    private int start;
    private int limit;
    private boolean exhausted;
    private long line = 1;

    /// @param line where the record begins, from 1
    /// @param damage what is wrong with its quotes, or null; the cells of a damaged record are empty
    public record CsvRow(
            long line, List<String> cells, @Nullable String damage) {}

    public CsvRows(Reader reader) {
        this.reader = reader;
    }

    /// The next record that is not blank, or null at the end.
    public @Nullable CsvRow next() throws IOException {
        while (at(0) != END) {
            var row = record();
            if (row.damage != null
                    || row.cells.size() > 1
                    || !row.cells.getFirst().isBlank()) {
                return row;
            }
        }
        return null;
    }

    private CsvRow record() throws IOException {
        long first = line;
        var cells = new ArrayList<String>();
        int at = 0;
        while (true) {
            boolean quoted = at(at) == '"';
            var cell = quoted ? new StringBuilder() : null;
            int end = cell == null ? endOfPlain(at) : endOfQuoted(at, cell);
            if (end < 0) {
                line = first;
                skipLine();
                return new CsvRow(first, List.of(), damage(end));
            }
            cells.add(cell == null ? new String(buffer, start + at, end - at) : cell.toString());
            int next = at(end);
            if (next == ',') {
                at = end + 1;
            } else {
                consume(afterBreak(end));
                return new CsvRow(first, cells, null);
            }
        }
    }

    private static final int TOO_LONG = -2;
    private static final int NOT_CLOSED = -3;
    private static final int TEXT_AFTER_QUOTE = -4;

    private static String damage(int reason) {
        return switch (reason) {
            case NOT_CLOSED -> "a quote is opened and not closed";
            case TEXT_AFTER_QUOTE -> "text stands after a closing quote. Maybe write the quote twice: \"\"";
            default -> "is longer than %,d characters. Maybe a quote is not closed".formatted(LONGEST_RECORD);
        };
    }

    private int endOfPlain(int from) throws IOException {
        int at = from;
        while (at < LONGEST_RECORD) {
            int character = at(at);
            if (character == ',' || character == '\n' || character == '\r' || character == END) {
                return at;
            }
            at++;
        }
        return TOO_LONG;
    }

    private int endOfQuoted(int from, StringBuilder cell) throws IOException {
        int at = from + 1;
        while (at < LONGEST_RECORD) {
            int character = at(at);
            if (character == END) {
                return NOT_CLOSED;
            }
            if (character != '"') {
                cell.append((char) character);
                at++;
            } else if (at(at + 1) == '"') {
                cell.append('"');
                at += 2;
            } else {
                int after = at(at + 1);
                boolean ends = after == ',' || after == '\n' || after == '\r' || after == END;
                return ends ? at + 1 : TEXT_AFTER_QUOTE;
            }
        }
        return TOO_LONG;
    }

    private void skipLine() throws IOException {
        int character = at(0);
        while (character != '\n' && character != '\r' && character != END) {
            start++;
            character = at(0);
        }
        consume(afterBreak(0));
    }

    private int afterBreak(int at) throws IOException {
        int character = at(at);
        if (character == END) {
            return at;
        }
        return character == '\r' && at(at + 1) == '\n' ? at + 2 : at + 1;
    }

    private void consume(int length) {
        for (int i = 0; i < length; i++) {
            char character = buffer[start + i];
            boolean firstOfTwo = character == '\r' && i + 1 < length && buffer[start + i + 1] == '\n';
            if (character == '\n' || (character == '\r' && !firstOfTwo)) {
                line++;
            }
        }
        start += length;
    }

    /// The character at a distance from the beginning of the record.
    private int at(int distance) throws IOException {
        while (start + distance >= limit && !exhausted) {
            fill();
        }
        return start + distance < limit ? buffer[start + distance] : END;
    }

    private void fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, limit - start);
            limit -= start;
            start = 0;
        } else if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int count = reader.read(buffer, limit, buffer.length - limit);
        if (count < 0) {
            exhausted = true;
        } else {
            limit += count;
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
