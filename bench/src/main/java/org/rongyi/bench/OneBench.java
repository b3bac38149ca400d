package org.rongyi.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Explanation;
import org.rongyi.rules.Row;
import org.rongyi.rules.Rule;
import org.rongyi.rules.column.Decisions;
import org.rongyi.rules.column.RuleSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `one`: all policies for one firm, beside Lucene's monitor and KIE's evaluator.
@Command(name = "one", description = "All policies for one firm.", mixinStandardHelpOptions = true)
final class OneBench implements Callable<Integer> {

    private static final int WARM = 3_000;
    private static final int FIRMS = 10_000;
    private static final long SEED = 20_261_124;

    @Option(names = "--policies", description = "Policies; ${DEFAULT-VALUE} by default.")
    private int policies = 10_000;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures there.")
    private @Nullable Path json;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Override
    public Integer call() throws Exception {
        Workload workload = new SyntheticCity(WARM + FIRMS, policies, SEED);
        RuleSet rules = RuleSet.of(workload.rules());
        out.printf(
                "%s%n%s: %,d policies, %,d firms after %,d to warm up%n",
                Machine.description(), workload.name(), rules.rules().size(), FIRMS, WARM);
        long[] nanos = new long[FIRMS];
        long[] explained = new long[FIRMS];
        long clauses = 0;
        long texts = 0;
        for (int i = 0; i < WARM + FIRMS; i++) {
            Row row = workload.firm(i);
            long start = System.nanoTime();
            Decisions decisions = rules.decide(row, workload.asOf());
            long decided = System.nanoTime();
            BitSet told = (BitSet) decisions.holds().clone();
            told.or(decisions.nearly());
            int parts = 0;
            for (Explanation explanation : rules.explain(row, workload.asOf(), told)) {
                parts += explanation.clauses().size();
            }
            long end = System.nanoTime();
            if (i >= WARM) {
                nanos[i - WARM] = decided - start;
                explained[i - WARM] = end - decided;
                clauses += parts;
                texts += told.cardinality();
            }
        }
        Timing decide = new Timing(nanos);
        Timing explain = new Timing(explained);
        out.printf(
                "Rongyi: p50 %.1f µs, p99 %.1f µs; explanations of %.0f policies (%.0f clauses) a firm: "
                        + "p50 %.0f µs, p99 %.0f µs%n",
                decide.micros(0.5),
                decide.micros(0.99),
                (double) texts / FIRMS,
                (double) clauses / FIRMS,
                explain.micros(0.5),
                explain.micros(0.99));
        double lucene = lucene(workload);
        double kie = kie(workload);
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("policies", rules.rules().size());
        figures.put("p50Micros", decide.micros(0.5));
        figures.put("p99Micros", decide.micros(0.99));
        figures.put("explainP99Micros", explain.micros(0.99));
        figures.put("ratioToLuceneMonitor", lucene / decide.meanMicros());
        figures.put("ratioToKie", kie / decide.meanMicros());
        out.printf(
                "ratio of mean times: Lucene %.0f, KIE %.0f%n",
                lucene / decide.meanMicros(), kie / decide.meanMicros());
        Figures.write(json, figures);
        return 0;
    }

    /// Mean microseconds a firm for as many policies as ours.
    private double lucene(Workload workload) throws Exception {
        try (LucenePeer lucene = new LucenePeer(workload)) {
            List<Document> documents = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                documents.add(lucene.document(workload.firm(i)));
            }
            long[] nanos = new long[400];
            for (int i = 0; i < documents.size(); i++) {
                long start = System.nanoTime();
                BitSet found = lucene.match(documents.get(i));
                if (i >= 100 && found != null) {
                    nanos[i - 100] = System.nanoTime() - start;
                }
            }
            Timing timing = new Timing(nanos);
            int registered = lucene.registered().cardinality();
            out.printf(
                    "Lucene monitor, %,d policies: p50 %.0f µs, p99 %.0f µs%n",
                    registered, timing.micros(0.5), timing.micros(0.99));
            return timing.meanMicros() * policies / registered;
        }
    }

    private double kie(Workload workload) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Rule> some =
                random.ints(300, 0, policies).mapToObj(workload.rules()::get).toList();
        KiePeer kie = new KiePeer(workload, some);
        long[] nanos = new long[200];
        for (int i = 0; i < 260; i++) {
            Map<String, Object> context = kie.context(workload.firm(i));
            long start = System.nanoTime();
            kie.match(context);
            if (i >= 60) {
                nanos[i - 60] = System.nanoTime() - start;
            }
        }
        double mean = new Timing(nanos).meanMicros() * policies / some.size();
        out.printf("KIE, from %d policies: mean %.0f µs for %,d policies%n", some.size(), mean, policies);
        return mean;
    }
}
