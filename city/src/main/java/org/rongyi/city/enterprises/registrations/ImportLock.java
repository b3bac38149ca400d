package org.rongyi.city.enterprises.registrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/// That only one file is taken at a time, whoever takes it: two would both enter a firm that is new to both.
///
/// The lock belongs to a connection, so it falls with the process that held it, even after `kill -9`.
final class ImportLock implements AutoCloseable {
    /// Together they name the lock within the database.
    static final int HOUSE = 827_001;
    static final int IMPORT = 1;

    private final Connection connection;

    private ImportLock(Connection connection) {
        this.connection = connection;
    }

    /// Empty when somebody else holds it.
    static Optional<ImportLock> tryTake(DataSource source) {
        try {
            Connection connection = source.getConnection();
            if (ask(connection, "select pg_try_advisory_lock(?, ?)")) {
                return Optional.of(new ImportLock(connection));
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("the lock of imports cannot be taken", e);
        }
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setInt(1, HOUSE);
            statement.setInt(2, IMPORT);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /// A connection that breaks has let the lock go by itself.
    @Override
    public void close() {
        try (connection) {
            ask(connection, "select pg_advisory_unlock(?, ?)");
        } catch (SQLException broken) {
            throw new CannotGetJdbcConnectionException("the lock of imports cannot be given back", broken);
        }
    }
}
