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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.files.UnreadableFile;

/// Enterprises in a Parquet file. Each value is turned into the text that a CSV file would hold, so that both kinds of
/// file are judged alike: an empty list is `;`, a point in time its day in the city. Only the columns that are needed
/// are read.
final class ParquetEnterprises implements EnterpriseFile {
    private static final Pattern NO_VALUE =
            Pattern.compile("(STRUCT|MAP|UNION|BLOB|BIT|INTERVAL|TIME\\b|VARIANT|GEOMETRY).*|.*\\].*\\]");

    private final Path path;
    private final String source;
    private final Connection connection;
    private final Statement statement;
    private final List<String> columns = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final long count;
    private @Nullable ResultSet rows;
    private boolean[] chosen = {};
    private long number;

    private ParquetEnterprises(Path path, Connection connection) throws SQLException {
        this.path = path;
        this.connection = connection;
        this.statement = connection.createStatement();
        this.source = "read_parquet(%s)".formatted(DuckDb.quotedPattern(path));
        try (var result = statement.executeQuery("SELECT count(*) FROM " + source)) {
            result.next();
            this.count = result.getLong(1);
        }
        try (var described = statement.executeQuery("DESCRIBE SELECT * FROM " + source)) {
            while (described.next()) {
                columns.add(described.getString("column_name"));
                types.add(described.getString("column_type").toUpperCase(Locale.ROOT));
            }
        }
    }

    static ParquetEnterprises open(Path path) throws IOException {
        Connection connection = null;
        try {
            connection = DuckDb.open();
            return new ParquetEnterprises(path, connection);
        } catch (SQLException broken) {
            closeQuietly(connection, broken);
            throw new UnreadableFile("%s: cannot be read as Parquet (%s)".formatted(path, DuckDb.firstLine(broken)));
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

    @Override
    public void choose(Set<Integer> wanted) throws IOException {
        chosen = new boolean[columns.size()];
        for (int column : wanted) {
            chosen[column] = true;
            if (NO_VALUE.matcher(types.get(column)).matches()) {
                throw new UnreadableFile(
                        "%s: column %d \"%s\" is of type %s, which no element can take. Maybe rename it"
                                .formatted(path, column + 1, columns.get(column), types.get(column)));
            }
        }
        var texts = IntStream.range(0, chosen.length)
                .filter(column -> chosen[column])
                .mapToObj(this::asText)
                .toList();
        try {
            rows = statement.executeQuery("SELECT %s FROM %s".formatted(String.join(", ", texts), source));
        } catch (SQLException broken) {
            throw new UnreadableFile("%s: cannot be read as Parquet (%s)".formatted(path, DuckDb.firstLine(broken)));
        }
    }

    /// A list with nothing in it but nulls says nothing; one that is empty says that there is none.
    private String asText(int column) {
        var name = DuckDb.quotedName(columns.get(column));
        var type = types.get(column);
        if (type.endsWith("]")) {
            return ("CASE WHEN len(%1$s) = 0 THEN ';' WHEN list_count(%1$s) = 0 THEN NULL "
                            + "ELSE array_to_string(%1$s, chr(%2$d)) || chr(%2$d) END")
                    .formatted(name, (int) Cells.LIST_SEPARATOR);
        }
        if (type.startsWith("TIMESTAMP")) {
            return "CAST(CAST(%s AS DATE) AS VARCHAR)".formatted(name);
        }
        return type.equals("VARCHAR") ? name : "CAST(%s AS VARCHAR)".formatted(name);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        if (rows == null) {
            throw new IllegalStateException("no columns are chosen yet");
        }
        try {
            if (!rows.next()) {
                return null;
            }
            number++;
            var cells = new ArrayList<@Nullable String>(chosen.length);
            int at = 0;
            for (boolean wanted : chosen) {
                cells.add(wanted ? rows.getString(++at) : null);
            }
            return new RawRow(number, Collections.unmodifiableList(cells), null);
        } catch (SQLException broken) {
            throw new UnreadableFile(
                    "%s: cannot be read after row %d (%s)".formatted(path, number, DuckDb.firstLine(broken)));
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
                statement) {
            number = count;
        } catch (SQLException broken) {
            throw new IOException("%s: cannot be closed".formatted(path), broken);
        }
    }
}
