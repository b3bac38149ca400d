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
import org.rongyi.rules.Outcome;
import org.rongyi.rules.Row;
import org.rongyi.rules.Rule;
import org.rongyi.rules.column.Counts;
import org.rongyi.rules.column.Matched;
import org.rongyi.rules.column.RuleSet;
import org.rongyi.rules.column.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `match`: every policy for every firm, beside DuckDB, Lucene's monitor and KIE's evaluator.
@Command(name = "match", description = "Every policy for every firm.", mixinStandardHelpOptions = true)
final class MatchBench implements Callable<Integer> {

    private static final int RUNS = 7;
    private static final double PEER_SECONDS = 20;
    private static final long SEED = 20_261_123;

    @Option(names = "--size", description = "Business entities; ${DEFAULT-VALUE} by default.")
    private int size = 3_870_000;

    @Option(names = "--policies", description = "Policies; ${DEFAULT-VALUE} by default.")
    private int policies = 10_000;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures there.")
    private @Nullable Path json;

    @Option(names = "--threads", description = "Threads; by default one for each processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--alone", description = "Leave out the other engines.")
    private boolean alone;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final ObjectNode figures = JsonNodeFactory.instance.objectNode();
    private boolean countsAgree = true;

    @Override
    public Integer call() throws Exception {
        double all = Timing.seconds(this::measure);
        out.printf("counts agree: %s; the whole took %.0f s%n", countsAgree ? "yes" : "NO", all);
        return countsAgree ? 0 : 1;
    }

    private void measure() throws Exception {
        Workload[] made = new Workload[1];
        double compiled = Timing.seconds(() -> made[0] = new SyntheticCity(size, policies, SEED));
        Workload workload = made[0];
        out.printf(
                "%s%n%s: %,d firms, %,d policies (compiled in %.1f s)%n",
                Machine.description(),
                workload.name(),
                workload.size(),
                workload.rules().size(),
                compiled);
        Table table = table(workload);
        RuleSet rules = RuleSet.of(workload.rules());
        out.printf(
                "%,d different atoms, %d policies with a part that goes row by row%n",
                rules.atoms(),
                rules.slow().stream().map(RuleSet.Slow::rule).distinct().count());
        figures.put("rows", table.rows());
        figures.put("policies", rules.rules().size());
        List<Matched> matched = rongyi(table, rules, workload);
        double ours = figures.get("rongyi").get("verdictsPerSecond").doubleValue();
        if (!alone) {
            duckDb(workload, table, matched, ours);
            lucene(workload, table, matched, ours);
            kie(workload, table, ours);
        }
        figures.put("countsAgree", countsAgree);
        Figures.write(json, figures);
    }

    private Table table(Workload workload) throws Exception {
        Table.Builder builder = Table.builder(workload.dictionary()).orderedBy(workload.orderedBy());
        double appended = Timing.seconds(() -> {
            for (int i = 0; i < workload.size(); i++) {
                builder.append(workload.firm(i));
            }
        });
        Table[] built = new Table[1];
        double seconds = Timing.seconds(() -> built[0] = builder.build(threads));
        out.printf(
                "columns: rows made and taken in %.1f s, built in %.1f s; heap %,d MB%n",
                appended, seconds, Machine.heapBytes() >> 20);
        return built[0];
    }

