package org.rongyi.city.courts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.rongyi.city.courts.CourtPlatform.Answer;
import org.rongyi.city.courts.CourtPlatform.Look;
import org.rongyi.city.enterprises.Enterprise;
import org.rongyi.city.enterprises.Enterprises;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Sends what was agreed to until the platform has it, and asks how it stands there. A platform that is silent holds up
/// nobody: turns have a thread of their own, and what failed is tried later.
@Component
class CourtTurns {
    private static final Logger LOG = LoggerFactory.getLogger(CourtTurns.class);
    private static final Duration SENT_AGAIN = Duration.ofMinutes(5);
    private static final Duration ASKED_AGAIN = Duration.ofMinutes(30);

    private final HandOverTable table;
    private final CourtPlatform platform;
    private final Enterprises enterprises;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();

    CourtTurns(HandOverTable table, CourtPlatform platform, Enterprises enterprises, Clock clock) {
        this.table = table;
        this.platform = platform;
        this.enterprises = enterprises;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void turn() {
        if (platform.connected() && busy.compareAndSet(false, true)) {
            Thread.ofVirtual()
                    .name("courts")
                    .uncaughtExceptionHandler((_, failed) -> LOG.error("The courts' platform was not asked", failed))
                    .start(() -> {
                        try {
                            work();
                        } finally {
                            busy.set(false);
                        }
                    });
        }
    }

    /// @return how many were sent or asked about
    int work() {
        int done = 0;
        Instant now = clock.instant();
        for (Optional<HandOverTable.Due> due = take(now); due.isPresent(); due = take(now)) {
            HandOverTable.Due each = due.get();
            String reference = each.reference();
            if (each.state() == HandOver.State.SENDING) {
                send(each.id());
            } else if (reference != null) {
                look(each.id(), reference);
            }
            done++;
        }
        return done;
    }

    private Optional<HandOverTable.Due> take(Instant now) {
        return table.takeDue(now, now.plus(SENT_AGAIN));
    }

    /// Sent again it is the same hand-over: the platform knows its key.
    void send(long id) {
        HandOver what = table.lock(id).orElseThrow();
        if (what.state() != HandOver.State.SENDING) {
            return;
        }
        String firm = enterprises
                .find(what.firm())
                .map(Enterprise::name)
                .orElse(what.firm().value());
        byte[] zip = CourtPackage.zip(what, firm, table.contents(id));
        switch (platform.handOver(table.key(id), zip)) {
            case Answer.Taken(String reference, String address) ->
                table.handed(
                        id, reference, address, clock.instant(), clock.instant().plus(SENT_AGAIN));
            case Answer.Refused(String why) -> table.refused(id, why);
            case Answer.Unreached(String why) -> LOG.warn("The hand-over ({}) goes out later: {}", id, why);
        }
    }

    private void look(long id, String reference) {
        switch (platform.look(reference)) {
            case Look.Found(CourtPlatform.Standing standing) -> {
                table.lookAgain(id, clock.instant().plus(ASKED_AGAIN));
                table.stage(id, standing, clock.instant());
            }
            case Look.Unknown _ -> LOG.warn("The courts' platform does not know ({})", reference);
            case Look.Unreached(String why) -> LOG.warn("How ({}) stands is asked later: {}", reference, why);
        }
    }
}
