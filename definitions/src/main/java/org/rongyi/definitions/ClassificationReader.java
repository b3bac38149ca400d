package org.rongyi.definitions;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a classification from YAML (a list of `code, zh, en, parent`) or from CSV (the same as columns, others are
/// ignored).
final class ClassificationReader {

    private ClassificationReader() {}

    static Classification read(String name, String fileName, byte[] bytes, List<Fault> faults) {
        var lines = new HashMap<String, Fault>();
        var entries = new ArrayList<Classification.Entry>();
        if (fileName.endsWith(".csv")) {
            readCsv(fileName, bytes, new Sink(entries, lines, faults));
        } else {
            readYaml(fileName, bytes, new Sink(entries, lines, faults));
        }
        for (var entry : entries) {
            var parent = entry.parent();
            if (parent != null && !lines.containsKey(parent)) {
                var at = Objects.requireNonNull(lines.get(entry.code()));
                var message =
                        "the parent \"%s\" of \"%s\" is not in the classification".formatted(parent, entry.code());
                var advice = Nearest.advice(parent, lines.keySet()).orElse(null);
                faults.add(new Fault(at.place(), Fault.Severity.ERROR, message, advice, at.line()));
            }
        }
        return new Classification(name, entries);
    }

    /// The files of a folder with one of these endings, in the order of their names; none if there is no such folder.
    static List<Path> files(Path folder, List<String> endings, List<Fault> faults) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var paths = Files.list(folder)) {
            return paths.filter(path -> endings.stream()
                            .anyMatch(ending -> path.getFileName().toString().endsWith(ending)))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            var place = Place.wholeFile(folder.toString());
            faults.add(Fault.error(place, "cannot be read (%s)".formatted(unreadable), null));
            return List.of();
        }
    }

    /// A table of areas: `code,name[,en]`. Tables whose first column is another one are something else.
    static List<Classification.Entry> readAreas(String fileName, byte[] bytes, List<Fault> faults) {
        var text = SourceText.decode(fileName, bytes, faults);
        if (text == null || !text.text().startsWith("code,")) {
            return List.of();
        }
        var entries = new ArrayList<Classification.Entry>();
        var table = text.text().replaceFirst("^code,name", "code,zh").getBytes(StandardCharsets.UTF_8);
        readCsv(fileName, table, new Sink(entries, new HashMap<>(), faults));
        return entries;
    }

    /// Collects entries, each with a fault in reserve that holds its place.
    private record Sink(List<Classification.Entry> entries, Map<String, Fault> places, List<Fault> faults) {
        void add(Classification.Entry entry, Fault reserve) {
            if (places.putIfAbsent(entry.code(), reserve) == null) {
                entries.add(entry);
            } else {
                faults.add(reserve);
            }
        }
    }

    private static void readYaml(String fileName, byte[] bytes, Sink sink) {
        var file = YamlFile.parse(fileName, bytes, sink.faults);
        if (file == null) {
            return;
        }
        sink.faults.addAll(SchemaCheck.CLASSIFICATION.check(file));
        if (!(file.root() instanceof YamlNode.Sequence sequence)) {
            return;
        }
        for (var item : sequence.items()) {
            var values = YamlValues.of(item);
            var code = values == null ? null : values.text("code");
            if (values != null && code != null) {
                var zh = Optional.ofNullable(values.text("zh")).orElse(code);
                var en = Optional.ofNullable(values.text("en")).orElse(zh);
                var reserve = file.source().fault(values.start("code"), twice(code), null);
                sink.add(new Classification.Entry(code, new Words(zh, en), values.text("parent")), reserve);
            }
        }
    }

    private static void readCsv(String fileName, byte[] bytes, Sink sink) {
        var source = SourceText.decode(fileName, bytes, sink.faults);
        if (source == null) {
            return;
        }
        try (var reader = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(source.text())) {
            List<String> header = List.of();
            for (var csv : reader) {
                if (header.isEmpty()) {
                    header = List.copyOf(csv.getFields());
                    reportHeader(fileName, header, sink.faults);
                } else {
                    readLine(fileName, header, csv, sink);
                }
            }
        } catch (CsvParseException broken) {
            sink.faults.add(Fault.error(Place.wholeFile(fileName), "is not CSV: " + broken.getMessage(), null));
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    private static void reportHeader(String fileName, List<String> header, List<Fault> faults) {
        if (!header.contains("code")) {
            var advice = Nearest.to("code", header).map(near -> "Maybe \"code\" instead of \"" + near + "\"");
            var message = "there is no column \"code\" among %s".formatted(String.join(", ", header));
            faults.add(Fault.error(new Place(fileName, 1, 1), message, advice.orElse(null)));
        }
    }

    private static void readLine(String fileName, List<String> header, CsvRecord csv, Sink sink) {
        var place = new Place(fileName, (int) csv.getStartingLineNumber(), 1);
        var code = cell(header, csv, "code");
        if (code == null) {
            if (header.contains("code")) {
                sink.faults.add(Fault.error(place, "the code is empty", null));
            }
            return;
        }
        var zh = Optional.ofNullable(cell(header, csv, "zh")).orElse(code);
        var en = Optional.ofNullable(cell(header, csv, "en")).orElse(zh);
        var entry = new Classification.Entry(code, new Words(zh, en), cell(header, csv, "parent"));
        sink.add(entry, Fault.error(place, twice(code), null));
    }

    private static @Nullable String cell(List<String> header, CsvRecord csv, String column) {
        int index = header.indexOf(column);
        var text = index < 0 || index >= csv.getFieldCount()
                ? ""
                : csv.getField(index).strip();
        return text.isEmpty() ? null : text;
    }

    private static String twice(String code) {
        return "code \"%s\" is here for the second time".formatted(code);
    }
}
