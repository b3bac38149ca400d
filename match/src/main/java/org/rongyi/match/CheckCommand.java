package org.rongyi.match;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.PolicyLibrary;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.definitions.files.Wording;
import org.rongyi.rules.column.RuleSet;
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
        var sources = Sources.read(policies, elements, "", surroundings.err());
        if (!sources.sound()) {
            return Main.REFUSED;
        }
        var all = sources.library().policies();
        long versions =
                all.stream().mapToLong(policy -> policy.versions().size()).sum();
        int slow = tellSlow(sources.library(), surroundings.err());
        surroundings
                .out()
                .printf(
                        "%s, %s: no errors%s%n",
                        Wording.count(all.size(), "policy", "policies"),
                        Wording.count(versions, "version", "versions"),
                        slow == 0 ? "" : ", " + Wording.count(slow, "slow condition", "slow conditions"));
        return Main.DONE;
    }

    /// A condition that is not computed on columns is right and slow; on millions of firms that is worth knowing.
    private static int tellSlow(PolicyLibrary library, PrintStream err) {
        var conditions = library.policies().stream()
                .flatMap(policy -> policy.versions().stream())
                .flatMap(version -> version.conditions().stream())
                .toList();
        var slow = RuleSet.of(
                        conditions.stream().map(PolicyVersion.Condition::rule).toList())
                .slow();
        for (var one : slow) {
            var message = "slow on many firms, since it goes row by row: " + one.reason();
            err.println(Fault.warning(conditions.get(one.rule()).place(), message, null)
                    .render());
        }
        return (int) slow.stream().mapToInt(RuleSet.Slow::rule).distinct().count();
    }
}
