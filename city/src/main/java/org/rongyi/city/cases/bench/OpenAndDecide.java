package org.rongyi.city.cases.bench;

import java.util.List;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.ManyCases;
import org.rongyi.city.cases.NewCase;
import org.rongyi.city.cases.Opening;
import org.rongyi.city.cases.Step;
import org.rongyi.city.identity.Acting;
import org.springframework.stereotype.Component;

/// The simplest way of an application: opened, accepted, taken into review, granted. Four commands, each its own
/// transaction with its clocks, tasks and timeline.
@Component
class OpenAndDecide {
    private static final int WARM_UP_SECONDS = 5;
    private static final double NANOS_A_MILLI = 1e6;
    private static final String UNIT = "某局";

    private final Cases cases;
    private final ManyCases many;

    OpenAndDecide(Cases cases, ManyCases many) {
        this.cases = cases;
        this.many = many;
    }

    /// @param p99Millis 99 of 100 cases were opened and decided in this time
    record Result(long cases, double casesPerSecond, double p99Millis) {}

    Result run(int seconds, int threads) {
        many.work(UNIT, threads, WARM_UP_SECONDS, this::decide);
        List<Long> nanos = many.work(UNIT, threads, seconds, this::decide);
        List<Long> sorted = nanos.stream().sorted().toList();
        double p99 = sorted.get((int) (sorted.size() * 0.99)) / NANOS_A_MILLI;
        return new Result(sorted.size(), (double) sorted.size() / seconds, p99);
    }

    /// Nanoseconds that a case took.
    private long decide(Acting officer) {
        long begun = System.nanoTime();
        Opening opening = cases.open(
                NewCase.of("application", "食品经营许可", "某店（测试）", UNIT).handledBy(officer.account()), Actor.house("bench"));
        if (!(opening instanceof Opening.Opened opened)) {
            throw new IllegalStateException("not opened: " + opening);
        }
        Case file = opened.opened();
        for (String event : List.of("accept", "beginReview", "grant")) {
            Handling handling = cases.fire(Step.of(file.id(), Actor.of(officer)), event);
            if (!(handling instanceof Handling.Done)) {
                throw new IllegalStateException("not done: " + handling);
            }
        }
        return System.nanoTime() - begun;
    }
}
