package org.rongyi.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Nearest;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.rules.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `explain`: why one enterprise of a file qualifies, or not, clause by clause.
@Command(
        name = "explain",
        description = "Say clause by clause why one enterprise qualifies, why not, or what is missing.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    private final Main.Surroundings surroundings;

    @Mixin
    private InputOptions input = new InputOptions();

    @Option(names = "--enterprise", required = true, paramLabel = "KEY", description = "The enterprise to explain.")
    private String enterprise = "";

    @Option(names = "--policy", paramLabel = "ID", description = "Only this policy.")
    private @Nullable String policy;

    ExplainCommand(Main.Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var err = surroundings.err();
        if (!input.isThere(err)) {
            return Main.REFUSED;
        }
        var sources = input.sources(err);
        if (!sources.sound()) {
            return Main.REFUSED;
        }
        var chosen = chosen(sources);
        if (chosen.isEmpty()) {
            var ids = sources.library().policies().stream()
                    .map(PolicyDefinition::id)
                    .toList();
            var advice = Nearest.to(policy == null ? "" : policy, ids).map(near -> ". Maybe " + near);
            err.printf("%s: there is no policy \"%s\"%s%n", input.policies(), policy, advice.orElse(""));
            return Main.REFUSED;
        }
        try (var file = input.open()) {
            var columns = input.columns(file, sources, err);
            if (columns == null) {
                return Main.REFUSED;
            }
            file.choose(columns.used());
            return explain(file, columns, sources, chosen);
        } catch (IOException broken) {
            err.println(broken.getMessage());
            return Main.REFUSED;
        }
    }

    private List<PolicyDefinition> chosen(Sources sources) {
        return sources.library().policies().stream()
                .filter(candidate -> policy == null || candidate.id().equals(policy))
                .toList();
    }

    private int explain(EnterpriseFile file, Columns columns, Sources sources, List<PolicyDefinition> chosen)
            throws IOException {
        var err = surroundings.err();
        var reader = new RowReader(columns, sources.definitions());
        var found = new ArrayList<Row>();
        boolean bad = false;
        for (var raw = file.next(); raw != null; raw = file.next()) {
            if (raw.cells().size() <= columns.key() || !enterprise.strip().equals(key(raw, columns))) {
                continue;
            }
            switch (reader.read(raw)) {
                case RowReader.Good(var name, var row, var unlisted) -> {
                    found.add(row);
                    print(name, row, chosen);
                }
                case RowReader.Bad(var cells) -> {
                    bad = true;
                    for (var cell : cells) {
                        var column = cell.column() == 0 ? "" : cell.header() + ": ";
                        err.printf("%s:%d: %s%s%n", input.enterprises(), raw.number(), column, cell.reason());
                    }
                }
            }
        }
        if (bad) {
            return Main.SOME_ROWS_REPORTED;
        }
        if (found.isEmpty()) {
            var header = columns.headerOf(columns.key());
            err.printf("%s: no row has \"%s\" in column \"%s\"%n", input.enterprises(), enterprise, header);
            return Main.REFUSED;
        }
        return Main.DONE;
    }

    private static @Nullable String key(EnterpriseFile.RawRow raw, Columns columns) {
        var cell = raw.cells().get(columns.key());
        return cell == null ? null : cell.strip();
    }

    private void print(String name, Row row, List<PolicyDefinition> chosen) {
        var day = input.day(surroundings.clock());
        var printer = new ExplanationPrinter(surroundings.out(), row, day);
        surroundings.out().printf("%s as of %s%n", name, day);
        chosen.forEach(printer::print);
    }
}
