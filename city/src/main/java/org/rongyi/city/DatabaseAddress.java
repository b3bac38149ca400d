package org.rongyi.city;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// Where a PostgreSQL is and as whom to speak to it.
///
/// @param user null when the address itself says it
record DatabaseAddress(
        String jdbcUrl, @Nullable String user, @Nullable String password) {
    private static final int OLDEST_MAJOR = 15;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String JDBC = "jdbc:postgresql:";

    /// Reads `postgresql://user:password@host:port/name` and `jdbc:postgresql://host/name?user=…&password=…`.
    ///
    /// @throws CannotStart when it is neither
    static DatabaseAddress parse(String address) {
        if (address.startsWith(JDBC)) {
            return new DatabaseAddress(address, null, null);
        }
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw unreadable(address, e);
        }
        String scheme = String.valueOf(uri.getScheme());
        if (!scheme.equals("postgresql") && !scheme.equals("postgres") || uri.getHost() == null) {
            throw unreadable(address, null);
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String url = JDBC + "//" + uri.getHost() + port + uri.getRawPath() + query;
        String person = uri.getUserInfo();
        if (person == null) {
            return new DatabaseAddress(url, null, null);
        }
        int colon = person.indexOf(':');
        return colon < 0
                ? new DatabaseAddress(url, person, null)
                : new DatabaseAddress(url, person.substring(0, colon), person.substring(colon + 1));
    }

    /// Connects once, so that a wrong address is one clear message and not the first query's stack trace.
    ///
    /// @throws CannotStart when nobody answers there, or not to this user
    void greet() {
        greet(PATIENCE);
    }

    /// @param patience in whole seconds
    void greet(Duration patience) {
        String seconds = String.valueOf(patience.toSeconds());
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", seconds);
        // Something may take the connection and never say a word.
        properties.setProperty("loginTimeout", seconds);
        properties.setProperty("socketTimeout", seconds);
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        try (Connection connection = DriverManager.getConnection(jdbcUrl, properties)) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (major < OLDEST_MAJOR) {
                throw new CannotStart(
                        "the database at " + this + " is PostgreSQL " + major + ".",
                        "Maybe use a newer one: " + OLDEST_MAJOR + " is the oldest that will do, 18 the one tested.");
            }
        } catch (SQLException e) {
            throw new CannotStart(
                    "the database at " + this + " does not take us in: " + e.getMessage(),
                    "Maybe check host, port, database name, user and password of --database-url.",
                    e);
        }
    }

    private static CannotStart unreadable(String address, @Nullable Exception cause) {
        return new CannotStart(
                "the database address (" + withoutPassword(address) + ") cannot be read.",
                "Maybe write it as postgresql://user:password@host:5432/name.",
                cause);
    }

    /// For messages and logs.
    static String withoutPassword(String address) {
        return address.replaceAll("(://[^/@:]*):[^/]*@", "$1:***@").replaceAll("(password=)[^&]*", "$1***");
    }

    @Override
    public String toString() {
        return withoutPassword(jdbcUrl);
    }
}
