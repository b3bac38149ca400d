package org.rongyi.city.services;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rongyi.city.ui.CsvTable;
import org.rongyi.definitions.files.FreshFile;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// `import items FILE… [--report=FILE]`: takes names and codes of service items at the terminal and ends.
///
/// Exit codes: 0 all taken, 3 some rows reported, 2 nothing could be read.
@Component
@ConditionalOnProperty(name = "rongyi.command", havingValue = "import items")
class ItemImportCommand implements ApplicationRunner, ExitCodeGenerator {
    private static final int ALL_TAKEN = 0;
    private static final int NOTHING_READ = 2;
    private static final int SOME_REPORTED = 3;

    private final StubTable stubs;
    private final PrintStream out = System.out;
    private int exitCode = NOTHING_READ;

    ItemImportCommand(StubTable stubs) {
        this.stubs = stubs;
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        List<String> words = arguments.getNonOptionArgs();
        if (words.size() < 2) {
            out.println("import: name which files.\nMaybe import items FILE.csv");
            return;
        }
        List<String> named = arguments.getOptionValues("report");
        Path first = Path.of(words.get(1));
        Path report = named == null || named.isEmpty()
                ? first.toAbsolutePath().resolveSibling(first.getFileName() + ".report.csv")
                : Path.of(named.getFirst());
        List<Path> files = words.subList(1, words.size()).stream().map(Path::of).toList();
        FreshFile fresh;
        try {
            fresh = FreshFile.at(report, files);
        } catch (IOException refused) {
            out.println("import: the report " + refused.getMessage() + ".\nMaybe name another place with --report.");
            return;
        }
        try (fresh) {
            Writer writer = new OutputStreamWriter(fresh.stream(), StandardCharsets.UTF_8);
            CsvTable table = new CsvTable(writer).row(List.of("file", "line", "column", "value", "reason"));
            Sum sum = new Sum();
            for (Path file : files) {
                sum.add(take(file, table, report));
            }
            writer.flush();
            fresh.complete();
            exitCode = sum.exitCode();
        }
    }

    /// What one file gave.
    private record Taken(int rows, int problems) {}

    private static final class Sum {
        private int rows;
        private int problems;

        void add(Taken taken) {
            rows += taken.rows;
            problems += taken.problems;
        }

        int exitCode() {
            return rows == 0 ? NOTHING_READ : problems == 0 ? ALL_TAKEN : SOME_REPORTED;
        }
    }

    private Taken take(Path path, CsvTable table, Path report) throws IOException {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            out.println(path + ": there is no such file, or it may not be read.");
            return new Taken(0, 1);
        }
        StubFile file = StubFile.read(path);
        int changed = stubs.put(file.rows(), String.valueOf(path.getFileName()));
        for (StubFile.Problem problem : file.problems()) {
            table.row(List.of(
                    path.toString(),
                    String.valueOf(problem.line()),
                    problem.column() == 0 ? "" : String.valueOf(problem.column()),
                    problem.value(),
                    problem.reason()));
        }
        if (file.rows().isEmpty() && !file.problems().isEmpty()) {
            out.println(path + ": " + file.problems().getFirst().reason() + ".");
        }
        out.printf(
                "%s: %d of %d rows taken (%d new or changed). Reported: %d -> %s. They have names and codes only.%n",
                path.getFileName(),
                file.rows().size(),
                file.read(),
                changed,
                file.problems().size(),
                report);
        return new Taken(file.rows().size(), file.problems().size());
    }
}
