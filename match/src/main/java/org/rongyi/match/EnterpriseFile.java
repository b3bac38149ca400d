package org.rongyi.match;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.files.CsvFile;
import org.rongyi.definitions.files.FileKind;
import org.rongyi.definitions.files.UnreadableFile;
import org.rongyi.definitions.files.Wording;

/// A file with one enterprise a row, read once from top to bottom, so that it may be larger than memory.
interface EnterpriseFile extends AutoCloseable {

    /// A row with its cells as text.
    ///
    /// @param number line of the file in a CSV file, number of the row in a Parquet file; from 1
    /// @param cells null where a Parquet file has none; fewer or more than the header only in a damaged CSV file
    /// @param damage why the cells of a CSV line could not be told apart, or null
    record RawRow(
            long number,
            List<@Nullable String> cells,
            @Nullable String damage) {}

    /// The header.
    List<String> columns();

    /// Which columns will be read; cells of others may be empty. Called once, before the first row.
    ///
    /// @throws UnreadableFile if such a column can hold no value of an element
    void choose(Set<Integer> columns) throws IOException;

    /// The next row, or null after the last.
    ///
    /// @throws UnreadableFile if the rest of the file cannot be read
    @Nullable
    RawRow next() throws IOException;

    /// How much of the file has been read, from 0 to 1.
    double fraction();

    /// What a reader of the file should know, such as that it was not UTF-8.
    List<String> remarks();

    /// "line" or "row".
    String rowWord();

    @Override
    void close() throws IOException;

    /// A wrong name is said at once, not after the rules have been read.
    static boolean isThere(Path path, PrintStream err) {
        boolean file = Files.isRegularFile(path);
        if (!file) {
            err.println(CsvFile.missing(path));
        }
        return file;
    }

    /// Parquet by what it is or by name, anything else is CSV.
    ///
    /// @throws UnreadableFile if it cannot be read, and why
    static EnterpriseFile open(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new UnreadableFile(CsvFile.missing(path));
        }
        try {
            var kind = FileKind.of(path);
            if (kind == FileKind.PARQUET || isNamedParquet(path)) {
                return ParquetEnterprises.open(path);
            }
            return CsvEnterprises.open(path);
        } catch (FileSystemException refused) {
            throw Wording.of(path, "cannot be read", refused);
        }
    }

    static boolean isNamedParquet(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".parquet");
    }
}
