package org.rongyi.city.cases;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Makes up for the cases that an earlier version closed, beside the pages. Nothing is left to do after the first time.
@Component
@ConditionalOnWebApplication
class ClosingsMadeUp {
    private static final Logger LOG = LoggerFactory.getLogger(ClosingsMadeUp.class);

    private final Closings closings;

    ClosingsMadeUp(Closings closings) {
        this.closings = closings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() {
        Thread.ofPlatform()
                .name("closings")
                .daemon()
                .uncaughtExceptionHandler(
                        (_, fault) -> LOG.warn("Closed cases are made up for when the city is opened next.", fault))
                .start(closings::makeUp);
    }
}
