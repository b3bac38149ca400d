package org.rongyi.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Amounts;
import org.rongyi.definitions.Classification;
import org.rongyi.definitions.Definitions;
import org.rongyi.rules.Element;
import org.rongyi.rules.Row;
import org.rongyi.rules.ValueType;

/// Turns a row of cells into an enterprise. A row with any cell that cannot be read is refused as a whole: a file made
/// for matching should be mended. Registers are as they are: what cannot be read under their headers is missing, and
/// told.
final class RowReader {
    private static final int SHOWN_CHARACTERS = 60;
    private static final int SCANNED_CHARACTERS = 1_000;

    private final Columns columns;
    private final Definitions definitions;

    /// An enterprise or what is wrong with its row.
    sealed interface Enterprise {}

    /// @param unlisted codes that no list has
    record Good(String key, Row row, List<Unlisted> unlisted) implements Enterprise {}

    record Bad(List<BadCell> cells) implements Enterprise {}

    /// @param column number of the column from 1; 0: the whole row
    record BadCell(int column, String header, String reason) {}

    /// @param column number of the column from 0
    /// @param reason why a value of a registration file is taken as missing; null: no list has the code
    record Unlisted(int column, String code, @Nullable String reason) {}

    RowReader(Columns columns, Definitions definitions) {
        this.columns = columns;
        this.definitions = definitions;
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
        var key = key(cells.get(columns.key()), bad);
        Map<String, Object> values = HashMap.newHashMap(columns.elements().size());
        var unlisted = new ArrayList<Unlisted>();
        for (var entry : columns.elements().entrySet()) {
            int column = entry.getKey();
            var text = cells.get(column);
            if (text == null || text.isBlank()) {
                continue;
            }
            var element = entry.getValue();
            if (columns.registered().contains(column) && Cells.saysNothing(text)) {
                continue;
            }
            switch (cell(element, column, text, cells)) {
                case Cells.Value(var value) -> {
                    var known = known(element, column, value, unlisted);
                    if (known != null) {
                        values.put(element.id(), known);
                    }
                }
                case Cells.Bad(var reason, var advice) -> {
                    if (columns.registered().contains(column)) {
                        unlisted.add(new Unlisted(column, text, reason));
                    } else {
                        bad.add(badCell(column, said(text, reason, advice)));
                    }
                }
            }
        }
        return key == null || !bad.isEmpty() ? new Bad(List.copyOf(bad)) : new Good(key, values::get, unlisted);
    }

    private @Nullable String key(@Nullable String cell, List<BadCell> bad) {
        if (cell == null || cell.isBlank()) {
            bad.add(badCell(columns.key(), "names no enterprise"));
            return null;
        }
        var damage = Cells.damage(cell);
        if (damage != null && !columns.elements().containsKey(columns.key())) {
            bad.add(badCell(columns.key(), said(cell, damage, null)));
        }
        return cell.strip();
    }

    private Cells.Cell cell(Element element, int column, String text, List<@Nullable String> cells) {
        if (!columns.registered().contains(column) || element.type() != ValueType.NUMBER) {
            return Cells.read(element.type(), text);
        }
        return switch (Amounts.read(text, columns.unit() < 0 ? null : cells.get(columns.unit()))) {
            case Amounts.Reading.Wan(var amount) -> new Cells.Value(amount);
            case Amounts.Reading.Fault fault -> new Cells.Bad(fault.en(), null);
        };
    }

    /// The codes that the words of a cell mean. What no list has is told; under the headers of registration files it is
    /// no value, because registers use words of their own, otherwise it is taken as it is.
    private @Nullable Object known(Element element, int column, Object value, List<Unlisted> unlisted) {
        var classification = definitions.classificationOf(element.id()).orElse(null);
        if (classification == null) {
            return value;
        }
        if (value instanceof Collection<?> several) {
            var codes = new LinkedHashSet<String>();
            several.forEach(word -> codes.add(code(classification, column, (String) word, unlisted)));
            return codes;
        }
        var code = value instanceof String word ? code(classification, column, word, unlisted) : null;
        return code == null || (columns.registered().contains(column) && !classification.contains(code)) ? null : code;
    }

    private static String code(Classification classification, int column, String word, List<Unlisted> unlisted) {
        var code = classification.codeOf(word);
        if (code.isEmpty()) {
            unlisted.add(new Unlisted(column, word, null));
        }
        return code.orElse(word);
    }

    private BadCell badCell(int column, String reason) {
        return new BadCell(column + 1, columns.headerOf(column), reason);
    }

    private static String said(String text, String reason, @Nullable String advice) {
        return "\"%s\" %s".formatted(shown(text), reason) + (advice == null ? "" : ". " + advice);
    }

    /// One line, and not all of a long cell.
    static String shown(String text) {
        var begin = text.length() > SCANNED_CHARACTERS ? text.substring(0, SCANNED_CHARACTERS) : text;
        var oneLine = begin.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return oneLine.length() > SHOWN_CHARACTERS ? oneLine.substring(0, SHOWN_CHARACTERS) + "…" : oneLine;
    }
}
