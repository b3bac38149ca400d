package org.rongyi.match;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.rongyi.definitions.files.FreshFile;

/// DuckDB in memory, for reading and writing Parquet.
final class DuckDb {

    private DuckDb() {}

    static Connection open() throws SQLException {
        var properties = new Properties();
        properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        var connection = new DuckDBDriver().connect("jdbc:duckdb:", properties);
        if (connection == null) {
            throw new SQLException("DuckDB takes no connection");
        }
        try (var statement = connection.createStatement()) {
            statement.execute("SET autoinstall_known_extensions = false");
            statement.execute("SET preserve_insertion_order = true");
            // A point in time is the day that it was in the city.
            statement.execute("SET TimeZone = 'Asia/Shanghai'");
        }
        return connection;
    }

    /// A path as a text of SQL.
    static String quoted(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }

    static String quotedName(String column) {
        return "\"" + column.replace("\"", "\"\"") + "\"";
    }

    /// A path as `read_parquet` takes it: there `*`, `?` and `[` would stand for other characters.
    static String quotedPattern(Path path) {
        var letters = new StringBuilder();
        for (char letter : path.toString().toCharArray()) {
            letters.append("*?[".indexOf(letter) < 0 ? String.valueOf(letter) : "[" + letter + "]");
        }
        return quoted(Path.of(letters.toString()));
    }

    /// Turns a CSV file, whose columns are all text, into a Parquet file.
    static void csvToParquet(Path csv, FreshFile parquet) throws IOException {
        try (var connection = open();
                var statement = connection.createStatement()) {
            statement.execute(("COPY (SELECT * FROM read_csv(%s, header = true, all_varchar = true, "
                            + "delim = ',', quote = '\"', escape = '\"', parallel = false)) TO %s (FORMAT parquet)")
                    .formatted(quotedPattern(csv), quoted(parquet.written())));
        } catch (SQLException broken) {
            throw new IOException("%s: cannot be written (%s)".formatted(parquet.named(), firstLine(broken)), broken);
        }
    }

    static String firstLine(SQLException broken) {
        var message = broken.getMessage();
        return message == null ? broken.toString() : message.lines().findFirst().orElse("");
    }
}
