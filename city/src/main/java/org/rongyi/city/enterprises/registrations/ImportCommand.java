package org.rongyi.city.enterprises.registrations;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.enterprises.registrations.RegistrationImport.Counts;
import org.rongyi.city.enterprises.registrations.RegistrationImport.Outcome;
import org.rongyi.city.ui.CityWords;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// `import registrations FILE… [--report=FILE]`: takes files at the terminal and ends.
///
/// Exit codes: 0 all taken, 3 some rows or values reported, 2 nothing could be read.
@Component
@ConditionalOnProperty(name = "rongyi.command", havingValue = "import")
class ImportCommand implements ApplicationRunner, ExitCodeGenerator {
    static final int ALL_TAKEN = 0;
    static final int NOTHING_READ = 2;
    static final int SOME_REPORTED = 3;

    private static final String WHAT = "registrations";
    private static final String RECORDED_BY = "import";
    private static final int BAR = 30;
    private static final double NANOS = 1e9;

    private final ImportDesk desk;
    private final Clock clock;
    private final CityWords city;
    private final PrintStream out;
    private final boolean terminal;
    private int exitCode = NOTHING_READ;

    ImportCommand(ImportDesk desk, Clock clock, CityWords city) {
        this.desk = desk;
        this.clock = clock;
        this.city = city;
        this.out = System.out;
        Console console = System.console();
        this.terminal = console != null && console.isTerminal();
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        List<String> words = arguments.getNonOptionArgs();
        if (words.size() < 2 || !words.getFirst().equals(WHAT)) {
            out.println("import: name what and which files.\nMaybe import registrations FILE.csv");
            return;
        }
        List<Path> files = words.subList(1, words.size()).stream().map(Path::of).toList();
        List<String> report = arguments.getOptionValues("report");
        Path written = reportPath(report == null || report.isEmpty() ? null : report.getFirst(), files.getFirst());
        Optional<ImportDesk.Turn> turn = desk.turn();
        if (turn.isEmpty()) {
            out.println("import: another import is running on this database.\nMaybe try again when it has ended.");
            return;
        }
        try (ImportDesk.Turn ours = turn.get()) {
            takeAll(files, written, ours);
        }
    }

    /// Nothing was taken when the report cannot be written: it is opened first.
    private void takeAll(List<Path> files, Path written, ImportDesk.Turn turn) throws IOException {
        ReportFile problems;
        try {
            problems = ReportFile.create(written, files);
        } catch (IOException refused) {
            out.println("import: the report " + refused.getMessage() + ".\nMaybe name another place with --report.");
            return;
        }
        try (problems) {
            takeAll(files, written, problems, turn);
        }
    }

    private void takeAll(List<Path> files, Path report, ReportFile problems, ImportDesk.Turn turn) throws IOException {
        long begun = System.nanoTime();
        Counts all = Counts.NONE;
        int unreadable = 0;
        for (Path file : files) {
            switch (take(file, problems, turn)) {
                case Outcome.Read(Counts counts, List<String> unused) -> {
                    all = all.plus(counts);
                    tellUnused(file, unused);
                }
                case Outcome.Unreadable fault -> {
                    unreadable++;
                    out.println(file + ": " + fault.en() + ".");
                }
            }
        }
        problems.complete();
        exitCode = exitCode(all, unreadable, files.size());
        sumUp(all, unreadable, report, (System.nanoTime() - begun) / NANOS);
    }

    private Outcome take(Path file, ReportFile problems, ImportDesk.Turn turn) throws IOException {
        LocalDate today = city.today(clock);
        long size = Files.isRegularFile(file) ? Files.size(file) : 0;
        long id = turn.begin(String.valueOf(file.getFileName()), size, today, RECORDED_BY);
        Outcome outcome = turn.take(id, file, today, RECORDED_BY, problem -> problems.add(file, problem), this::bar);
        if (terminal) {
            out.print("\r" + " ".repeat(BAR + 40) + "\r");
        }
        return outcome;
    }

    private void bar(long bytesRead, long bytes, Counts counts) {
        if (terminal) {
            int filled = bytes == 0 ? BAR : (int) (BAR * bytesRead / bytes);
            out.printf(
                    Locale.ROOT,
                    "\r[%s%s] %3d %%  %,d rows",
                    "#".repeat(filled),
                    " ".repeat(BAR - filled),
                    bytes == 0 ? 100 : 100 * bytesRead / bytes,
                    counts.rows());
            out.flush();
        }
    }

    private void tellUnused(Path file, List<String> unused) {
        if (!unused.isEmpty()) {
            out.println(file.getFileName() + ": columns without use here: " + String.join(", ", unused));
        }
    }

    static int exitCode(Counts all, int unreadable, int files) {
        if (unreadable == files || all.rows() == 0 || all.taken() == 0) {
            return NOTHING_READ;
        }
        return unreadable == 0 && all.complete() ? ALL_TAKEN : SOME_REPORTED;
    }

    private void sumUp(Counts all, int unreadable, Path report, double seconds) {
        out.printf(
                Locale.ROOT,
                "Taken: %,d of %,d rows (%,d new, %,d changed, %,d unchanged). Reported: %,d rows, %,d values%s -> %s."
                        + " %.1f s, %,.0f rows/s%n",
                all.taken(),
                all.rows(),
                all.newFirms(),
                all.changedFirms(),
                all.unchangedFirms(),
                all.refusedRows(),
                all.droppedValues(),
                unreadable == 0 ? "" : ", " + unreadable + " files not readable",
                report,
                seconds,
                all.rows() / Math.max(seconds, 0.001));
    }

    /// Beside the first file, or where one may write.
    private static Path reportPath(@Nullable String named, Path first) {
        if (named != null) {
            return Path.of(named);
        }
        String name = first.getFileName().toString().replaceFirst("(?i)\\.(csv|txt|tsv)$", "") + ".report.csv";
        Path beside = first.toAbsolutePath().resolveSibling(name);
        Path folder = beside.getParent();
        return folder != null && Files.isWritable(folder)
                ? beside
                : Path.of(name).toAbsolutePath();
    }
}
