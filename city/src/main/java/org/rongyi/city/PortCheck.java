package org.rongyi.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationListener;

/// Says that the port is taken before a database is started and filled, not after.
final class PortCheck implements ApplicationListener<ApplicationContextInitializedEvent> {
    @Override
    public void onApplicationEvent(ApplicationContextInitializedEvent event) {
        int port = event.getApplicationContext().getEnvironment().getProperty("server.port", Integer.class, 8080);
        if (port != 0) {
            check(port);
        }
    }

    static void check(int port) {
        try (ServerSocket free = new ServerSocket(port)) {
            free.setReuseAddress(true);
        } catch (BindException e) {
            throw new CannotStart(
                    "port " + port + " is taken: another program listens there.",
                    "Maybe choose another one: ./rongyi demo --port " + (port + 1),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
