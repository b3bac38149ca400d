package org.rongyi.match;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.files.CsvFile;

/// Enterprises in a CSV file.
final class CsvEnterprises implements EnterpriseFile {
    private final CsvFile file;

    private CsvEnterprises(CsvFile file) {
        this.file = file;
    }

    static CsvEnterprises open(Path path) throws IOException {
        return new CsvEnterprises(CsvFile.open(path));
    }

    @Override
    public List<String> columns() {
        return file.columns();
    }

    @Override
    public void choose(Set<Integer> columns) {
        // A line is cut into all its cells anyway.
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        var next = file.next();
        return next == null ? null : new RawRow(next.line(), Collections.unmodifiableList(next.cells()), next.damage());
    }

    @Override
    public double fraction() {
        return file.fraction();
    }

    @Override
    public List<String> remarks() {
        return file.remarks();
    }

    @Override
    public String rowWord() {
        return "line";
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
