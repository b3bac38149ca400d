package org.rongyi.city.appeals.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.AppealSearch;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.appeals.NewAppeal;
import org.rongyi.city.appeals.Receiving;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.ManyCases;
import org.rongyi.city.cases.Step;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.springframework.stereotype.Component;

/// An appeal from its beginning to its answer, through the same doors as everybody's: brought up with its
/// category chosen, taken on, answered; then one search.
@Component
class Lifecycles {
    private static final int WARM_UP_SECONDS = 10;
    private static final int SEARCHES = 300;
    private static final double NANOS_A_MILLI = 1e6;
    private static final int CALLS = 4;
    private static final String CATEGORY = "E0601";
    private static final String UNIT = "供电";

    private final Appeals appeals;
    private final AppealSearch search;
    private final Cases cases;
    private final ManyCases many;
    private final People people;
    private final AtomicInteger made = new AtomicInteger();

    Lifecycles(Appeals appeals, AppealSearch search, Cases cases, ManyCases many, People people) {
        this.appeals = appeals;
        this.search = search;
        this.cases = cases;
        this.many = many;
        this.people = people;
    }

    /// @param p99 milliseconds that 99 of 100 took, of each call
    record Result(long lifecycles, double perSecond, List<Double> p99) {}

    Result run(int seconds, int threads) {
        people.register(new Person("bench-head", "某某（测试）", UNIT, Set.of(Role.LEADER)), "not-to-be-guessed");
        many.work(UNIT, threads, WARM_UP_SECONDS, this::live);
        List<long[]> all = many.work(UNIT, threads, seconds, this::live);
        if (all.isEmpty()) {
            throw new IllegalStateException("no appeal was brought to its end");
        }
        List<Double> p99 = new ArrayList<>();
        for (int call = 0; call < CALLS; call++) {
            int which = call;
            p99.add(at(all.stream().map(nanos -> nanos[which]).toList(), 0.99));
        }
        return new Result(all.size(), (double) all.size() / seconds, p99);
    }

    /// Milliseconds within which 95 of 100 searches were answered, one after the other.
    double searches() {
        List<Long> nanos = new ArrayList<>();
        for (int i = -SEARCHES / 10; i < SEARCHES; i++) {
            long begun = System.nanoTime();
            search.find(Said.search(Math.abs(i) * 37), 20);
            if (i >= 0) {
                nanos.add(System.nanoTime() - begun);
            }
        }
        return at(nanos, 0.95);
    }

    private static double at(List<Long> nanos, double share) {
        return nanos.stream().sorted().toList().get((int) (nanos.size() * share)) / NANOS_A_MILLI;
    }

    /// Nanoseconds of each call.
    private long[] live(Acting officer) {
        int number = made.incrementAndGet();
        long[] nanos = new long[CALLS];
        long begun = System.nanoTime();
        Appeal appeal = bring(number);
        nanos[0] = System.nanoTime() - begun;
        Step step = Step.of(appeal.caseId(), Actor.of(officer));
        nanos[1] = done(step, "signIn");
        nanos[2] = done(step.because("查了线路，已经换了变压器，今天恢复。"), "reply");
        begun = System.nanoTime();
        search.find(Said.search(number), 20);
        nanos[3] = System.nanoTime() - begun;
        return nanos;
    }

    private Appeal bring(int number) {
        NewAppeal what = new NewAppeal(
                UUID.randomUUID().toString(),
                Appeal.Channel.CALL,
                Said.words(number),
                Said.street(number),
                null,
                new Appeal.Reporter("某某（测试）", null, null, false),
                CATEGORY,
                false);
        return appeals.receive(what) instanceof Receiving.Accepted(Appeal appeal, boolean _)
                ? appeal
                : refused(what.words());
    }

    private static Appeal refused(String words) {
        throw new IllegalStateException("not accepted: " + words);
    }

    private long done(Step step, String event) {
        long begun = System.nanoTime();
        Handling handling = cases.fire(step, event);
        if (!(handling instanceof Handling.Done)) {
            throw new IllegalStateException("not done: " + handling);
        }
        return System.nanoTime() - begun;
    }
}
