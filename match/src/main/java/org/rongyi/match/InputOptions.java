package org.rongyi.match;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What `match` and `explain` read, and the day that they judge.
final class InputOptions {
    @Option(
            names = "--policies",
            required = true,
            paramLabel = "DIR",
            description = "Folder with policy files (*.yaml).")
    private Path policies = Path.of("");

    @Option(
            names = "--enterprises",
            required = true,
            paramLabel = "FILE",
            description = "Enterprises, one a row, as CSV or .parquet.")
    private Path enterprises = Path.of("");

    @Option(names = "--elements", paramLabel = "FILE", description = "Elements (YAML) instead of the shipped ones.")
    private @Nullable Path elements;

    @Option(names = "--as-of", paramLabel = "DATE", description = "Day the policies are judged at; today by default.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--key",
            paramLabel = "COLUMN",
            description = "Column that names the enterprise; by default the credit code, else the first column.")
    private @Nullable String key;

    Path policies() {
        return policies;
    }

    Path enterprises() {
        return enterprises;
    }

    /// False when there is no such file; that was told.
    boolean isThere(PrintStream err) {
        return EnterpriseFile.isThere(enterprises, err);
    }

    Sources sources(PrintStream err) {
        return Sources.read(policies, elements, Sources.NOTHING_RUN, err);
    }

    EnterpriseFile open() throws IOException {
        return EnterpriseFile.open(enterprises);
    }

    /// Null when the file has no columns to match by; the reason was told.
    @Nullable
    Columns columns(EnterpriseFile file, Sources sources, PrintStream err) throws IOException {
        return Columns.chosen(file, enterprises, sources.definitions().dictionary(), key, err);
    }

    LocalDate day(Clock clock) {
        return asOf == null ? LocalDate.now(clock) : asOf;
    }
}
