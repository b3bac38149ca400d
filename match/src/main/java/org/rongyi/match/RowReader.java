package org.rongyi.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Row;

/// Turns a row of cells into an enterprise. A row with any cell that cannot be read is refused as a whole: judged
/// without that value it could be called eligible for what the value rules out.
final class RowReader {
    private static final int SHOWN_CHARACTERS = 60;

    private final Columns columns;

    /// An enterprise or what is wrong with its row.
    sealed interface Enterprise {}

    record Good(String key, Row row) implements Enterprise {}

    record Bad(List<BadCell> cells) implements Enterprise {}

    /// @param column number of the column from 1; 0: the whole row
    record BadCell(int column, String header, String reason) {}

    RowReader(Columns columns) {
        this.columns = columns;
    }

    Enterprise read(EnterpriseFile.RawRow raw) {
        var cells = raw.cells();
        if (raw.damage() != null) {
            return new Bad(List.of(new BadCell(0, "", raw.damage())));
        }
        int expected = columns.headers().size();
        if (cells.size() != expected) {
            var reason = "has %d cells, the header has %d".formatted(cells.size(), expected);
            return new Bad(List.of(new BadCell(0, "", reason)));
        }
        var bad = new ArrayList<BadCell>();
        var key = cells.get(columns.key());
        if (key == null || key.isBlank()) {
            bad.add(badCell(columns.key(), "names no enterprise"));
        }
        Map<String, Object> values = new HashMap<>();
        for (var entry : columns.elements().entrySet()) {
            int column = entry.getKey();
            var element = entry.getValue();
            var text = cells.get(column);
            if (text == null || text.isBlank()) {
                continue;
            }
            switch (Cells.read(element.type(), text)) {
                case Cells.Value(var value) -> values.put(element.id(), value);
                case Cells.Bad(var reason, var advice) -> bad.add(badCell(column, said(text, reason, advice)));
            }
        }
        return key == null || !bad.isEmpty() ? new Bad(List.copyOf(bad)) : new Good(key.strip(), values::get);
    }

    private BadCell badCell(int column, String reason) {
        return new BadCell(column + 1, columns.headerOf(column), reason);
    }

    private static String said(String text, String reason, @Nullable String advice) {
        var oneLine = text.strip().replaceAll("\\s+", " ");
        var shown = oneLine.length() > SHOWN_CHARACTERS ? oneLine.substring(0, SHOWN_CHARACTERS) + "…" : oneLine;
        return "\"%s\" %s".formatted(shown, reason) + (advice == null ? "" : ". " + advice);
    }
}
