package org.rongyi.city;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Which PostgreSQL is the store of record: any by its address (`rongyi.database-url`), otherwise an embedded one,
/// kept in a folder (`rongyi.data`) or, without one, temporary.
final class CityDatabase implements JdbcConnectionDetails, AutoCloseable {
    private final DatabaseAddress address;
    private final @Nullable EmbeddedDatabase embedded;

    private CityDatabase(DatabaseAddress address, @Nullable EmbeddedDatabase embedded) {
        this.address = address;
        this.embedded = embedded;
    }

    /// @param address empty for an embedded database
    /// @param folder empty for a temporary embedded database
    static CityDatabase open(String address, String folder) {
        if (!address.isBlank()) {
            DatabaseAddress given = DatabaseAddress.parse(address.strip());
            given.greet();
            return new CityDatabase(given, null);
        }
        EmbeddedDatabase embedded = folder.isBlank()
                ? EmbeddedDatabase.temporary()
                : EmbeddedDatabase.kept(Path.of(folder).toAbsolutePath().normalize());
        return new CityDatabase(new DatabaseAddress(embedded.jdbcUrl(), null, null), embedded);
    }

    @Override
    public String getJdbcUrl() {
        return address.jdbcUrl();
    }

    @Override
    public @Nullable String getUsername() {
        return address.user();
    }

    @Override
    public @Nullable String getPassword() {
        return address.password();
    }

    @Override
    public void close() throws IOException {
        if (embedded != null) {
            embedded.close();
        }
    }

    /// Spring closes the connection pool before the database that it draws from.
    @Configuration(proxyBeanMethods = false)
    static class Wiring {
        @Bean(destroyMethod = "close")
        CityDatabase cityDatabase(
                @Value("${rongyi.database-url:}") String address, @Value("${rongyi.data:}") String folder) {
            return CityDatabase.open(address, folder);
        }
    }
}
