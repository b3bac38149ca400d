package org.rongyi.city.enterprises.registrations;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rongyi.city.ui.CsvTable;

/// What could not be taken, as a table.
final class ReportFile implements AutoCloseable {
    private final Writer out;
    private final CsvTable table;

    ReportFile(Writer out) {
        this.out = out;
        this.table = new CsvTable(out).row(Problem.COLUMNS);
    }

    static ReportFile create(Path path) throws IOException {
        return new ReportFile(Files.newBufferedWriter(path, StandardCharsets.UTF_8));
    }

    void add(Problem problem) {
        table.row(problem.cells());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
