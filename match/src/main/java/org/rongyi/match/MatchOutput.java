package org.rongyi.match;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where matches go: CSV on standard output, a CSV file, a Parquet file, or nowhere. A file takes its name only when
/// the run is complete, so that nobody takes half a result for a whole one.
final class MatchOutput implements AutoCloseable {
    private final @Nullable PrintStream stream;
    private final @Nullable Path target;
    private final @Nullable Path partial;
    private final CsvWriter csv;
    private boolean closed;

    /// One line of the result.
    ///
    /// @param missing for UNDETERMINED the elements that can still change the outcome, separated by `;`
    record Line(String enterprise, String policy, String outcome, String missing) {}

    private MatchOutput(@Nullable PrintStream stream, @Nullable Path target, @Nullable Path partial, OutputStream to) {
        this.stream = stream;
        this.target = target;
        this.partial = partial;
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(to, StandardCharsets.UTF_8);
        csv.writeRecord("enterprise", "policy", "outcome", "missing");
    }

    static MatchOutput to(PrintStream out) {
        return new MatchOutput(out, null, null, out);
    }

    static MatchOutput nowhere() {
        return new MatchOutput(null, null, null, OutputStream.nullOutputStream());
    }

    static MatchOutput to(Path target) throws IOException {
        var folder = Objects.requireNonNullElse(target.toAbsolutePath().getParent(), target.toAbsolutePath());
        if (!Files.isDirectory(folder)) {
            throw new IOException("%s: there is no folder %s".formatted(target, folder));
        }
        if (Files.isDirectory(target)) {
            throw new IOException("%s: is a folder".formatted(target));
        }
        var partial = Files.createTempFile(folder, ".rongyi-match-", ".csv");
        return new MatchOutput(
                null, target, partial, new BufferedOutputStream(Files.newOutputStream(partial), 1 << 16));
    }

    void write(Line line) {
        csv.writeRecord(line.enterprise, line.policy, line.outcome, line.missing);
    }

    /// Whether anybody wants the lines; only counts are wanted otherwise.
    boolean wanted() {
        return stream != null || target != null;
    }

    /// Whether the reader of standard output has gone away (`| head`): nothing more needs to be computed.
    boolean unwanted() throws IOException {
        csv.flush();
        return stream != null && stream.checkError();
    }

    /// Gives the file its name.
    void complete() throws IOException {
        csv.flush();
        if (target == null || partial == null) {
            return;
        }
        closeFile();
        if (EnterpriseFile.isParquet(target)) {
            var parquet = partial.resolveSibling(partial.getFileName() + ".parquet");
            try {
                DuckDb.csvToParquet(partial, parquet);
                Files.move(parquet, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(parquet);
            }
        } else {
            Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        if (partial != null) {
            closeFile();
            Files.deleteIfExists(partial);
        }
    }

    private void closeFile() throws IOException {
        if (!closed) {
            closed = true;
            csv.close();
        }
    }
}
