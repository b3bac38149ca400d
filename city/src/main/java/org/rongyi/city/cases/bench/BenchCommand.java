package org.rongyi.city.cases.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.rongyi.city.cases.CaseProgress;
import org.rongyi.city.cases.ManyCases;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/// `bench cases [--closed=N] [--seconds=N] [--threads=N] [--json=FILE]`: fills an empty database with closed cases,
/// then opens and decides cases for a while, as [org.rongyi.city.cases.Cases] does it for everybody; in the end it
/// asks what a leader's page asks, of the last 90 days and of all cases.
///
/// `bench work [--open=N] [--json=FILE]`: fills an empty database with open tasks of one department and reads its list.
@Component
@ConditionalOnExpression("'${rongyi.command:}' == 'bench cases' or '${rongyi.command:}' == 'bench work'")
class BenchCommand implements ApplicationRunner, ExitCodeGenerator {
    private static final String CASES = "cases";
    private static final String WORK = "work";
    private static final int OPEN = 100_000;
    private static final int CLOSED = 1_000_000;
    private static final int SECONDS = 30;
    private static final int THREADS = 4;
    private static final int PAGE_DAYS = 90;
    private static final int PAGES = 10;

    private final ManyCases closedCases;
    private final OpenAndDecide openAndDecide;
    private final OpenTasks openTasks;
    private final CaseProgress progress;
    private final Clock clock;
    private final PrintStream out = System.out;
    private int exitCode = 2;

    BenchCommand(
            ManyCases closedCases,
            OpenAndDecide openAndDecide,
            OpenTasks openTasks,
            CaseProgress progress,
            Clock clock) {
        this.closedCases = closedCases;
        this.openAndDecide = openAndDecide;
        this.openTasks = openTasks;
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        List<String> what = arguments.getNonOptionArgs();
        if (!what.equals(List.of(CASES)) && !what.equals(List.of(WORK))) {
            out.println("bench: name what.\nMaybe bench cases, or bench work.");
            return;
        }
        if (!closedCases.empty()) {
            out.println("bench: this database has cases.\nMaybe name an empty one.");
            return;
        }
        if (what.equals(List.of(WORK))) {
            work(arguments);
        } else {
            cases(arguments);
        }
        exitCode = 0;
    }

    private void work(ApplicationArguments arguments) throws IOException {
        int open = number(arguments, "open", OPEN);
        closedCases.fill(1);
        openTasks.fill(open);
        Map<String, Double> millis = openTasks.measure();
        millis.forEach((asked, p99) -> out.printf(Locale.ROOT, "%-16s p99 %7.2f ms%n", asked, p99));
        String each = millis.entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "\"%s\": %.2f", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
        write(arguments, "{\"openTasks\": " + open + ", \"p99Millis\": {" + each + "}}\n");
    }

    private void cases(ApplicationArguments arguments) throws IOException {
        int closed = number(arguments, "closed", CLOSED);
        int seconds = number(arguments, "seconds", SECONDS);
        int threads = number(arguments, "threads", THREADS);
        long begun = System.nanoTime();
        closedCases.fill(closed);
        out.printf(Locale.ROOT, "%,d closed cases in %.0f s%n", closed, (System.nanoTime() - begun) / 1e9);
        OpenAndDecide.Result result = openAndDecide.run(seconds, threads);
        out.printf(
                Locale.ROOT,
                "%,d cases opened and decided in %d s by %d threads: %.0f a second, p99 %.1f ms a case%n",
                result.cases(),
                seconds,
                threads,
                result.casesPerSecond(),
                result.p99Millis());
        LocalDate today = LocalDate.now(clock);
        double recent = progress(today.minusDays(PAGE_DAYS));
        double all = progress(today.minusYears(1));
        write(arguments, json(closed, result, recent, all));
    }

    /// @return milliseconds, the longest of some after the first
    private double progress(LocalDate since) {
        double longest = 0;
        CaseProgress.Report report = progress.report(since);
        for (int i = 0; i < PAGES; i++) {
            long begun = System.nanoTime();
            report = progress.report(since);
            longest = Math.max(longest, (System.nanoTime() - begun) / 1e6);
        }
        out.printf(
                Locale.ROOT,
                "the leader's page: %,d open, %,d closed since %s, longest %.0f ms%n",
                report.open(),
                report.inTime() + report.late(),
                since,
                longest);
        return longest;
    }

    private static void write(ApplicationArguments arguments, String json) throws IOException {
        List<String> file = arguments.getOptionValues("json");
        if (file != null && !file.isEmpty()) {
            Files.writeString(Path.of(file.getFirst()), json);
        }
    }

    private static String json(int closed, OpenAndDecide.Result result, double recent, double all) {
        return String.format(
                Locale.ROOT,
                "{\"closedCases\": %d, \"casesPerSecond\": %.1f, \"p99Millis\": %.2f,"
                        + " \"progressMillis\": {\"days90\": %.0f, \"all\": %.0f}}%n",
                closed,
                result.casesPerSecond(),
                result.p99Millis(),
                recent,
                all);
    }

    private static int number(ApplicationArguments arguments, String option, int otherwise) {
        List<String> values = arguments.getOptionValues(option);
        return values == null || values.isEmpty() ? otherwise : Integer.parseInt(values.getFirst());
    }
}
