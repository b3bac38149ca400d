package org.rongyi.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.rongyi.bench.data.GenerateEnterprises;
import org.rongyi.bench.data.GeneratePolicies;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Entry of the measuring commands.
@Command(name = "rongyi", description = "Synthetic data and measurements.", synopsisSubcommandLabel = "COMMAND")
public final class Main extends Listing {
    private static final int REFUSED = 2;

    private Main() {}

    public static void main(String[] args) {
        // Figures look the same for everybody, and programs read them.
        Locale.setDefault(Locale.ROOT);
        System.exit(run(args));
    }

    /// @return 0 done; 2 wrong usage, or what was asked for cannot be made
    public static int run(String... args) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var generate = new CommandLine(new Generate())
                .addSubcommand("enterprises", new GenerateEnterprises())
                .addSubcommand("policies", new GeneratePolicies());
        var bench = new CommandLine(new Bench())
                .addSubcommand("match", new MatchBench())
                .addSubcommand("one", new OneBench())
                .addSubcommand("growth", new GrowthBench())
                .addSubcommand("parts", new PartsBench());
        int code = new CommandLine(new Main())
                .addSubcommand("generate", generate)
                .addSubcommand("bench", bench)
                .setOut(out)
                .setParameterExceptionHandler((wrong, words) -> {
                    System.err.println("rongyi: " + wrong.getMessage());
                    System.err.printf(
                            "Maybe see ./%s --help%n",
                            wrong.getCommandLine().getCommandSpec().qualifiedName());
                    return REFUSED;
                })
                .execute(args);
        out.flush();
        return code;
    }

    @Command(name = "generate", description = "Make synthetic data.", mixinStandardHelpOptions = true)
    private static final class Generate extends Listing {}

    @Command(name = "bench", description = "Measure matching beside other engines.", mixinStandardHelpOptions = true)
    private static final class Bench extends Listing {}
}
