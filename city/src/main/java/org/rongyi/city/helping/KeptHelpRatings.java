package org.rongyi.city.helping;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate.Purpose;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class KeptHelpRatings implements HelpRatings {
    private static final Duration YEAR = Duration.ofDays(365);

    private final HelpTable table;
    private final Clock clock;

    KeptHelpRatings(HelpTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    @Transactional
    public boolean rate(long help, Help.Rating rating, Acting by) {
        return table.lock(help)
                .filter(found -> KeptHelps.may(found, by, Purpose.APPLY) && !found.open())
                .filter(found -> table.rate(found, rating, by.account(), clock.instant()))
                .isPresent();
    }

    @Override
    public Optional<Help.Rating> of(Help help) {
        return table.rating(help.id());
    }

    @Override
    public Rated lately() {
        return table.rated(clock.instant().minus(YEAR));
    }
}
