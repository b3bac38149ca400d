package org.rongyi.city.services;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a table of names and codes as portals give them out: UTF-8 or GB 18030, columns in any order. What cannot be
/// taken is reported with line, column and reason; the rest is taken.
final class StubFile {
    static final int MOST_BYTES = 64 * 1024 * 1024;
    static final int LONGEST_NAME = 400;

    private static final Map<String, List<String>> HEADERS = Map.of(
            "code", List.of("item_code", "code", "事项编码", "基本编码", "实施编码", "编码"),
            "name", List.of("name", "item_name", "事项名称", "名称"),
            "department", List.of("department", "dept", "实施部门", "部门"));

    private final List<StubTable.Row> rows = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private int read;

    /// @param column from 1; 0 for the whole row
    record Problem(long line, int column, String value, String reason) {}

    private StubFile() {}

    List<StubTable.Row> rows() {
        return rows;
    }

    List<Problem> problems() {
        return problems;
    }

    /// Rows below the header.
    int read() {
        return read;
    }

    static StubFile read(Path path) throws IOException {
        StubFile file = new StubFile();
        if (Files.size(path) > MOST_BYTES) {
            file.problems.add(new Problem(1, 0, "", "the file is larger than 64 MB"));
            return file;
        }
        String text = text(Files.readAllBytes(path));
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(text)) {
            file.take(csv);
        } catch (CsvParseException broken) {
            file.problems.add(new Problem(1, 0, "", "no table: " + broken.getMessage()));
        }
        return file;
    }

    private static String text(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            text = new String(bytes, Charset.forName("GB18030"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void take(CsvReader<CsvRecord> csv) {
        Map<String, Integer> columns = new HashMap<>();
        Map<String, Long> seen = new HashMap<>();
        for (CsvRecord record : csv) {
            if (columns.isEmpty()) {
                columns.putAll(columns(record));
                if (!columns.containsKey("code") || !columns.containsKey("name")) {
                    String reason = "no columns for code and name. Maybe name them item_code and name";
                    problems.add(new Problem(record.getStartingLineNumber(), 0, "", reason));
                    return;
                }
                continue;
            }
            read++;
            take(record, columns, seen);
        }
    }

    private static Map<String, Integer> columns(CsvRecord header) {
        Map<String, Integer> columns = new HashMap<>();
        HEADERS.forEach((what, names) -> {
            for (int i = header.getFieldCount() - 1; i >= 0; i--) {
                if (names.contains(header.getField(i).strip().toLowerCase(Locale.ROOT))) {
                    columns.put(what, i);
                }
            }
        });
        return columns;
    }

    private void take(CsvRecord record, Map<String, Integer> columns, Map<String, Long> seen) {
        long line = record.getStartingLineNumber();
        String code = cell(record, columns.get("code"));
        String name = cell(record, columns.get("name"));
        if (code.isEmpty() || !code.matches("[\\w.-]{1,120}")) {
            problems.add(new Problem(line, columns.getOrDefault("code", 0) + 1, code, "no code of an item"));
        } else if (name.isEmpty() || name.length() > LONGEST_NAME) {
            problems.add(new Problem(line, columns.getOrDefault("name", 0) + 1, name, "no name of an item"));
        } else if (seen.putIfAbsent(code, line) != null) {
            String reason = "the code is in line " + seen.get(code) + " already";
            problems.add(new Problem(line, columns.getOrDefault("code", 0) + 1, code, reason));
        } else {
            rows.add(new StubTable.Row(code, name, cell(record, columns.get("department"))));
        }
    }

    private static String cell(CsvRecord record, @Nullable Integer column) {
        return column == null || column >= record.getFieldCount()
                ? ""
                : record.getField(column).strip();
    }
}
