package org.rongyi.city.enterprises.registrations;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of a separated text (RFC 4180), forgiving where files are careless: a quote within an unquoted cell is a
/// letter, text behind a closing quote belongs to the cell. A quote that is never closed costs its own line only,
/// not the rest of the file.
final class CsvRows {
    /// More lines than this in one cell mean that the closing quote is missing.
    private static final int MOST_LINES = 60;

    private final TextFile file;
    private char separator = ',';

    CsvRows(TextFile file) {
        this.file = file;
    }

    /// @param line number of its first line
    /// @param cells null when a quote in it is never closed
    record Row(int line, @Nullable List<String> cells) {
        boolean blank() {
            return cells != null && cells.stream().allMatch(String::isBlank);
        }
    }

    /// The first row, which decides what separates the cells: comma, semicolon or tab.
    @Nullable
    Row header() throws IOException {
        String line = file.next();
        while (line != null && line.isBlank()) {
            line = file.next();
        }
        if (line == null) {
            return null;
        }
        for (char candidate : new char[] {'\t', ';', ','}) {
            if (count(line, candidate) > count(line, separator)) {
                separator = candidate;
            }
        }
        file.pushBack(line);
        return next();
    }

    private static long count(String text, char sought) {
        return text.chars().filter(c -> c == sought).count();
    }

    @Nullable
    Row next() throws IOException {
        String first = file.next();
        if (first == null) {
            return null;
        }
        int line = file.line();
        List<String> cells = cells(first);
        if (cells != null) {
            return new Row(line, cells);
        }
        List<String> more = new ArrayList<>();
        StringBuilder text = new StringBuilder(first);
        while (more.size() < MOST_LINES) {
            String next = file.next();
            if (next == null) {
                break;
            }
            more.add(next);
            text.append('\n').append(next);
            if (next.indexOf('"') >= 0) {
                cells = cells(text.toString());
                if (cells != null) {
                    return new Row(line, cells);
                }
            }
        }
        for (String unused : more.reversed()) {
            file.pushBack(unused);
        }
        return new Row(line, null);
    }

    private @Nullable List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        int at = 0;
        while (true) {
            if (at < line.length() && line.charAt(at) == '"') {
                StringBuilder cell = new StringBuilder();
                at = quoted(line, at + 1, cell);
                if (at < 0) {
                    return null;
                }
                int end = end(line, at);
                cells.add(cell.append(line, at, end).toString());
                at = end;
            } else {
                int end = end(line, at);
                cells.add(line.substring(at, end));
                at = end;
            }
            if (at >= line.length()) {
                return cells;
            }
            at++;
        }
    }

    private int end(String line, int from) {
        int end = line.indexOf(separator, from);
        return end < 0 ? line.length() : end;
    }

    /// Position behind the closing quote, or -1.
    private static int quoted(String line, int from, StringBuilder cell) {
        int at = from;
        while (true) {
            int quote = line.indexOf('"', at);
            if (quote < 0) {
                return -1;
            }
            cell.append(line, at, quote);
            if (quote + 1 < line.length() && line.charAt(quote + 1) == '"') {
                cell.append('"');
                at = quote + 2;
            } else {
                return quote + 1;
            }
        }
    }
}
