package org.rongyi.city;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Tells the person at the terminal that the city is open, and where.
@Component
class ReadyLine {
    private final boolean announced;

    /// @param announced only a start from the launcher speaks on the terminal
    ReadyLine(@Value("${rongyi.announce:false}") boolean announced) {
        this.announced = announced;
    }

    @EventListener
    @Order(0)
    void ready(ApplicationReadyEvent event) {
        if (announced
                && event.getApplicationContext() instanceof WebServerApplicationContext web
                && web.getWebServer() instanceof WebServer server) {
            System.out.println("Ready: http://localhost:" + server.getPort());
        }
    }
}
