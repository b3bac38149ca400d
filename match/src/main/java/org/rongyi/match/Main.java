package org.rongyi.match;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Entry of the command line.
@Command(
        name = "rongyi",
        description = "Policies and enterprises in, matches out.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = false)
public final class Main implements Runnable {
    static final int DONE = 0;
    static final int REFUSED = 2;
    static final int SOME_ROWS_REPORTED = 3;
    private static final int BUFFER_BYTES = 1 << 16;

    /// What a command may touch of the world outside.
    ///
    /// @param onTerminal whether `err` is a terminal that can show progress
    record Surroundings(PrintStream out, PrintStream err, Clock clock, boolean onTerminal) {}

    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    private Main(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public static void main(String[] args) {
        var out = utf8(new FileOutputStream(FileDescriptor.out));
        var err = utf8(new FileOutputStream(FileDescriptor.err));
        var clock = Clock.system(ZoneId.of("Asia/Shanghai"));
        int code = run(args, new Surroundings(out, err, clock, Progress.isTerminal()));
        out.flush();
        err.flush();
        System.exit(code);
    }

    /// Runs a command; for tests and for programs that call it.
    ///
    /// @return 0 done; 2 bad rules, unreadable input or wrong usage, nothing was matched; 3 some rows were reported
    public static int execute(String[] args, PrintStream out, PrintStream err) {
        return run(args, new Surroundings(out, err, Clock.system(ZoneId.of("Asia/Shanghai")), false));
    }

    static int run(String[] args, Surroundings surroundings) {
        var line = new CommandLine(new Main(surroundings))
                .addSubcommand("match", new MatchCommand(surroundings))
                .addSubcommand("explain", new ExplainCommand(surroundings))
                .addSubcommand(
                        "policies",
                        new CommandLine(new PoliciesCommand(surroundings))
                                .addSubcommand("check", new CheckCommand(surroundings)))
                .setOut(new PrintWriter(surroundings.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(surroundings.err, true, StandardCharsets.UTF_8));
        int code = line.execute(args);
        surroundings.out.flush();
        surroundings.err.flush();
        return code;
    }

    @Override
    public void run() {
        Objects.requireNonNull(spec).commandLine().usage(surroundings.out);
    }

    /// The encoding of a terminal under LANG=C would turn every Chinese character into a question mark.
    private static PrintStream utf8(OutputStream stream) {
        return new PrintStream(new BufferedOutputStream(stream, BUFFER_BYTES), false, StandardCharsets.UTF_8);
    }
}
