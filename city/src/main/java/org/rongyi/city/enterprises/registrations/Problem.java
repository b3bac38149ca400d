package org.rongyi.city.enterprises.registrations;

import java.util.List;

/// A row or a value that could not be taken.
///
/// @param line of the file, the first being 1
/// @param column of the row, the first being 1; 0 when the whole row is meant
/// @param rowRefused whether nothing of the row was taken
public record Problem(int line, int column, String header, String value, boolean rowRefused, String zh, String en) {
    /// Heads of a table of problems.
    public static final List<String> COLUMNS = List.of("line", "column", "header", "value", "taken", "原因", "reason");

    /// Its row in that table.
    public List<String> cells() {
        return List.of(
                String.valueOf(line),
                column == 0 ? "" : String.valueOf(column),
                header,
                value,
                rowRefused ? "row refused" : "value dropped",
                zh,
                en);
    }
}
