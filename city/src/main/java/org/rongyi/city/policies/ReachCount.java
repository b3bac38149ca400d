package org.rongyi.city.policies;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.policies.CityColumns.Filled;
import org.rongyi.city.policies.CityReach.BeingPrepared;
import org.rongyi.city.policies.CityReach.Counted;
import org.rongyi.city.policies.CityReach.Reach;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.rules.column.Counts;
import org.springframework.stereotype.Component;

/// How many entities each policy in force reaches, counted on the columns. The figures live in memory: they can be
/// counted again at any time.
@Component
class ReachCount {
    private static final int TOLD_EVERY = 5_000;

    /// Facts that keep coming must not keep the machine counting: it rests this many times longer than it counts.
    private static final int REST = 9;

    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    private final Clock clock;
    private volatile CityReach reach;
    private long counted = -1;
    private @Nullable TextsInForce countedBy;
    private Duration rest = Duration.ZERO;
    private long countedAt;

    ReachCount(Clock clock) {
        this.clock = clock;
        this.reach = new BeingPrepared(0, 0, clock.instant());
    }

    CityReach current() {
        return reach;
    }

    /// The columns are being built.
    void reading(long read, long total) {
        if (read % TOLD_EVERY == 0 && reach instanceof BeingPrepared before) {
            reach = new BeingPrepared(read, Math.max(read, total), before.since());
        }
    }

    /// Counts at once by other texts or on another day; when only firms changed, once the last count is
    /// long enough ago.
    void keepUp(Filled columns, TextsInForce texts) {
        if (countedBy == texts && (counted == columns.version() || System.nanoTime() - countedAt < rest.toNanos())) {
            return;
        }
        count(columns, texts);
    }

    void count(Filled columns, TextsInForce texts) {
        long begun = System.nanoTime();
        long version = columns.version();
        Counts counts = texts.rules().count(columns.table(), texts.day(), CityColumns.threads());
        List<Reach> policies = new ArrayList<>();
        for (int i = 0; i < texts.texts().size(); i++) {
            long holds = counts.holds(i);
            long unknown = counts.unknown(i);
            InForce text = texts.texts().get(i);
            policies.add(new Reach(text.policy().id(), text.version().version(), holds, unknown, counts.fails(i)));
        }
        reach = new Counted(clock.instant(), texts.day(), counts.rows(), policies);
        counted = version;
        countedBy = texts;
        countedAt = System.nanoTime();
        Duration fair = Duration.ofNanos(countedAt - begun).multipliedBy(REST);
        rest = fair.compareTo(LONGEST_REST) < 0 ? fair : LONGEST_REST;
    }
}
