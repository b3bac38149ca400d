package org.rongyi.match;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.files.FreshFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `match`: which enterprises of a file qualify for which policies.
@Command(
        name = "match",
        description = "Match every enterprise of a file with every policy of a folder.",
        footer = {
            "",
            "Column headers are element ids, Chinese or English names. An empty cell is a",
            "missing value, sets are separated by ';', dates are ISO (2026-04-01), numbers",
            "may be \"1,234.5\". Files may be larger than memory.",
            "Exit code: 0 done; 3 some rows were reported; 2 bad rules, unreadable input or",
            "wrong usage: nothing was matched."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class MatchCommand implements Callable<Integer> {
    private static final int MOST_THREADS = 256;
    private static final int MOST_OUT_OF_FORCE = 20;
    private static final String STANDARD_OUTPUT = "-";

    private final Main.Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private InputOptions input = new InputOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "Result as CSV or .parquet; by default on the screen.")
    private @Nullable Path out;

    @Option(names = "--all", description = "Also list what an enterprise is not eligible for.")
    private boolean all;

    @Option(
            names = "--summary",
            paramLabel = "FILE",
            description = "Counts as JSON; '-' prints them, then matches are written only with --out.")
    private @Nullable String summary;

    @Option(names = "--threads", paramLabel = "N", description = "Threads; by default one for each processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    MatchCommand(Main.Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--threads must be from 1 to %d, not %d".formatted(MOST_THREADS, threads));
        }
        long start = System.nanoTime();
        var err = surroundings.err();
        if (!input.isThere(err)) {
            return Main.REFUSED;
        }
        var sources = input.sources(err);
        if (!sources.sound()) {
            return Main.REFUSED;
        }
        var day = input.day(surroundings.clock());
        try (var file = input.open()) {
            var columns = input.columns(file, sources, err);
            if (columns == null) {
                return Main.REFUSED;
            }
            file.choose(columns.used());
            try (var output = output();
                    var counts = summaryFile()) {
                return match(sources, file, columns, output, counts, day, start);
            }
        } catch (IOException broken) {
            err.println(broken.getMessage());
            return Main.REFUSED;
        }
    }

    private int match(
            Sources sources,
            EnterpriseFile file,
            Columns columns,
            MatchOutput output,
            @Nullable FreshFile counts,
            LocalDate day,
            long start)
            throws IOException {
        var err = surroundings.err();
        if (columns.knowsOnlyTheKey()) {
            err.printf(
                    "%s: warning: no column but the key is an element, so rules over elements stay undetermined. "
                            + "Maybe name the columns by elements%n",
                    input.enterprises());
        }
        var progress = new Progress(err, surroundings.onTerminal());
        var complaints = new Complaints(input.enterprises(), file.rowWord(), err, progress);
        var run = new MatchRun(sources, day, threads, all, output, complaints, progress);
        tellOutOfForce(run, day, err);
        boolean whole = run.over(file, columns);
        progress.clear();
        if (!whole) {
            // Counts of a part would be taken for those of the file.
            return Main.DONE;
        }
        output.complete();
        complaints.conclude();
        run.tellUnlistedCodes(input.enterprises(), columns, err);
        long nanos = System.nanoTime() - start;
        writeSummary(run.tally().json(day, complaints.badRows(), nanos), counts);
        err.println(run.tally().line(run.policiesInForce(), complaints.badRows(), nanos)
                + (out == null ? "" : " -> " + out));
        return complaints.none() ? Main.DONE : Main.SOME_ROWS_REPORTED;
    }

    private static void tellOutOfForce(MatchRun run, LocalDate day, PrintStream err) {
        var policies = run.outOfForce();
        if (!policies.isEmpty()) {
            var named = policies.stream()
                    .limit(MOST_OUT_OF_FORCE)
                    .map(PolicyDefinition::id)
                    .collect(Collectors.joining(", "));
            err.printf(
                    "not in force on %s, so not judged: %s%s%n",
                    day,
                    named,
                    policies.size() > MOST_OUT_OF_FORCE ? ", … (%,d in all)".formatted(policies.size()) : "");
        }
    }

    private MatchOutput output() throws IOException {
        if (out != null) {
            return MatchOutput.to(out);
        }
        return STANDARD_OUTPUT.equals(summary) ? MatchOutput.nowhere() : MatchOutput.to(surroundings.out());
    }

    private @Nullable FreshFile summaryFile() throws IOException {
        return summary == null || STANDARD_OUTPUT.equals(summary) ? null : FreshFile.at(Path.of(summary));
    }

    private void writeSummary(String json, @Nullable FreshFile file) throws IOException {
        if (STANDARD_OUTPUT.equals(summary)) {
            surroundings.out().print(json);
        } else if (file != null) {
            file.stream().write(json.getBytes(StandardCharsets.UTF_8));
            file.complete();
        }
    }
}
