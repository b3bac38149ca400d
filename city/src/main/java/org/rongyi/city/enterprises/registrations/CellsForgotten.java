package org.rongyi.city.enterprises.registrations;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/// Looks every hour whether cells have been kept for long enough. Several processes on one database do
/// no harm.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CellsForgotten {
    private static final String ONE_MINUTE = "PT1M";
    private static final String ONE_HOUR = "PT1H";

    private final ImportLog log;

    CellsForgotten(ImportLog log) {
        this.log = log;
    }

    @Scheduled(initialDelayString = ONE_MINUTE, fixedDelayString = ONE_HOUR)
    void forget() {
        log.forgetOldCells();
    }
}
