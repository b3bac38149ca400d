package org.rongyi.city.policies;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/// `bench change [--firms=N] [--seconds=N]` on a database that was filled with invented entities, and
/// `bench lab [--size=N] [--policies=DIR]` on as many in memory; both with `[--json=FILE]`.
@Component("policiesBenchCommand")
@ConditionalOnExpression("'${rongyi.command:}' == 'bench change' or '${rongyi.command:}' == 'bench lab'")
class BenchCommand implements ApplicationRunner, ExitCodeGenerator {
    private static final int FIRMS = 20_000;
    private static final int SECONDS = 20;
    private static final int ENTITIES = 3_870_000;

    private final ObjectProvider<ChangeBench> change;
    private final ObjectProvider<LabBench> lab;
    private final PrintStream out = System.out;
    private int exitCode = 2;

    BenchCommand(ObjectProvider<ChangeBench> change, ObjectProvider<LabBench> lab) {
        this.change = change;
        this.lab = lab;
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        String json = arguments.getNonOptionArgs().contains("lab") ? lab(arguments) : change(arguments);
        List<String> file = arguments.getOptionValues("json");
        if (file != null && !file.isEmpty()) {
            Files.writeString(Path.of(file.getFirst()), json);
        }
        exitCode = 0;
    }

    private String change(ApplicationArguments arguments) {
        ChangeBench.Result result = change.getObject()
                .run(number(arguments, "firms", FIRMS), number(arguments, "seconds", SECONDS), out::println);
        out.printf(
                Locale.ROOT,
                "one change to its recorded match: p50 %.0f ms, p99 %.0f ms;"
                        + " a text published beside %d others: all %,d entities counted by it after %.0f ms,"
                        + " %,.0f lines a second%n",
                result.changeToMatchP50Millis(),
                result.changeToMatchP99Millis(),
                result.texts(),
                result.entities(),
                result.publishedMillis(),
                result.publishedPerSecond());
        return json(result);
    }

    private String lab(ApplicationArguments arguments) {
        LabBench bench = lab.getObject();
        LabBench.Result result =
                bench.run(arguments.containsOption("kept") ? 0 : number(arguments, "size", ENTITIES), out::println);
        out.printf(Locale.ROOT, "%,d entities%n", result.rows());
        tell("a changed draft", result.draft());
        tell("findings about it", result.check());
        tell("a curve of 50 points", result.curve());
        tell("all three when nothing is known yet", result.opened());
        List<String> policies = arguments.getOptionValues("policies");
        String library = policies == null ? "" : library(bench.library(Path.of(policies.getFirst())));
        return String.format(
                Locale.ROOT,
                "{\"rows\": %d, \"draftP95Millis\": %.1f, \"curveP95Millis\": %.1f, \"coherenceP95Millis\": %.1f,"
                        + " \"curveMaxMillis\": %.1f, \"openedP95Millis\": %.1f, \"loadedPerSecond\": %.0f%s}%n",
                result.rows(),
                LabBench.Result.at(result.draft(), 0.95),
                LabBench.Result.at(result.curve(), 0.95),
                LabBench.Result.at(result.check(), 0.95),
                LabBench.Result.at(result.curve(), 1),
                LabBench.Result.at(result.opened(), 0.95),
                result.loadedPerSecond(),
                library);
    }

    private String library(LabBench.Whole whole) {
        double megabytes = whole.peakBytes() / 1e6;
        out.printf(
                Locale.ROOT,
                "%,d texts together: %,d findings between two, %,d within one; %.1f s, heap at most %,.0f MB%n",
                whole.texts(),
                whole.pairs(),
                whole.within(),
                whole.seconds(),
                megabytes);
        return String.format(
                Locale.ROOT,
                ", \"libraryTexts\": %d, \"librarySeconds\": %.2f, \"libraryPeakMegabytes\": %.0f",
                whole.texts(),
                whole.seconds(),
                megabytes);
    }

    private void tell(String what, double[] millis) {
        out.printf(
                Locale.ROOT,
                "%s: p50 %.0f ms, p95 %.0f ms, longest %.0f ms%n",
                what,
                LabBench.Result.at(millis, 0.5),
                LabBench.Result.at(millis, 0.95),
                LabBench.Result.at(millis, 1));
    }

    private static String json(ChangeBench.Result result) {
        return String.format(
                Locale.ROOT,
                "{\"firmsPerSecond\": %.0f, \"changeToMatchP99Millis\": %.1f, \"changeToMatchP50Millis\": %.1f,"
                        + " \"followedPerSecond\": %.0f, \"builtPerSecond\": %.0f, \"loadedPerSecond\": %.0f,"
                        + " \"publishedMillis\": %.1f, \"publishedLinesPerSecond\": %.0f,"
                        + " \"entities\": %d, \"policies\": %d}%n",
                result.firmsPerSecond(),
                result.changeToMatchP99Millis(),
                result.changeToMatchP50Millis(),
                result.followedPerSecond(),
                result.builtPerSecond(),
                result.loadedPerSecond(),
                result.publishedMillis(),
                result.publishedPerSecond(),
                result.entities(),
                result.texts());
    }

    private static int number(ApplicationArguments arguments, String option, int otherwise) {
        List<String> values = arguments.getOptionValues(option);
        return values == null || values.isEmpty() ? otherwise : Integer.parseInt(values.getFirst());
    }
}
