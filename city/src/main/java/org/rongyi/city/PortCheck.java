package org.rongyi.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;

/// Says that the port is taken before a database is started and filled, not after.
@Order(PortCheck.ORDER)
final class PortCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    static final int ORDER = 0;

    @Override
    public void initialize(ConfigurableApplicationContext city) {
        int port = city.getEnvironment().getProperty("server.port", Integer.class, 8080);
        if (port != 0) {
            check(port);
        }
    }

    static void check(int port) {
        try (ServerSocket free = new ServerSocket()) {
            // Before it is bound, or a port that was used a moment ago counts as taken.
            free.setReuseAddress(true);
            free.bind(new InetSocketAddress(port));
        } catch (BindException e) {
            throw new CannotStart(
                    "port " + port + " cannot be had: " + e.getMessage() + ".",
                    "Maybe another program listens there: choose another port, ./rongyi demo --port " + (port + 1),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
