package org.rongyi.city.cases.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.NewCase;
import org.rongyi.city.cases.Opening;
import org.rongyi.city.cases.Step;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.springframework.stereotype.Component;

/// The simplest way of an application: opened, accepted, taken into review, granted. Four commands, each its own
/// transaction with its clocks, tasks and timeline.
@Component
class OpenAndDecide {
    private static final int WARM_UP_SECONDS = 5;
    private static final double NANOS_A_MILLI = 1e6;
    private static final String UNIT = "某局";

    private final Cases cases;
    private final People people;

    OpenAndDecide(Cases cases, People people) {
        this.cases = cases;
        this.people = people;
    }

    /// @param p99Millis 99 of 100 cases were opened and decided in this time
    record Result(long cases, double casesPerSecond, double p99Millis) {}

    Result run(int seconds, int threads) {
        work(WARM_UP_SECONDS, threads);
        List<Long> nanos = work(seconds, threads);
        List<Long> sorted = nanos.stream().sorted().toList();
        double p99 = sorted.get((int) (sorted.size() * 0.99)) / NANOS_A_MILLI;
        return new Result(sorted.size(), (double) sorted.size() / seconds, p99);
    }

    private List<Long> work(int seconds, int threads) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<Callable<List<Long>>> officers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Acting officer = officer(i);
            officers.add(() -> workAlone(officer, until));
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> each : pool.invokeAll(officers)) {
                all.addAll(each.get());
            }
            return all;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a case could not be handled", failed.getCause());
        }
    }

    private Acting officer(int number) {
        Person person = new Person("bench-" + number, "某某（测试）", UNIT, Set.of(Role.OFFICER));
        people.register(person, "not-to-be-guessed");
        return new Acting(person, null);
    }

    private List<Long> workAlone(Acting officer, long until) {
        List<Long> nanos = new ArrayList<>();
        for (long begun = System.nanoTime(); begun < until; begun = System.nanoTime()) {
            Opening opening = cases.open(
                    NewCase.of("application", "食品经营许可", "某店（测试）", UNIT).handledBy(officer.account()),
                    Actor.house("bench"));
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
            nanos.add(System.nanoTime() - begun);
        }
        return nanos;
    }
}
