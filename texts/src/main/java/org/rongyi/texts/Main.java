package org.rongyi.texts;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Entry of the command line.
@Command(
        name = "rongyi appeals",
        description = "How good suggestions for appeals are.",
        synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {
    static final int DONE = 0;
    static final int REFUSED = 2;

    /// What a command may touch of the world outside.
    ///
    /// @param onTerminal whether `err` is a terminal that can show progress
    record Surroundings(PrintStream out, PrintStream err, boolean onTerminal) {

        /// One line on a terminal, rewritten at each full per cent; nothing elsewhere.
        DoubleConsumer progress(String what) {
            int[] shown = {-1};
            return done -> {
                synchronized (shown) {
                    int percent = (int) (100 * done);
                    if (onTerminal && percent > shown[0]) {
                        shown[0] = percent;
                        err.printf("\r\033[K%s %d %%%s", what, percent, percent == 100 ? "\r\033[K" : "");
                        err.flush();
                    }
                }
            };
        }
    }

    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    private Main(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public static void main(String[] args) {
        // Figures look the same for everybody, and programs read them.
        Locale.setDefault(Locale.ROOT);
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        boolean onTerminal = System.console() != null && System.console().isTerminal();
        System.exit(run(args, new Surroundings(out, err, onTerminal)));
    }

    /// @return 0 done; 2 unreadable input or wrong usage, nothing was measured
    static int run(String[] args, Surroundings surroundings) {
        int code = new CommandLine(new Main(surroundings))
                .addSubcommand("evaluate", new EvaluateCommand(surroundings))
                .setParameterExceptionHandler((wrong, words) -> misused(wrong, surroundings.err))
                .setOut(new PrintWriter(surroundings.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(surroundings.err, true, StandardCharsets.UTF_8))
                .execute(args);
        surroundings.out.flush();
        if (surroundings.out.checkError()) {
            surroundings.err.println("standard output cannot be written");
            return REFUSED;
        }
        return code;
    }

    private static int misused(ParameterException wrong, PrintStream err) {
        var line = wrong.getCommandLine();
        var unknown = line.getUnmatchedArguments();
        if (unknown.isEmpty()) {
            err.printf("rongyi: %s%n", wrong.getMessage());
        } else {
            var advice = Nearest.advice(
                            unknown.getFirst(), line.getSubcommands().keySet())
                    .map(near -> ". " + near)
                    .orElse("");
            err.printf("rongyi: %s does not know \"%s\"%s%n", line.getCommandName(), unknown.getFirst(), advice);
        }
        err.printf("Maybe see ./%s --help%n", line.getCommandSpec().qualifiedName());
        return REFUSED;
    }

    @Override
    public void run() {
        Objects.requireNonNull(spec).commandLine().usage(surroundings.out);
    }
}
