package org.rongyi.city.enterprises.registrations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What could not be taken, as a table that spreadsheet programs open.
final class ReportFile implements AutoCloseable {
    static final List<String> HEADER = List.of("line", "column", "header", "value", "taken", "原因", "reason");

    /// Without it spreadsheet programs take the text for another encoding.
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Writer out;

    ReportFile(Writer out) throws IOException {
        this.out = out;
        out.write(BYTE_ORDER_MARK);
        row(HEADER);
    }

    static ReportFile create(Path path) throws IOException {
        return new ReportFile(Files.newBufferedWriter(path, StandardCharsets.UTF_8));
    }

    void add(Problem problem) {
        try {
            row(List.of(
                    String.valueOf(problem.line()),
                    problem.column() == 0 ? "" : String.valueOf(problem.column()),
                    problem.header(),
                    problem.value(),
                    problem.rowRefused() ? "row refused" : "value dropped",
                    problem.zh(),
                    problem.en()));
        } catch (IOException e) {
            throw new UncheckedIOException("the report cannot be written", e);
        }
    }

    private void row(List<String> cells) throws IOException {
        String separator = "";
        for (String cell : cells) {
            out.write(separator);
            out.write(quoted(cell));
            separator = ",";
        }
        out.write("\r\n");
    }

    /// A cell that begins like a formula would be run by a spreadsheet program, and it comes from a stranger's file.
    private static String quoted(String cell) {
        String safe = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
