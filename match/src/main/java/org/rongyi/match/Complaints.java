package org.rongyi.match;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.rongyi.definitions.files.Wording;

/// Reports rows that could not be taken: each of the first thousand, and of the others how many by column. A file whose
/// every date is written wrongly must not print four million lines.
final class Complaints {
    private static final long MOST_SHOWN = 1_000;

    private final Path file;
    private final String rowWord;
    private final PrintStream err;
    private final Progress progress;
    private final Map<String, Long> unshown = new TreeMap<>();
    private long shown;
    private long badRows;
    private long repeatedKeys;

    Complaints(Path file, String rowWord, PrintStream err, Progress progress) {
        this.file = file;
        this.rowWord = rowWord;
        this.err = err;
        this.progress = progress;
    }

    void badRow(long number, RowReader.Bad row) {
        badRows++;
        for (var cell : row.cells()) {
            var column = cell.column() == 0 ? "" : "column %d \"%s\": ".formatted(cell.column(), cell.header());
            say(number, column + cell.reason(), cell.column() == 0 ? "cells missing or too many" : cell.header());
        }
    }

    void repeatedKey(long number, String key) {
        repeatedKeys++;
        say(number, "enterprise \"%s\" was already in an earlier %s; both are matched".formatted(key, rowWord), "key");
    }

    private void say(long number, String what, String group) {
        if (shown < MOST_SHOWN) {
            shown++;
            progress.clear();
            err.printf("%s:%d: %s%n", file, number, what);
        } else {
            unshown.merge(group, 1L, Long::sum);
        }
    }

    long badRows() {
        return badRows;
    }

    boolean none() {
        return badRows == 0 && repeatedKeys == 0;
    }

    void conclude() {
        unshown.forEach((group, count) -> err.printf("%s: and %,d more like these in \"%s\"%n", file, count, group));
        if (badRows > 0) {
            err.printf(
                    "%s: %s could not be read and %s left out%n",
                    file, Wording.count(badRows, "row", "rows"), badRows == 1 ? "was" : "were");
        }
        if (repeatedKeys > 0) {
            err.printf("%s: %s an enterprise%n", file, Wording.count(repeatedKeys, "row repeats", "rows repeat"));
        }
    }
}
