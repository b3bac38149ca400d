package org.rongyi.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Compilation;
import org.rongyi.rules.Row;
import org.rongyi.rules.Rule;
import org.rongyi.rules.RuleCompiler;
import org.rongyi.rules.column.RuleSet;
import org.rongyi.rules.column.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `parts`: single parts of the kernel on one thread, on vectors and in plain Java, each kernel in processes of its
/// own.
///
/// The loop is our own: JMH comes under a licence that is not on the list, and this jar is built like any other. As
/// JMH does, a part is warmed up first, its result is used, and what is told is the middle of some processes.
@Command(name = "parts", description = "Single parts of the kernel.", mixinStandardHelpOptions = true)
final class PartsBench implements Callable<Integer> {
    private static final int PROCESSES = 3;
    private static final int ROUNDS = 15;
    private static final long WARM_NANOS = 700_000_000L;
    private static final long ROUND_NANOS = 30_000_000L;
    private static final int POLICIES = 10_000;
    private static final int FIRMS = 500;
    private static final long SEED = 20_261_125;
    private static final String VECTORS = "jdk.incubator.vector";

    private static final Map<String, String> CONDITIONS = conditions();

    @Option(names = "--size", description = "Rows; ${DEFAULT-VALUE} by default.")
    private int size = 1 << 20;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures there.")
    private @Nullable Path json;

    @Option(names = "--here", hidden = true)
    private boolean here;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private static Map<String, String> conditions() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("number", "amount3 >= 120.5");
        parts.put("date", "day1 <= asOf - duration(\"P24M\")");
        parts.put("codes", "district in (\"D01\", \"D05\", \"D09\", \"D11\")");
        parts.put("text", "starts with(industry, \"C0\")");
        parts.put("set", "list contains(set1, \"Q3\")");
        parts.put("threeValues", "(flag1 or not(flag2)) and (flag4 or amount3 >= 120.5)");
        parts.put("ratio", "amount1 / count2 >= 5.5");
        return parts;
    }

    /// @param nanos each for one row, or one verdict
    /// @param check what was found, the same for both kernels
    private record Part(String name, double nanos, long check) {}

    @Override
    public Integer call() throws Exception {
        if (here) {
            measure();
            return 0;
        }
        out.printf("%s%n%,d rows, one thread, nanoseconds a row (a verdict for `firm`)%n", Machine.description(), size);
        Map<String, double[]> vectors = new LinkedHashMap<>();
        Map<String, double[]> plain = new LinkedHashMap<>();
        Map<String, Long> found = new LinkedHashMap<>();
        for (int process = 0; process < PROCESSES; process++) {
            add(process, child(true), vectors, found);
            add(process, child(false), plain, found);
        }
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("rows", size);
        out.printf("%-12s %10s %10s%n", "", "vectors", "plain");
        vectors.forEach((name, nanos) -> {
            double best = Timing.median(nanos);
            double without = Timing.median(plain.getOrDefault(name, nanos));
            out.printf("%-12s %10.3f %10.3f   %s%n", name, best, without, CONDITIONS.getOrDefault(name, ""));
            figures.putObject(name).put("vectorNanos", best).put("plainNanos", without);
        });
        Figures.write(json, figures);
        return 0;
    }

    private static void add(int process, List<Part> parts, Map<String, double[]> to, Map<String, Long> found) {
        for (Part part : parts) {
            to.computeIfAbsent(part.name, _ -> new double[PROCESSES])[process] = part.nanos;
            Long before = found.putIfAbsent(part.name, part.check);
            if (before != null && before != part.check) {
                throw new IllegalStateException(
                        "kernels differ in (%s): %d and %d".formatted(part, before, part.check));
            }
        }
    }

    private List<Part> child(boolean vectors) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx2g");
        if (vectors) {
            command.addAll(List.of("--add-modules", VECTORS));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "bench", "parts"));
        command.addAll(List.of("--here", "--size", Integer.toString(size)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<Part> parts = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", 3);
                parts.add(new Part(words[0], Double.parseDouble(words[1]), Long.parseLong(words[2])));
            }
        }
        if (process.waitFor() != 0 || parts.isEmpty()) {
            throw new IllegalStateException("a process that measures ended with (%d)".formatted(process.exitValue()));
        }
        return parts;
    }

    private void measure() {
        Workload city = new SyntheticCity(size, POLICIES, SEED);
        Table.Builder builder = Table.builder(city.dictionary());
        for (int i = 0; i < size; i++) {
            builder.append(city.firm(i));
        }
        Table table = builder.build();
        RuleCompiler compiler = new RuleCompiler(city.dictionary());
        CONDITIONS.forEach((name, text) -> {
            RuleSet set = RuleSet.of(List.of(compiled(compiler, text)));
            tell(name, size, () -> {
                var counts = set.count(table, city.asOf(), 1);
                return counts.holds(0) * 31 + counts.unknown(0);
            });
        });
        Rule rows = compiled(compiler, CONDITIONS.getOrDefault("number", ""));
        RuleSet bitmap = RuleSet.of(List.of(rows));
        tell("bitmap", size, () -> {
            var matched = bitmap.match(table, city.asOf(), 1).getFirst();
            return matched.holds().getLongCardinality() + matched.unknown().getLongCardinality();
        });
        RuleSet policies = RuleSet.of(city.rules());
        List<Row> firms = IntStream.range(0, FIRMS).mapToObj(city::firm).toList();
        int[] next = {0};
        long[] verdicts = new long[FIRMS];
        tell("firm", POLICIES, () -> {
            int firm = next[0]++ % FIRMS;
            verdicts[firm] =
                    policies.decide(firms.get(firm), city.asOf()).holds().cardinality();
            return Arrays.stream(verdicts).sum();
        });
    }

    private static Rule compiled(RuleCompiler compiler, String text) {
        return switch (compiler.condition(text)) {
            case Compilation.Compiled(Rule rule) -> rule;
            case Compilation.Rejected rejected -> throw new IllegalStateException(text + ": " + rejected.faults());
        };
    }

    private void tell(String name, int each, LongSupplier work) {
        long check = 0;
        for (long begun = System.nanoTime(); System.nanoTime() - begun < WARM_NANOS; ) {
            check = work.getAsLong();
        }
        double[] rounds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            int times = 0;
            long passed;
            do {
                check = work.getAsLong();
                times++;
                passed = System.nanoTime() - begun;
            } while (passed < ROUND_NANOS);
            rounds[round] = (double) passed / times / each;
        }
        out.println(name + " " + Timing.median(rounds) + " " + check);
    }
}
