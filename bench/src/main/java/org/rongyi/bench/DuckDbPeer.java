package org.rongyi.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Element;
import org.rongyi.rules.Row;

/// DuckDB in memory with the same firms in the same order, asked in the two ways that a user would: one query a policy,
/// and
/// many policies in one query as filters.
final class DuckDbPeer implements AutoCloseable {

    private static final int BATCH = 50;
    private static final int DECIMALS = 2;
    private static final String SEPARATOR = ";";

    private final DuckDBConnection connection;
    private final List<Element> elements;
    private @Nullable DuckDBAppender appender;

    DuckDbPeer(Workload workload) throws SQLException {
        Connection opened = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        if (!(opened instanceof DuckDBConnection duck)) {
            throw new SQLException("DuckDB takes no connection");
        }
        this.connection = duck;
        this.elements = workload.dictionary().elements().stream()
                .filter(element -> !element.derived())
                .toList();
        execute("CREATE TABLE given (%s)".formatted(columns(DuckDbPeer::givenType)));
        this.appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "given");
    }

    private String columns(java.util.function.Function<Element, String> type) {
        return elements.stream()
                .map(element -> "\"%s\" %s".formatted(element.id(), type.apply(element)))
                .collect(Collectors.joining(", "));
    }

    private static String givenType(Element element) {
        return switch (element.type()) {
            case NUMBER -> "DECIMAL(18, %d)".formatted(DECIMALS);
            case TEXT, CODE, CODES -> "VARCHAR";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
        };
    }

    /// Takes a firm. Firms come in the order of the table that they are compared with.
    void append(Row row) throws SQLException {
        DuckDBAppender into = appender;
        if (into == null) {
            throw new IllegalStateException("all firms were taken");
        }
        into.beginRow();
        for (Element element : elements) {
            Object value = row.value(element.id());
            switch (value) {
                case null -> into.appendNull();
                case BigDecimal n -> into.append(n.setScale(DECIMALS));
                case String s -> into.append(s);
                case Boolean b -> into.append(b);
                case LocalDate d -> into.append(d);
                case Collection<?> c ->
                    into.append(c.stream().map(String::valueOf).collect(Collectors.joining(SEPARATOR)));
                default -> throw new IllegalStateException("no column for (%s)".formatted(value));
            }
        }
        into.endRow();
    }

    /// Ends the loading: sets become lists, and columns take the narrowest type that holds them, as who wants
    /// DuckDB at its best would choose: whole numbers where there are no decimals, enumerations for codes.
    void ready() throws SQLException {
        DuckDBAppender into = appender;
        if (into != null) {
            into.close();
            appender = null;
        }
        List<String> selected = new ArrayList<>();
        for (Element element : elements) {
            selected.add(stored(element) + " AS \"" + element.id() + "\"");
        }
        execute("CREATE TABLE firms AS SELECT %s FROM given".formatted(String.join(", ", selected)));
        execute("DROP TABLE given");
    }

    private String stored(Element element) throws SQLException {
        String name = "\"" + element.id() + "\"";
        return switch (element.type()) {
            case CODES ->
                "CASE WHEN %1$s = '' THEN []::VARCHAR[] ELSE string_split(%1$s, '%2$s') END".formatted(name, SEPARATOR);
            case CODE -> {
                execute("CREATE TYPE \"%1$s of\" AS ENUM (SELECT DISTINCT %2$s FROM given WHERE %2$s IS NOT NULL)"
                        .formatted(element.id(), name));
                yield "%s::\"%s of\"".formatted(name, element.id());
            }
            case NUMBER -> {
                long broken = number("SELECT count(*) FROM given WHERE %1$s <> trunc(%1$s)".formatted(name));
                long great = number("SELECT count(*) FROM given WHERE abs(%s) > 2000000000".formatted(name));
                yield broken > 0 ? name : name + (great > 0 ? "::BIGINT" : "::INTEGER");
            }
            case TEXT, BOOLEAN, DATE -> name;
        };
    }

    /// Rows that satisfy a condition.
    long eligible(String condition) throws SQLException {
        return number("SELECT count(*) FROM firms WHERE " + condition);
    }

    /// Rows for which a condition is NULL.
    long unknown(String condition) throws SQLException {
        return number("SELECT count(*) FROM firms WHERE (%s) IS NULL".formatted(condition));
    }

    /// Writes down which rows satisfy a condition; how many they are.
    long keep(String condition) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(
                    "CREATE OR REPLACE TEMP TABLE kept AS SELECT rowid AS firm FROM firms WHERE " + condition);
        }
    }

    /// Which rows they are, told by their sum.
    long sumOfRows(String condition) throws SQLException {
        return number("SELECT coalesce(sum(rowid), 0)::BIGINT FROM firms WHERE " + condition);
    }

    /// Rows that satisfy each of many conditions, in one query.
    List<Long> eligible(List<String> conditions) throws SQLException {
        List<Long> counts = new ArrayList<>();
        for (int from = 0; from < conditions.size(); from += BATCH) {
            List<String> batch = conditions.subList(from, Math.min(conditions.size(), from + BATCH));
            String filters =
                    batch.stream().map("count(*) FILTER (WHERE %s)"::formatted).collect(Collectors.joining(", "));
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("SELECT " + filters + " FROM firms")) {
                result.next();
                for (int i = 1; i <= batch.size(); i++) {
                    counts.add(result.getLong(i));
                }
            }
        }
        return counts;
    }

    String version() throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion();
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
