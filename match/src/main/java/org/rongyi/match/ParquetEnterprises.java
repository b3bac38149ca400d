package org.rongyi.match;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Enterprises in a Parquet file. Each value is turned into the text that a CSV file would hold, so that both kinds of
/// file are judged alike: lists become `a;b`, an empty list `;`, a point in time its day.
final class ParquetEnterprises implements EnterpriseFile {
    private final Path path;
    private final Connection connection;
    private final Statement statement;
    private final ResultSet rows;
    private final List<String> columns;
    private final long count;
    private long number;

    private ParquetEnterprises(Path path, Connection connection) throws SQLException {
        this.path = path;
        this.connection = connection;
        this.statement = connection.createStatement();
        var source = "read_parquet(%s)".formatted(DuckDb.quoted(path));
        this.count = count(source);
        this.columns = new ArrayList<>();
        var texts = new ArrayList<String>();
        try (var types = statement.executeQuery("DESCRIBE SELECT * FROM " + source)) {
            while (types.next()) {
                columns.add(types.getString("column_name"));
                texts.add(asText(types.getString("column_name"), types.getString("column_type")));
            }
        }
        this.rows = statement.executeQuery("SELECT %s FROM %s".formatted(String.join(", ", texts), source));
    }

    static ParquetEnterprises open(Path path) throws IOException {
        Connection connection = null;
        try {
            connection = DuckDb.open();
            return new ParquetEnterprises(path, connection);
        } catch (SQLException broken) {
            closeQuietly(connection, broken);
            throw new UnreadableFile("%s: cannot be read as Parquet (%s)".formatted(path, firstLine(broken)));
        }
    }

    private static void closeQuietly(@Nullable Connection connection, SQLException reason) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException second) {
            reason.addSuppressed(second);
        }
    }

    private static String firstLine(SQLException broken) {
        var message = broken.getMessage();
        return message == null ? broken.toString() : message.lines().findFirst().orElse("");
    }

    private long count(String source) throws SQLException {
        try (var result = statement.executeQuery("SELECT count(*) FROM " + source)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static String asText(String column, String type) {
        var name = DuckDb.quotedName(column);
        var upper = type.toUpperCase(Locale.ROOT);
        if (upper.endsWith("[]")) {
            return "CASE WHEN %1$s IS NULL THEN NULL WHEN len(%1$s) = 0 THEN ';' ELSE array_to_string(%1$s, ';') END"
                    .formatted(name);
        }
        if (upper.startsWith("TIMESTAMP")) {
            return "CAST(CAST(%s AS DATE) AS VARCHAR)".formatted(name);
        }
        return upper.equals("VARCHAR") ? name : "CAST(%s AS VARCHAR)".formatted(name);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        try {
            if (!rows.next()) {
                return null;
            }
            number++;
            var cells = new ArrayList<@Nullable String>(columns.size());
            for (int i = 1; i <= columns.size(); i++) {
                cells.add(rows.getString(i));
            }
            return new RawRow(number, Collections.unmodifiableList(cells), null);
        } catch (SQLException broken) {
            throw new UnreadableFile("%s: cannot be read after row %d (%s)".formatted(path, number, firstLine(broken)));
        }
    }

    @Override
    public double fraction() {
        return count == 0 ? 1 : (double) number / count;
    }

    @Override
    public List<String> remarks() {
        return List.of();
    }

    @Override
    public String rowWord() {
        return "row";
    }

    @Override
    public void close() throws IOException {
        try (connection;
                statement;
                rows) {
            number = count;
        } catch (SQLException broken) {
            throw new IOException("%s: cannot be closed".formatted(path), broken);
        }
    }
}
