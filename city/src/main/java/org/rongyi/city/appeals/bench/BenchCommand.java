package org.rongyi.city.appeals.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.rongyi.city.cases.ManyCases;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// `bench appeals [--records=N] [--seconds=N] [--threads=N] [--timers=N] [--json=FILE]`: fills an empty
/// database with answered appeals, then brings up, assigns, answers and searches for a while; then searches
/// alone; then lets many clocks run out in the same minute.
@Component
@ConditionalOnProperty(name = "rongyi.command", havingValue = "bench appeals")
class BenchCommand implements ApplicationRunner, ExitCodeGenerator {
    private static final int RECORDS = 1_000_000;
    private static final int SECONDS = 30;
    private static final int THREADS = 4;
    private static final int TIMERS = 100_000;
    private static final int LONGEST_RINGING = 900;
    private static final int UNTIL_DUE = 5;

    private final ManyCases many;
    private final ManyAppeals appeals;
    private final Lifecycles lifecycles;
    private final PrintStream out = System.out;
    private int exitCode = 2;

    BenchCommand(ManyCases many, ManyAppeals appeals, Lifecycles lifecycles) {
        this.many = many;
        this.appeals = appeals;
        this.lifecycles = lifecycles;
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (!many.empty()) {
            out.println("bench: this database has cases.\nMaybe name an empty one.");
            return;
        }
        int records = number(arguments, "records", RECORDS);
        int seconds = number(arguments, "seconds", SECONDS);
        int threads = number(arguments, "threads", THREADS);
        int timers = number(arguments, "timers", TIMERS);
        long begun = System.nanoTime();
        many.fill(records);
        appeals.fill(records);
        many.settle();
        out.printf(Locale.ROOT, "%,d appeals and their cases in %.0f s%n", records, (System.nanoTime() - begun) / 1e9);
        Lifecycles.Result result = lifecycles.run(seconds, threads);
        out.printf(
                Locale.ROOT,
                "%,d brought up, taken on, answered and searched in %d s by %d threads: %.1f a second%n"
                        + "p99 a call: bring up %.1f, take on %.1f, answer %.1f, search %.1f ms%n",
                result.lifecycles(),
                seconds,
                threads,
                result.perSecond(),
                result.p99().get(0),
                result.p99().get(1),
                result.p99().get(2),
                result.p99().get(3));
        double searchP95 = lifecycles.searches();
        out.printf(Locale.ROOT, "search alone: p95 %.1f ms%n", searchP95);
        many.running(timers, "appeal", "reply", UNTIL_DUE);
        double ringing = many.ring(LONGEST_RINGING);
        out.printf(Locale.ROOT, "%,d clocks ran out in the same minute: all rang in %.1f s%n", timers, ringing);
        write(
                arguments,
                String.format(
                        Locale.ROOT,
                        "{\"records\": %d, \"lifecyclesPerSecond\": %.1f, \"p99Millis\": %.2f,"
                                + " \"searchP95Millis\": %.2f, \"timers\": %d, \"timersSeconds\": %.1f}%n",
                        records,
                        result.perSecond(),
                        result.p99().stream()
                                .mapToDouble(Double::doubleValue)
                                .max()
                                .orElse(0),
                        searchP95,
                        timers,
                        ringing));
        exitCode = 0;
    }

    private static void write(ApplicationArguments arguments, String json) throws IOException {
        List<String> file = arguments.getOptionValues("json");
        if (file != null && !file.isEmpty()) {
            Files.writeString(Path.of(file.getFirst()), json);
        }
    }

    private static int number(ApplicationArguments arguments, String option, int otherwise) {
        List<String> values = arguments.getOptionValues(option);
        return values == null || values.isEmpty() ? otherwise : Integer.parseInt(values.getFirst());
    }
}
