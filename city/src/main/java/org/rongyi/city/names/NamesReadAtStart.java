package org.rongyi.city.names;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// A large register takes minutes to read for the first time: better before the first founder asks.
@Component
@ConditionalOnWebApplication
class NamesReadAtStart {
    private static final Logger LOG = LoggerFactory.getLogger(NamesReadAtStart.class);

    private final NamesFollow names;

    NamesReadAtStart(NamesFollow names) {
        this.names = names;
    }

    @EventListener(ApplicationReadyEvent.class)
    void read() {
        Thread.ofPlatform()
                .name("names")
                .daemon()
                .uncaughtExceptionHandler((_, fault) -> LOG.warn("Names are read when somebody asks next.", fault))
                .start(names::catchUp);
    }
}
