package org.rongyi.match;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Nearest;
import org.rongyi.definitions.files.Wording;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

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
        // Figures look the same for everybody, and programs read them.
        Locale.setDefault(Locale.ROOT);
        var clock = Clock.system(ZoneId.of("Asia/Shanghai"));
        var out = new FileOutputStream(FileDescriptor.out);
        var err = new FileOutputStream(FileDescriptor.err);
        System.exit(start(args, out, err, clock, Progress.isTerminal()));
    }

    /// Runs a command on the streams of a process. Results that did not get out, onto a full disk say, are an error; a
    /// reader who has gone away (`| head`) is none.
    static int start(String[] args, OutputStream out, OutputStream err, Clock clock, boolean onTerminal) {
        var results = new RememberingStream(out);
        var surroundings = new Surroundings(utf8(results), utf8(err), clock, onTerminal);
        int code = run(args, surroundings);
        var failure = results.failure();
        if (failure == null || RememberingStream.readerLeft(failure)) {
            return code;
        }
        surroundings.err.printf("standard output cannot be written (%s)%n", Wording.reason(failure));
        surroundings.err.flush();
        return REFUSED;
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
                .registerConverter(LocalDate.class, Main::date)
                .setParameterExceptionHandler((wrong, words) -> misused(wrong, surroundings.err))
                .setOut(new PrintWriter(surroundings.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(surroundings.err, true, StandardCharsets.UTF_8));
        int code = line.execute(args);
        surroundings.out.flush();
        surroundings.err.flush();
        return code;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            throw new TypeConversionException("is a date such as 2026-04-01, not \"%s\"".formatted(text));
        }
    }

    /// What is wrong, and where help is; the whole help would push what is wrong off the screen.
    private static int misused(ParameterException wrong, PrintStream err) {
        var line = wrong.getCommandLine();
        var unknown = line.getUnmatchedArguments();
        if (unknown.isEmpty()) {
            err.printf("rongyi: %s%n", wrong.getMessage());
        } else {
            var names = new ArrayList<>(line.getSubcommands().keySet());
            line.getCommandSpec().options().forEach(option -> names.add(option.longestName()));
            var advice = Nearest.advice(unknown.getFirst(), names)
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

    /// The encoding of a terminal under LANG=C would turn every Chinese character into a question mark.
    private static PrintStream utf8(OutputStream stream) {
        return new PrintStream(new BufferedOutputStream(stream, BUFFER_BYTES), false, StandardCharsets.UTF_8);
    }
}
