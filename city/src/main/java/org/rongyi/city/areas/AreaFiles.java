package org.rongyi.city.areas;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.AreaCode;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.Loaded;
import org.rongyi.definitions.Place;

/// Reads `areas/*.csv` of a city: `code,name`, and if wanted `en` (the name itself when absent). How long a code is
/// says what it is; the code of the place above begins it. `areas/aliases.csv` holds `alias,code` and, if wanted,
/// `approximate`: earlier names, earlier codes and zones of a place.
final class AreaFiles {
    private static final String ALIASES = "aliases.csv";

    private final Path folder;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<AreaCode, NamedArea> areas = new HashMap<>();
    private final Map<AreaCode, Place> places = new HashMap<>();

    private AreaFiles(Path folder) {
        this.folder = folder;
    }

    static Loaded<List<NamedArea>> read(Path folder) {
        AreaFiles files = new AreaFiles(folder);
        files.readAll();
        files.checkParents();
        List<NamedArea> sorted = files.areas.values().stream()
                .sorted(Comparator.comparing(named -> named.area().code()))
                .toList();
        return new Loaded<>(sorted, files.faults);
    }

    private void readAll() {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            report(folder, 0, "there are no areas here (" + missing.getMessage() + ")", "Maybe add districts.csv.");
            return;
        }
        files.stream().filter(file -> !file.endsWith(ALIASES)).forEach(this::readAreas);
        files.stream().filter(file -> file.endsWith(ALIASES)).forEach(this::readAliases);
        if (areas.isEmpty() && faults.isEmpty()) {
            report(folder, 0, "there is no area in any file", "Maybe add districts.csv with code,name.");
        }
    }

    private void readAreas(Path file) {
        each(file, Set.of("code", "name"), row -> {
            AreaCode code = code(file, row);
            String name = row.getField("name").strip();
            if (name.isEmpty()) {
                report(file, row.getStartingLineNumber(), "the area (" + row.getField("code") + ") has no name", null);
            } else if (code != null && places.containsKey(code)) {
                report(
                        file,
                        row.getStartingLineNumber(),
                        "the code (" + code + ") stands twice: " + places.get(code),
                        null);
            } else if (code != null) {
                String english =
                        row.findField("en").filter(text -> !text.isBlank()).orElse(name);
                areas.put(code, new NamedArea(area(code, name, english.strip()), List.of()));
                places.put(code, place(file, row.getStartingLineNumber()));
            }
        });
    }

    private void readAliases(Path file) {
        each(file, Set.of("alias", "code"), row -> {
            AreaCode code = code(file, row);
            NamedArea known = code == null ? null : areas.get(code);
            if (code != null && known == null) {
                report(file, row.getStartingLineNumber(), "there is no area with the code (" + code + ")", null);
            } else if (code != null && known != null) {
                boolean approximate = row.findField("approximate")
                        .filter(Boolean::parseBoolean)
                        .isPresent();
                List<NamedArea.Alias> more = new ArrayList<>(known.aliases());
                more.add(new NamedArea.Alias(row.getField("alias").strip(), approximate));
                areas.put(code, new NamedArea(known.area(), List.copyOf(more)));
            }
        });
    }

    private interface RowReader {
        void read(NamedCsvRecord row);
    }

    private void each(Path file, Set<String> columns, RowReader reader) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                Set<String> missing = new HashSet<>(columns);
                missing.removeAll(row.getHeader());
                if (!missing.isEmpty()) {
                    report(file, 1, "the columns " + missing + " are missing", "Maybe the first line is no header.");
                    return;
                }
                reader.read(row);
            }
        } catch (IOException | CsvParseException broken) {
            report(file, 0, "cannot be read (" + broken.getMessage() + ")", null);
        }
    }

    private @Nullable AreaCode code(Path file, NamedCsvRecord row) {
        String text = row.getField("code").strip();
        if (AreaCode.isValid(text)) {
            return new AreaCode(text);
        }
        report(
                file,
                row.getStartingLineNumber(),
                "the code (" + text + ") must have 6, 9 or 12 digits",
                "Maybe a spreadsheet has dropped zeros.");
        return null;
    }

    private static Area area(AreaCode code, String name, String english) {
        int length = code.value().length();
        AreaCode parent = length == 6 ? null : new AreaCode(code.value().substring(0, length - 3));
        return new Area(code, name, english, Area.Level.values()[length / 3 - 2], parent);
    }

    private void checkParents() {
        places.forEach((code, place) -> {
            Area area = areas.get(code) == null ? null : areas.get(code).area();
            if (area != null && area.parent() != null && !areas.containsKey(area.parent())) {
                faults.add(Fault.error(
                        place, "the area (" + code + ") lies in (" + area.parent() + "), which is in no file", null));
            }
        });
    }

    private void report(Path file, long line, String message, @Nullable String advice) {
        faults.add(Fault.error(place(file, line), message, advice));
    }

    private static Place place(Path file, long line) {
        return new Place(file.toString(), (int) line, line == 0 ? 0 : 1);
    }
}
