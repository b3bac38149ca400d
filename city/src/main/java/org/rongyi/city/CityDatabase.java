package org.rongyi.city;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/// Which PostgreSQL is the store of record: any by its address (`rongyi.database-url`), otherwise an embedded one,
/// kept in a folder (`rongyi.data`) or, without one, temporary.
///
/// It opens while the city prepares its rooms; who asks for its address waits.
final class CityDatabase implements JdbcConnectionDetails, AutoCloseable {
    private record Opened(DatabaseAddress address, @Nullable EmbeddedDatabase embedded) {}

    private final FutureTask<Opened> opening;

    private CityDatabase(Callable<Opened> opening) {
        this.opening = new FutureTask<>(opening);
        Thread.ofPlatform().name("opens-database").start(this.opening);
    }

    /// @param address empty for an embedded database
    /// @param folder empty for a temporary embedded database
    /// @param fresh forgets what the folder holds; an external database is never emptied
    static CityDatabase open(String address, String folder, boolean fresh) {
        return new CityDatabase(() -> {
            if (!address.isBlank()) {
                DatabaseAddress given = DatabaseAddress.parse(address.strip());
                given.greet();
                return new Opened(given, null);
            }
            EmbeddedDatabase embedded = folder.isBlank()
                    ? EmbeddedDatabase.temporary()
                    : EmbeddedDatabase.kept(Path.of(folder).toAbsolutePath().normalize(), fresh);
            return new Opened(new DatabaseAddress(embedded.jdbcUrl(), null, null), embedded);
        });
    }

    @Override
    public String getJdbcUrl() {
        return opened().address.jdbcUrl();
    }

    @Override
    public @Nullable String getUsername() {
        return opened().address.user();
    }

    @Override
    public @Nullable String getPassword() {
        return opened().address.password();
    }

    /// @throws CannotStart when the database cannot be had
    private Opened opened() {
        try {
            return waited();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof CannotStart refused) {
                throw refused;
            }
            throw new IllegalStateException("the database does not open", failed.getCause());
        }
    }

    /// Also for somebody in a hurry: who ends the city while its database opens must not leave a server behind. Waits
    /// a second at a time, because who waits without end is interrupted by an ending of the framework.
    private Opened waited() throws ExecutionException {
        boolean hurry = false;
        try {
            while (true) {
                try {
                    return opening.get(1, TimeUnit.SECONDS);
                } catch (TimeoutException notYet) {
                    // on
                } catch (InterruptedException interrupted) {
                    hurry = true;
                }
            }
        } finally {
            if (hurry) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Also when nobody has asked for it yet.
    @Override
    public void close() throws IOException {
        try {
            EmbeddedDatabase embedded = waited().embedded;
            if (embedded != null) {
                stop(embedded);
            }
        } catch (ExecutionException neverOpened) {
            // told where it was asked for
        }
    }

    /// The server's end is waited for, by whoever is in a hurry too.
    private static void stop(EmbeddedDatabase embedded) throws IOException {
        boolean hurry = Thread.interrupted();
        try {
            embedded.close();
        } finally {
            if (hurry) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Begins before any bean is made. A database that cannot be had is told in two lines, and it is closed after the
    /// beans that draw from it, also when one of them fails to start.
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