    private List<Matched> rongyi(Table table, RuleSet rules, Workload workload) throws Exception {
        double first = Timing.seconds(() -> rules.count(table, workload.asOf(), threads));
        double[] counting = new double[RUNS];
        double[] matching = new double[RUNS];
        List<List<Matched>> kept = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            counting[i] = Timing.seconds(() -> rules.count(table, workload.asOf(), threads));
        }
        for (int i = 0; i < RUNS; i++) {
            kept.clear();
            System.gc();
            matching[i] = Timing.seconds(() -> kept.add(rules.match(table, workload.asOf(), threads)));
        }
        List<Matched> matched = kept.getFirst();
        Counts counts = rules.count(table, workload.asOf(), threads);
        long holds = 0;
        long unknown = 0;
        for (int i = 0; i < matched.size(); i++) {
            holds += counts.holds(i);
            unknown += counts.unknown(i);
            countsAgree &= counts.holds(i) == matched.get(i).holding()
                    && counts.unknown(i) == matched.get(i).open();
        }
        double verdicts = (double) table.rows() * rules.rules().size();
        double seconds = Timing.median(matching);
        long heap = Machine.heapBytes();
        out.printf(
                "holds %.2f %%, unknown %.2f %% of all verdicts%n", 100 * holds / verdicts, 100 * unknown / verdicts);
        row("Rongyi, first run, counts", verdicts / first, first);
        row("Rongyi, counts", verdicts / Timing.median(counting), Timing.median(counting));
        row("Rongyi, counts and rows", verdicts / seconds, seconds);
        int some = Math.min(200, matched.size());
        double opened = Timing.seconds(() -> matched.subList(0, some).forEach(Matched::holds));
        out.printf("one of them opened as a Roaring bitmap: %.0f microseconds%n", 1e6 * opened / some);
        out.printf("heap with columns and rows: %,d MB%n", heap >> 20);
        ObjectNode rongyi = figures.putObject("rongyi");
        rongyi.put("seconds", seconds);
        rongyi.put("verdictsPerSecond", verdicts / seconds);
        rongyi.put("heapBytes", heap);
        rongyi.put("countsPerSecond", verdicts / Timing.median(counting));
        return matched;
    }

    /// @param seconds that all firms and all policies take at this rate
    private void row(String what, double perSecond, double seconds) {
        out.printf("%-44s %,14.3f million verdicts/s %,14.3f s%n", what, perSecond / 1e6, seconds);
    }

    private void duckDb(Workload workload, Table table, List<Matched> matched, double ours) throws Exception {
        try (DuckDbPeer duck = new DuckDbPeer(workload)) {
            for (int row = 0; row < table.rows(); row++) {
                duck.append(table.row(row));
            }
            duck.ready();
            SqlWriter writer = new SqlWriter(workload.asOf());
            List<Integer> numbers = new ArrayList<>();
            List<String> conditions = new ArrayList<>();
            SplittableRandom random = new SplittableRandom(SEED);
            while (conditions.size() < Math.min(400, policies)) {
                int number = random.nextInt(policies);
                String condition = writer.conditionOrNull(
                        workload.rules().get(number).plan().node());
                if (condition != null) {
                    numbers.add(number);
                    conditions.add(condition);
                }
            }
            asked(duck, workload, table, matched, numbers, conditions, ours);
        }
    }

    private void asked(
            DuckDbPeer duck,
            Workload workload,
            Table table,
            List<Matched> matched,
            List<Integer> numbers,
            List<String> conditions,
            double ours)
            throws Exception {
        double rows = table.rows();
        double single = oneByOne(duck, workload, matched, numbers, conditions) * rows;
        List<String> some = conditions.subList(0, Math.min(100, conditions.size()));
        double batched = some.size() * rows / Timing.seconds(() -> duck.eligible(some));
        double three = rows * each(conditions, i -> threeValued(duck, conditions.get(i)));
        double listed = rows * each(conditions, i -> kept(duck, workload, matched, numbers.get(i), conditions.get(i)));
        double all = rows * policies;
        row("DuckDB %s, one query a policy".formatted(duck.version()), single, all / single);
        row("DuckDB, 50 filters a query", batched, all / batched);
        row("DuckDB, counts of holds and of unknown", three, all / three);
        row("DuckDB, rows that hold into a table", listed, all / listed);
        double best = Math.max(single, batched);
        double counts = figures.get("rongyi").get("countsPerSecond").doubleValue();
        figures.putObject("duckdb")
                .put("mode", single >= batched ? "one query a policy" : "batched filters")
                .put("verdictsPerSecond", best)
                .put("threeValuedPerSecond", three)
                .put("rowsPerSecond", listed);
        figures.put("ratioToDuckdb", ours / best);
        figures.putObject("ratios")
                .put("counts", counts / best)
                .put("threeValuedCounts", counts / three)
                .put("rows", ours / listed);
        out.printf("ratio to DuckDB's best: %.0f, we with rows though it only counts%n", ours / best);
        out.printf(
                "    both count: %.0f; both count unknown too: %.0f; both keep rows: %.0f%n",
                counts / best, counts / three, ours / listed);
    }

    /// Policies a second, one after the other, for as long as a peer may take.
    private static double each(List<String> conditions, OfOne work) throws Exception {
        double spent = 0;
        int asked = 0;
        while (asked < conditions.size() && spent < PEER_SECONDS / 2) {
            int i = asked++;
            spent += Timing.seconds(() -> work.run(i));
        }
        return asked / spent;
    }

    /// Two queries are much quicker than one that looks at every row for both.
    private void threeValued(DuckDbPeer duck, String condition) throws Exception {
        countsAgree &= duck.eligible(condition) >= 0 && duck.unknown(condition) >= 0;
    }

    private interface OfOne {
        void run(int condition) throws Exception;
    }

    private void kept(DuckDbPeer duck, Workload workload, List<Matched> matched, int number, String condition)
            throws Exception {
        long rows = duck.keep(condition);
        if (!SqlWriter.divides(workload.rules().get(number).plan().node())
                && rows != matched.get(number).holding()) {
            differ("DuckDB rows", number, rows, matched.get(number).holding(), workload);
        }
    }

    /// Policies a second, one query each; counts are compared with ours.
    private double oneByOne(
            DuckDbPeer duck, Workload workload, List<Matched> matched, List<Integer> numbers, List<String> conditions)
            throws Exception {
        for (int i = 0; i < Math.min(5, conditions.size()); i++) {
            long warm = duck.eligible(conditions.get(i));
            countsAgree &= warm >= 0;
        }
        double spent = 0;
        int asked = 0;
        while (asked < conditions.size() && spent < PEER_SECONDS) {
            int i = asked;
            long[] eligible = new long[1];
            spent += Timing.seconds(() -> eligible[0] = duck.eligible(conditions.get(i)));
            boolean divides = SqlWriter.divides(
                    workload.rules().get(numbers.get(i)).plan().node());
            if (!divides) {
                compare(duck, workload, matched.get(numbers.get(i)), numbers.get(i), conditions.get(i), eligible[0], i);
            }
            asked++;
        }
        return asked / spent;
    }

    /// Of some policies also how many are unknown, and of fewer which rows hold.
    private void compare(
            DuckDbPeer duck, Workload workload, Matched mine, int number, String condition, long eligible, int asked)
            throws Exception {
        if (eligible != mine.holding()) {
            differ("DuckDB eligible", number, eligible, mine.holding(), workload);
        }
        long unknown = asked < 40 ? duck.unknown(condition) : mine.open();
        if (unknown != mine.open()) {
            differ("DuckDB unknown", number, unknown, mine.open(), workload);
        }
        if (asked < 40) {
            long sum = mine.holds().stream().asLongStream().sum();
            long theirs = duck.sumOfRows(condition);
            if (sum != theirs) {
                differ("DuckDB, sum of rows", number, theirs, sum, workload);
            }
        }
    }

    private void differ(String what, int rule, long theirs, long mine, Workload workload) {
        countsAgree = false;
        out.printf(
                "%s: %d, ours %d for %s%n",
                what, theirs, mine, workload.rules().get(rule).text());
    }

    private void lucene(Workload workload, Table table, List<Matched> matched, double ours) throws Exception {
        try (LucenePeer lucene = new LucenePeer(workload)) {
            BitSet registered = lucene.registered();
            int[] rows = sample(table, 2000);
            double spent = 0;
            int asked = 0;
            for (int row : rows) {
                Document document = lucene.document(table.row(row));
                BitSet[] found = new BitSet[1];
                double seconds = Timing.seconds(() -> found[0] = lucene.match(document));
                spent += asked >= 20 ? seconds : 0;
                asked++;
                for (int rule = registered.nextSetBit(0); rule >= 0; rule = registered.nextSetBit(rule + 1)) {
                    if (found[0].get(rule) != matched.get(rule).holds(row)) {
                        differ(
                                "Lucene, row " + row,
                                rule,
                                found[0].get(rule) ? 1 : 0,
                                found[0].get(rule) ? 0 : 1,
                                workload);
                    }
                }
                if (spent > PEER_SECONDS) {
                    break;
                }
            }
            double perSecond = (double) (asked - 20) * registered.cardinality() / spent;
            row(
                    "Lucene monitor, %,d policies, %,d firms".formatted(registered.cardinality(), asked - 20),
                    perSecond,
                    (double) table.rows() * policies / perSecond);
            figures.putObject("luceneMonitor")
                    .put("verdictsPerSecond", perSecond)
                    .put("ratio", ours / perSecond)
                    .put("policies", registered.cardinality())
                    .put("rows", asked - 20);
        }
    }

    private static int[] sample(Table table, int rows) {
        SplittableRandom random = new SplittableRandom(SEED);
        return random.ints(rows, 0, table.rows()).toArray();
    }

    private void kie(Workload workload, Table table, double ours) throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Rule> rules = random.ints(Math.min(300, policies), 0, policies)
                .mapToObj(workload.rules()::get)
                .toList();
        KiePeer kie = new KiePeer(workload, rules);
        double spent = 0;
        int asked = 0;
        for (int number : sample(table, 4000)) {
            Row row = table.row(number);
            Map<String, Object> context = kie.context(row);
            double seconds = Timing.seconds(() -> kie.match(context));
            spent += asked >= 10 ? seconds : 0;
            asked++;
            for (int i = 0; i < rules.size() && asked < 50; i++) {
                boolean complete = rules.get(i).elements().stream().allMatch(id -> row.value(id) != null);
                boolean holds = rules.get(i).decide(row, workload.asOf()) instanceof Outcome.Holds;
                if (complete && kie.holds(i, context) != holds) {
                    countsAgree = false;
                    out.printf(
                            "KIE differs in row %d: %s%n", number, rules.get(i).text());
                }
            }
            if (spent > PEER_SECONDS) {
                break;
            }
        }
        double perSecond = (double) (asked - 10) * rules.size() / spent;
        row(
                "KIE, %,d policies, %,d firms".formatted(rules.size(), asked - 10),
                perSecond,
                (double) table.rows() * policies / perSecond);
        figures.putObject("kie")
                .put("verdictsPerSecond", perSecond)
                .put("ratio", ours / perSecond)
                .put("policies", rules.size())
                .put("rows", asked - 10);
    }
}
