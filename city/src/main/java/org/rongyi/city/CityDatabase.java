package org.rongyi.city;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

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
    /// @param fresh forgets what the folder holds; an external database is never emptied
    static CityDatabase open(String address, String folder, boolean fresh) {
        if (!address.isBlank()) {
            DatabaseAddress given = DatabaseAddress.parse(address.strip());
            given.greet();
            return new CityDatabase(given, null);
        }
        EmbeddedDatabase embedded = folder.isBlank()
                ? EmbeddedDatabase.temporary()
                : EmbeddedDatabase.kept(Path.of(folder).toAbsolutePath().normalize(), fresh);
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

    /// Opens the database before any bean is made, so that a database which cannot be had is told in two lines. It is
    /// closed after the beans that draw from it, also when one of them fails to start.
    @Order(PortCheck.ORDER + 1)
    static final class Opening implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        private static final String BEAN = "cityDatabase";

        @Override
        public void initialize(ConfigurableApplicationContext city) {
            Environment settings = city.getEnvironment();
            CityDatabase database = open(
                    settings.getProperty("rongyi.database-url", ""),
                    settings.getProperty("rongyi.data", ""),
                    settings.getProperty("rongyi.fresh", Boolean.class, false));
            DefaultListableBeanFactory beans = (DefaultListableBeanFactory) city.getBeanFactory();
            beans.registerSingleton(BEAN, database);
            beans.registerDisposableBean(BEAN, database::close);
        }
    }
}
