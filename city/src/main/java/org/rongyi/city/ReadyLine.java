package org.rongyi.city;

import java.util.List;
import org.rongyi.city.vocabulary.Announcement;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Tells the person at the terminal that the city is open, and where, and what its rooms have to say about it.
@Component
class ReadyLine {
    private final boolean announced;
    private final List<Announcement> announcements;

    /// @param announced only a start from the launcher speaks on the terminal
    ReadyLine(@Value("${rongyi.announce:false}") boolean announced, ObjectProvider<Announcement> announcements) {
        this.announced = announced;
        this.announcements = announcements.orderedStream().toList();
    }

    /// Before anybody begins the work that waits for open pages.
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void ready(ApplicationReadyEvent event) {
        if (announced
                && event.getApplicationContext() instanceof WebServerApplicationContext web
                && web.getWebServer() instanceof WebServer server) {
            System.out.println("Ready: http://localhost:" + server.getPort());
            announcements.forEach(each -> each.lines().forEach(System.out::println));
        }
    }
}
