package org.rongyi.bench;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rongyi.bench.data.GenerateEnterprises;
import org.rongyi.bench.data.GeneratePolicies;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Entry of the measuring commands.
@Command(name = "rongyi", description = "Synthetic data and measurements.", synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {
    private static final int REFUSED = 2;

    @Spec
    private @Nullable CommandSpec spec;

    private Main() {}

    public static void main(String[] args) {
        // Figures look the same for everybody, and programs read them.
        Locale.setDefault(Locale.ROOT);
        System.exit(run(args));
    }

    /// @return 0 done; 2 wrong usage, or what was asked for cannot be made
    public static int run(String... args) {
        var generate = new CommandLine(new Generate())
                .addSubcommand("enterprises", new GenerateEnterprises())
                .addSubcommand("policies", new GeneratePolicies());
        return new CommandLine(new Main())
                .addSubcommand("generate", generate)
                .setParameterExceptionHandler((wrong, words) -> {
                    System.err.println("rongyi: " + wrong.getMessage());
                    System.err.printf(
                            "Maybe see ./%s --help%n",
                            wrong.getCommandLine().getCommandSpec().qualifiedName());
                    return REFUSED;
                })
                .execute(args);
    }

    @Override
    public void run() {
        Objects.requireNonNull(spec).commandLine().usage(System.out);
    }

    @Command(name = "generate", description = "Make synthetic data.", mixinStandardHelpOptions = true)
    private static final class Generate implements Runnable {
        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public void run() {
            Objects.requireNonNull(spec).commandLine().usage(System.out);
        }
    }
}
