package org.rongyi.city.identity.web;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// `access-matrix.csv`: which address is open to whom.
final class AccessMatrix {
    private static final Path FILE = Path.of("src/test/resources/access-matrix.csv");

    private AccessMatrix() {}

    /// @param example an address of this pattern that is there in the test city
    record Line(String method, String pattern, String open, String example) {}

    static List<Line> lines() {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(FILE)) {
            return rows.stream()
                    .map(row -> new Line(
                            row.getField("method"),
                            row.getField("pattern"),
                            row.getField("open"),
                            row.getField("example")))
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
