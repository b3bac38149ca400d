package org.rongyi.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.rongyi.definitions.Definitions;
import org.rongyi.definitions.PolicyLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `generate policies`.
@Command(
        name = "policies",
        description = "Make synthetic policies: real rules with other thresholds, districts and industries.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class GeneratePolicies implements Callable<Integer> {
    private static final int REFUSED = 2;
    private static final int MOST = 99_999;
    private static final double NANOS = 1e9;

    @Option(names = "--count", required = true, paramLabel = "N", description = "How many.")
    private int count;

    @Option(names = "--seed", paramLabel = "S", description = "The same seed gives the same policies; default 2026.")
    private long seed = 2026;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "A new or an empty folder.")
    private Path out = Path.of("");

    @Option(names = "--city", required = true, paramLabel = "DIR", description = "Folder of the city they resemble.")
    private Path city = Path.of("");

    @Override
    public Integer call() {
        if (count < 1 || count > MOST) {
            System.err.printf("rongyi: --count lies between 1 and %,d, not %,d%n", MOST, count);
            return REFUSED;
        }
        long begun = System.nanoTime();
        try {
            if (!isFree(out)) {
                System.err.printf("rongyi: %s is no empty folder%nMaybe name a new one%n", out);
                return REFUSED;
            }
            var definitions = Definitions.shipped().withCity(city).value();
            var library =
                    PolicyLibrary.read(city.resolve("policies"), definitions).value();
            var policies = new Policies(definitions, library, CityFrequencies.read(city), seed);
            try (var ticker = new Ticker(count)) {
                policies.write(count, out, ticker);
            }
            double seconds = (System.nanoTime() - begun) / NANOS;
            System.err.printf("%,d synthetic policies in %.1f s -> %s%n", count, seconds, out);
            return 0;
        } catch (IOException refused) {
            System.err.println("rongyi: " + refused.getMessage());
            return REFUSED;
        }
    }

    private static boolean isFree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }
}
