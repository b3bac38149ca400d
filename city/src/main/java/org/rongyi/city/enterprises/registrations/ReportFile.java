package org.rongyi.city.enterprises.registrations;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rongyi.city.ui.CsvTable;
import org.rongyi.definitions.files.FreshFile;

/// What could not be taken, as a table. It takes its name when everything was looked at: what lay there until
/// then is no half of a report.
final class ReportFile implements AutoCloseable {
    private static final String FILE = "file";

    private final FreshFile file;
    private final Writer out;
    private final CsvTable table;
    private final boolean several;

    private ReportFile(FreshFile file, boolean several) {
        this.file = file;
        this.out = new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8);
        this.several = several;
        this.table = new CsvTable(out).row(several ? and(Problem.COLUMNS, FILE) : Problem.COLUMNS);
    }

    /// @param of the files that it speaks of; of several each line names its own
    static ReportFile create(Path path, List<Path> of) throws IOException {
        return new ReportFile(FreshFile.at(path, of), of.size() > 1);
    }

    void add(Path file, Problem problem) {
        table.row(several ? and(problem.cells(), file.toString()) : problem.cells());
    }

    private static List<String> and(List<String> cells, String last) {
        List<String> more = new ArrayList<>(cells);
        more.add(last);
        return more;
    }

    void complete() throws IOException {
        out.flush();
        file.complete();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
