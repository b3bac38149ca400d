package org.rongyi.texts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Nearest;
import org.rongyi.definitions.files.CsvFile;
import org.rongyi.definitions.files.CsvRows.CsvRow;
import org.rongyi.definitions.files.Wording;

/// Texts that people labelled, read from a CSV file. All faults of the file are found in one run. Where figures are
/// told from it, with any fault there are no examples: figures over a part would be taken for those of the file.
final class LabelledFile {
    static final int MOST_ROWS = 20_000;
    private static final int MOST_SHOWN = 20;
    private static final int MOST_LABELS = 1_000;

    /// @param faults each with file, line and column; empty if the file is sound
    /// @param remarks what a reader should know
    record Read(List<Example> examples, List<String> faults, List<String> remarks) {
        Read {
            examples = List.copyOf(examples);
            faults = List.copyOf(faults);
            remarks = List.copyOf(remarks);
        }
    }

    /// A column by its number from 0 and its name.
    private record Column(int at, String name) {
        String said() {
            return "column %d \"%s\"".formatted(at + 1, name);
        }
    }

    private final Path path;
    private final CsvFile file;
    private final List<String> faults = new ArrayList<>();
    private long faultCount;

    private LabelledFile(Path path, CsvFile file) {
        this.path = path;
        this.file = file;
    }

    /// @param texts columns that together are the text
    /// @param least how many different texts each label needs, and the file two labels; 1: any label will do
    static Read read(Path path, List<String> texts, String label, int least) throws IOException {
        var read = readSound(path, texts, label, least);
        return read.faults().isEmpty() ? read : new Read(List.of(), read.faults(), read.remarks());
    }

    /// The same, with the rows that are sound beside the faults of the others.
    static Read readSound(Path path, List<String> texts, String label, int least) throws IOException {
        try (var file = CsvFile.open(path)) {
            return new LabelledFile(path, file).read(texts, label, least);
        }
    }

    private Read read(List<String> textNames, String labelName, int least) throws IOException {
        var texts = new ArrayList<Column>();
        for (var name : textNames) {
            var column = column(name);
            if (column != null) {
                texts.add(column);
            }
        }
        var label = column(labelName);
        if (label == null || texts.size() < textNames.size()) {
            return new Read(List.of(), faults, file.remarks());
        }
        var rows = new ArrayList<Example>();
        var columns = new LabelColumns(file.columns(), MOST_LABELS);
        var firstLines = new TreeMap<String, Long>();
        for (var row = file.next(); row != null; row = file.next()) {
            if (rows.size() == MOST_ROWS) {
                fault(row.line(), "more than %,d rows. Maybe take a part of the file".formatted(MOST_ROWS));
                break;
            }
            var example = example(row, texts, label);
            if (example != null) {
                rows.add(example);
                columns.add(row.cells());
                firstLines.putIfAbsent(example.label(), row.line());
            }
        }
        if (faultCount == 0) {
            checkLabels(rows, firstLines, label, least);
            if (faultCount > 0 && !rows.isEmpty()) {
                columns.advice(Set.copyOf(textNames), least).forEach(advice -> faults.add(path + ": " + advice));
                faultCount += 2;
            }
        }
        if (faultCount > faults.size()) {
            faults.add("%s: and %,d more".formatted(path, faultCount - faults.size()));
        }
        return new Read(rows, faults, file.remarks());
    }

    private @Nullable Column column(String name) {
        var found = new ArrayList<Integer>();
        for (int i = 0; i < file.columns().size(); i++) {
            if (file.columns().get(i).equals(name)) {
                found.add(i);
            }
        }
        if (found.size() == 1) {
            return new Column(found.getFirst(), name);
        }
        if (found.isEmpty()) {
            var advice = Nearest.advice(name, file.columns()).orElse("Columns are " + shown(file.columns()));
            fault(1, "there is no column \"%s\". %s".formatted(name, advice));
        } else {
            fault(1, "columns %d and %d are both called \"%s\"".formatted(found.get(0) + 1, found.get(1) + 1, name));
        }
        return null;
    }

    private static String shown(List<String> names) {
        var some = names.stream().limit(MOST_SHOWN).toList();
        return String.join(", ", some) + (names.size() > MOST_SHOWN ? ", …" : "");
    }

    private @Nullable Example example(CsvRow row, List<Column> texts, Column label) {
        if (row.damage() != null) {
            fault(row.line(), row.damage());
            return null;
        }
        int cells = row.cells().size();
        if (cells != file.columns().size()) {
            fault(
                    row.line(),
                    "has %d cells, the header has %d"
                            .formatted(cells, file.columns().size()));
            return null;
        }
        var parts = texts.stream()
                .map(column -> row.cells().get(column.at()).strip())
                .toList();
        boolean empty = parts.stream().allMatch(String::isEmpty);
        var name = row.cells().get(label.at()).strip();
        if (empty) {
            var columns = texts.stream().map(Column::said).toList();
            fault(row.line(), String.join(" and ", columns) + (texts.size() > 1 ? " have" : " has") + " no text");
        }
        if (name.isEmpty()) {
            fault(row.line(), label.said() + " has no label");
        }
        return empty || name.isEmpty() ? null : new Example(writing(parts), name);
    }

    /// Of several columns the first is the subject.
    private static Writing writing(List<String> parts) {
        if (parts.size() == 1) {
            return new Writing("", parts.getFirst());
        }
        return new Writing(
                parts.getFirst(),
                String.join("\n", parts.subList(1, parts.size())).strip());
    }

    private void checkLabels(List<Example> rows, TreeMap<String, Long> firstLines, Column label, int least) {
        if (rows.isEmpty()) {
            fault(2, "there are no rows under the first line");
        } else if (firstLines.size() > MOST_LABELS) {
            fault(
                    1,
                    "%s has %,d different labels. Maybe it is another column that holds the label"
                            .formatted(label.said(), firstLines.size()));
        } else if (least > 1 && firstLines.size() == 1) {
            fault(
                    firstLines.firstEntry().getValue(),
                    "%s has only one label, \"%s\", in all %,d rows; telling labels apart needs two"
                            .formatted(label.said(), firstLines.firstKey(), rows.size()));
        } else {
            var texts = Folds.differentTexts(rows);
            firstLines.forEach((name, line) -> {
                int different = texts.getOrDefault(name, 0);
                if (different < least) {
                    fault(
                            line,
                            "%s: label \"%s\" has %s, %d parts to test on need %d. Maybe leave the label out or join it"
                                    .formatted(
                                            label.said(),
                                            name,
                                            Wording.count(different, "different text", "different texts"),
                                            least,
                                            least));
                }
            });
        }
    }

    private void fault(long line, String what) {
        faultCount++;
        if (faults.size() < MOST_SHOWN) {
            faults.add("%s:%d: %s".formatted(path, line, what));
        }
    }
}
