package org.rongyi.match;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `policies`: work on policy files.
@Command(name = "policies", description = "Work on policy files.", mixinStandardHelpOptions = true)
final class PoliciesCommand implements Runnable {
    private final Main.Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    PoliciesCommand(Main.Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        Objects.requireNonNull(spec).commandLine().usage(surroundings.out());
    }
}
