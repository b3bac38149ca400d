package org.rongyi.city.enterprises.registrations;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rongyi.city.ui.CsvTable;

/// What could not be taken, as a table.
final class ReportFile implements AutoCloseable {
    private static final String FILE = "file";

    private final Writer out;
    private final CsvTable table;
    private final boolean several;

    private ReportFile(Writer out, boolean several) {
        this.out = out;
        this.several = several;
        this.table = new CsvTable(out).row(several ? and(Problem.COLUMNS, FILE) : Problem.COLUMNS);
    }

    /// @param several whether it speaks of several files, so that each line must name its own
    static ReportFile create(Path path, boolean several) throws IOException {
        return new ReportFile(Files.newBufferedWriter(path, StandardCharsets.UTF_8), several);
    }

    void add(Path file, Problem problem) {
        table.row(several ? and(problem.cells(), file.toString()) : problem.cells());
    }

    private static List<String> and(List<String> cells, String last) {
        List<String> more = new ArrayList<>(cells);
        more.add(last);
        return more;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
