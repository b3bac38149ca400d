package org.rongyi.bench.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.rongyi.definitions.Definitions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `generate enterprises`.
@Command(
        name = "enterprises",
        description = "Make synthetic enterprises: 60 elements, a tenth of the values missing.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class GenerateEnterprises implements Callable<Integer> {
    private static final int REFUSED = 2;
    private static final double NANOS = 1e9;

    @Option(names = "--size", required = true, paramLabel = "N", description = "How many.")
    private long size;

    @Option(names = "--seed", paramLabel = "S", description = "The same seed gives the same file; default 2026.")
    private long seed = 2026;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "FILE.parquet or FILE.csv.")
    private Path out = Path.of("");

    @Option(names = "--city", required = true, paramLabel = "DIR", description = "Folder of the city they resemble.")
    private Path city = Path.of("");

    @Override
    public Integer call() {
        if (size < 0 || size > InventedCode.MOST) {
            System.err.printf("rongyi: --size lies between 0 and %,d, not %,d%n", InventedCode.MOST, size);
            return REFUSED;
        }
        long begun = System.nanoTime();
        try {
            var definitions = Definitions.shipped().withCity(city).value();
            var enterprises = new Enterprises(definitions, CityFrequencies.read(city), seed);
            try (var ticker = new Ticker(size)) {
                enterprises.write(size, out, ticker);
            }
            System.err.printf(
                    "%,d synthetic enterprises in %.1f s -> %s%n", size, (System.nanoTime() - begun) / NANOS, out);
            return 0;
        } catch (IOException refused) {
            System.err.println("rongyi: " + refused.getMessage());
            return REFUSED;
        }
    }
}
