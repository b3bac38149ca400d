package org.rongyi.match;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.files.FreshFile;
import org.rongyi.definitions.files.Wording;

/// Where matches go: CSV on standard output, a CSV file, a Parquet file, or nowhere.
final class MatchOutput implements AutoCloseable {
    private static final String[] HEADER = {"enterprise", "policy", "outcome", "missing"};

    private final @Nullable PrintStream screen;
    private final @Nullable FreshFile file;
    private final @Nullable FreshFile parquet;

    private MatchOutput(@Nullable PrintStream screen, @Nullable FreshFile file, @Nullable FreshFile parquet)
            throws IOException {
        this.screen = screen;
        this.file = file;
        this.parquet = parquet;
        var header = new Lines();
        header.csv.writeRecord(HEADER);
        write(header);
    }

    static MatchOutput to(PrintStream screen) throws IOException {
        return new MatchOutput(screen, null, null);
    }

    static MatchOutput nowhere() throws IOException {
        return new MatchOutput(null, null, null);
    }

    /// A Parquet file is made of a CSV file, which lies beside it meanwhile.
    static MatchOutput to(Path target) throws IOException {
        if (!EnterpriseFile.isNamedParquet(target)) {
            return new MatchOutput(null, FreshFile.at(target), null);
        }
        var parquet = FreshFile.at(target);
        try {
            return new MatchOutput(null, FreshFile.at(target.resolveSibling(target.getFileName() + ".csv")), parquet);
        } catch (IOException refused) {
            parquet.close();
            throw refused;
        }
    }

    /// Some lines of the result, made on any thread.
    static final class Lines {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(bytes, StandardCharsets.UTF_8);

        /// @param missing for UNDETERMINED the elements that can still change the outcome, separated by `;`
        void add(String enterprise, String policy, String outcome, String missing) {
            csv.writeRecord(enterprise, policy, outcome, missing);
        }
    }

    /// Whether anybody wants the lines; only counts are wanted otherwise.
    boolean wanted() {
        return screen != null || file != null;
    }

    /// False: the reader of standard output has gone away (`| head`), so that nothing more needs to be computed.
    boolean write(Lines lines) throws IOException {
        lines.csv.flush();
        if (screen != null) {
            screen.write(lines.bytes.toByteArray());
            return !screen.checkError();
        }
        if (file != null) {
            try {
                lines.bytes.writeTo(file.stream());
            } catch (IOException full) {
                throw Wording.of((parquet == null ? file : parquet).named(), "cannot be written", full);
            }
        }
        return true;
    }

    /// Gives the file its name.
    void complete() throws IOException {
        if (parquet != null && file != null) {
            file.stream().flush();
            DuckDb.csvToParquet(file.written(), parquet);
            parquet.complete();
        } else if (file != null) {
            file.complete();
        }
    }

    @Override
    public void close() throws IOException {
        try (file;
                parquet) {
            if (screen != null) {
                screen.flush();
            }
        }
    }
}
