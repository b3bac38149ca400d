package org.rongyi.match;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `policies check`: every fault of a folder of policies in one run.
@Command(
        name = "check",
        description = "Check every policy of a folder; list all faults with file, line and column.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private final Main.Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder with policy files (*.yaml), or one such file.")
    private Path policies = Path.of("");

    @Option(names = "--elements", paramLabel = "FILE", description = "Elements (YAML) instead of the shipped ones.")
    private @Nullable Path elements;

    CheckCommand(Main.Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var sources = Sources.read(policies, elements, surroundings.err());
        if (!sources.sound()) {
            return Main.REFUSED;
        }
        var all = sources.library().policies();
        long versions =
                all.stream().mapToLong(policy -> policy.versions().size()).sum();
        surroundings.out().printf("%d policies, %d versions: no errors%n", all.size(), versions);
        return Main.DONE;
    }
}
