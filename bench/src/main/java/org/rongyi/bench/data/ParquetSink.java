package org.rongyi.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/// A Parquet file with typed columns. DuckDB writes it, from a table of its own on the disk: memory does not grow with
/// the file.
final class ParquetSink implements Sink {
    private static final String MEMORY = "1GB";

    private final NamedAtTheEnd file;
    private final NamedAtTheEnd store;
    private final DuckDBConnection connection;
    private final DuckDBAppender appender;
    private boolean within;

    ParquetSink(Path target, List<String> headers, List<Kind> kinds) throws IOException {
        this.file = new NamedAtTheEnd(target);
        this.store = new NamedAtTheEnd(target.resolveSibling(target.getFileName() + ".duckdb"));
        try {
            this.connection = open(store.written());
            var columns = new ArrayList<String>();
            for (int i = 0; i < headers.size(); i++) {
                columns.add("\"%s\" %s".formatted(headers.get(i), type(kinds.get(i))));
            }
            run("SET memory_limit = '%s'".formatted(MEMORY));
            run("CREATE TABLE t (%s)".formatted(String.join(", ", columns)));
            this.appender = connection.createAppender("main", "t");
        } catch (SQLException refused) {
            throw new IOException("%s: cannot be written (%s)".formatted(target, refused.getMessage()), refused);
        }
    }

    private static DuckDBConnection open(Path store) throws SQLException {
        var connection = new DuckDBDriver().connect("jdbc:duckdb:" + store, new Properties());
        if (connection instanceof DuckDBConnection duck) {
            return duck;
        }
        throw new SQLException("DuckDB takes no connection");
    }

    private static String type(Kind kind) {
        return switch (kind) {
            case TEXT -> "VARCHAR";
            case CODES -> "VARCHAR[]";
            case COUNT -> "BIGINT";
            case HUNDREDTHS -> "DECIMAL(18, 2)";
            case FLAG -> "BOOLEAN";
            case DAY -> "DATE";
        };
    }

    private void run(String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /// A value that goes to DuckDB.
    private interface Append {
        void to(DuckDBAppender appender) throws SQLException;
    }

    private void append(Append value) throws IOException {
        try {
            if (!within) {
                appender.beginRow();
                within = true;
            }
            value.to(appender);
        } catch (SQLException refused) {
            throw new IOException(refused.getMessage(), refused);
        }
    }

    @Override
    public void missing() throws IOException {
        append(DuckDBAppender::appendNull);
    }

    @Override
    public void text(String value) throws IOException {
        append(to -> to.append(value));
    }

    @Override
    public void codes(List<String> value) throws IOException {
        append(to -> to.append(value));
    }

    @Override
    public void count(long value) throws IOException {
        append(to -> to.append(value));
    }

    @Override
    public void hundredths(long value) throws IOException {
        append(to -> to.appendDecimal(value));
    }

    @Override
    public void flag(boolean value) throws IOException {
        append(to -> to.append(value));
    }

    @Override
    public void day(long epochDay) throws IOException {
        append(to -> to.append(LocalDate.ofEpochDay(epochDay)));
    }

    @Override
    public void endRow() throws IOException {
        append(DuckDBAppender::endRow);
        within = false;
    }

    @Override
    public void complete() throws IOException {
        try {
            appender.close();
            run("COPY t TO '%s' (FORMAT parquet)"
                    .formatted(file.written().toString().replace("'", "''")));
        } catch (SQLException refused) {
            throw new IOException(refused.getMessage(), refused);
        }
        file.complete();
    }

    @Override
    public void close() throws IOException {
        try (file;
                store) {
            connection.close();
            Files.deleteIfExists(Path.of(store.written() + ".wal"));
        } catch (SQLException broken) {
            throw new IOException(broken.getMessage(), broken);
        }
    }
}
