package org.rongyi.match;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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

    /// Parquet by name, anything else is CSV.
    static EnterpriseFile open(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new UnreadableFile(path + (Files.exists(path) ? ": is not a file" : ": there is no such file"));
        }
        return isParquet(path) ? ParquetEnterprises.open(path) : CsvEnterprises.open(path);
    }

    static boolean isParquet(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".parquet");
    }
}
