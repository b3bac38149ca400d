package org.rongyi.invoices.en;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.rongyi.invoices.Fault.Text;

/// The tables beside this class.
final class Tables {
    private static final Map<String, Text> NAMES = lines("terms.csv").stream()
            .map(line -> line.split(",", 3))
            .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> new Text(cells[1], cells[2])));

    private Tables() {}

    /// A term as people call it.
    static Text name(String id) {
        Text name = NAMES.get(id);
        return name == null ? new Text(id, id) : new Text(name.zh() + "（" + id + "）", name.en() + " (" + id + ")");
    }

    static List<String> lines(String table) {
        try (InputStream file = Objects.requireNonNull(Tables.class.getResourceAsStream(table), table)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("the table (" + table + ") cannot be read", broken);
        }
    }
}
