package org.rongyi.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rongyi.rules.column.RuleSet;

/// What the figures were measured on.
final class Machine {

    private Machine() {}

    static String description() {
        Runtime runtime = Runtime.getRuntime();
        return "%s, %d cores, %s, JDK %s, heap at most %d MB"
                .formatted(
                        processor(),
                        runtime.availableProcessors(),
                        RuleSet.kernel(),
                        Runtime.version(),
                        runtime.maxMemory() >> 20);
    }

    private static String processor() {
        Path file = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(file)) {
            return System.getProperty("os.arch");
        }
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 2).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// What the heap holds after everything that nobody needs is gone.
    static long heapBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
