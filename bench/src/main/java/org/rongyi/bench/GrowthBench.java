package org.rongyi.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.column.RuleSet;
import org.rongyi.rules.column.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `growth`: how the time grows with firms and with policies.
@Command(name = "growth", description = "How time grows with firms and policies.", mixinStandardHelpOptions = true)
final class GrowthBench implements Callable<Integer> {

    /// Before the first step is measured: until then the loops are still being compiled.
    private static final int WARM = 15;

    private static final int RUNS = 5;
    private static final int STEPS = 4;
    private static final long SEED = 20_261_123;

    @Option(names = "--size", description = "Most business entities; ${DEFAULT-VALUE} by default.")
    private int size = 3_870_000;

    @Option(names = "--policies", description = "Most policies; ${DEFAULT-VALUE} by default.")
    private int policies = 10_000;

    @Option(names = "--threads", description = "Threads; by default one for each processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--plot", paramLabel = "FILE.svg", description = "Also draw the curves.")
    private @Nullable Path plot;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Override
    public Integer call() throws Exception {
        out.println(Machine.description());
        Workload workload = new SyntheticCity(size, policies, SEED);
        List<GrowthPlot.Point> byFirms = new ArrayList<>();
        List<GrowthPlot.Point> byPolicies = new ArrayList<>();
        RuleSet all = RuleSet.of(workload.rules());
        for (int step = 1; step <= STEPS; step++) {
            int firms = (int) ((long) size * step / STEPS);
            Table table = table(workload, firms);
            for (int i = 0; step == 1 && i < WARM; i++) {
                all.count(table, workload.asOf(), threads);
            }
            byFirms.add(measured(all, table, workload, firms));
            for (int part = 1; step == STEPS && part <= STEPS; part++) {
                int some = policies * part / STEPS;
                RuleSet rules = RuleSet.of(workload.rules().subList(0, some));
                byPolicies.add(measured(rules, table, workload, some));
            }
        }
        if (plot != null) {
            Files.writeString(plot, GrowthPlot.svg(byFirms, byPolicies));
        }
        return 0;
    }

    private Table table(Workload workload, int firms) {
        Table.Builder builder = Table.builder(workload.dictionary()).orderedBy(workload.orderedBy());
        for (int i = 0; i < firms; i++) {
            builder.append(workload.firm(i));
        }
        return builder.build(threads);
    }

    private GrowthPlot.Point measured(RuleSet rules, Table table, Workload workload, int at) throws Exception {
        rules.count(table, workload.asOf(), threads);
        rules.count(table, workload.asOf(), threads);
        double[] seconds = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            seconds[i] = Timing.seconds(() -> rules.count(table, workload.asOf(), threads));
        }
        double median = Timing.median(seconds);
        out.printf(
                "%,9d firms, %,6d policies, %,5d atoms: %.3f s%n",
                table.rows(), rules.rules().size(), rules.atoms(), median);
        return new GrowthPlot.Point(at, median);
    }
}
