package org.rongyi.city.services;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.services.GuideFile.Guide;
import org.rongyi.city.ui.CsvTable;
import org.rongyi.definitions.ServiceItem;
import org.rongyi.definitions.ServiceTerms;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// `import guides FILE.json [--out=DIR] [--report=FILE.csv]`: guides of another portal become drafts of journeys.
/// Nothing
/// is published: a draft is a file that somebody reads, completes and puts into the city's folder. The report says of
/// each
/// of their items and materials which of ours it was taken for, how sure that is, and whose days differ.
///
/// Exit codes: 0 all matched, 3 some have nothing of ours, 2 nothing could be read.
@Component
@ConditionalOnProperty(name = "rongyi.command", havingValue = "import guides")
class GuideImportCommand implements ApplicationRunner, ExitCodeGenerator {
    private static final int ALL = 0;
    private static final int NOTHING_READ = 2;
    private static final int SOME = 3;

    private final Catalogue catalogue;
    private final PrintStream out = System.out;
    private int exitCode = NOTHING_READ;

    GuideImportCommand(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        List<String> words = arguments.getNonOptionArgs();
        if (words.size() != 2) {
            out.println("import: name one file.\nMaybe import guides FILE.json");
            return;
        }
        Path file = Path.of(words.get(1));
        Optional<List<Guide>> guides = Files.isRegularFile(file) && Files.isReadable(file)
                ? GuideFile.read(Files.readString(file))
                : Optional.empty();
        if (guides.isEmpty()) {
            out.println(file + ": there is no such file, or it is no list of guides (JSON).");
            return;
        }
        Path drafts = Files.createDirectories(option(arguments, "out", file, ".drafts"));
        Path report = option(arguments, "report", file, ".report.csv");
        int unknown = 0;
        try (Writer writer = Files.newBufferedWriter(report, StandardCharsets.UTF_8)) {
            CsvTable table = new CsvTable(writer)
                    .row(List.of("guide", "kind", "theirs", "theirDays", "ours", "ourDays", "likeness"));
            int number = 0;
            for (Guide guide : guides.get()) {
                number++;
                unknown += write(guide, "guide-" + number, drafts, table);
            }
        }
        out.printf(
                "%s: %d guides -> %s. Not matched: %d -> %s. Drafts only: nothing is published.%n",
                file.getFileName(), guides.get().size(), drafts, unknown, report);
        exitCode = guides.get().isEmpty() ? NOTHING_READ : unknown == 0 ? ALL : SOME;
    }

    private static Path option(ApplicationArguments arguments, String name, Path file, String ending) {
        List<String> named = arguments.getOptionValues(name);
        return named == null || named.isEmpty()
                ? file.toAbsolutePath().resolveSibling(file.getFileName() + ending)
                : Path.of(named.getFirst());
    }

    /// @return how many of theirs have nothing of ours
    private int write(Guide guide, String id, Path drafts, CsvTable table) throws IOException {
        int unknown = 0;
        Set<String> items = new LinkedHashSet<>();
        StringBuilder open = new StringBuilder();
        for (GuideFile.Item theirs : guide.items()) {
            Optional<NearestName.Found<ServiceItem>> found =
                    NearestName.among(catalogue.items(), item -> item.name().zh(), theirs.name());
            found.ifPresent(match -> items.add(match.what().id()));
            if (found.isEmpty()) {
                unknown++;
                open.append("# no item of ours: ").append(theirs.name()).append('\n');
            }
            table.row(List.of(
                    guide.title(),
                    "item",
                    theirs.name(),
                    days(theirs.days()),
                    found.map(match -> match.what().id()).orElse(""),
                    found.map(match -> days(match.what().limit().days())).orElse(""),
                    found.map(match -> likeness(match.likeness())).orElse("")));
        }
        for (String theirs : guide.materials()) {
            Optional<NearestName.Found<ServiceTerms.Material>> found = NearestName.among(
                    List.copyOf(catalogue.terms().materials().values()),
                    material -> material.name().zh(),
                    theirs);
            unknown += found.isEmpty() ? 1 : 0;
            table.row(List.of(
                    guide.title(),
                    "material",
                    theirs,
                    "",
                    found.map(match -> match.what().id()).orElse(""),
                    "",
                    found.map(match -> likeness(match.likeness())).orElse("")));
        }
        Files.writeString(drafts.resolve(id + ".yaml"), draft(guide, id, items, open));
        return unknown;
    }

    private static String likeness(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String days(@Nullable Integer days) {
        return days == null ? "" : days.toString();
    }

    /// Names are quoted as JSON writes them, which YAML reads.
    private static String draft(Guide guide, String id, Set<String> items, StringBuilder open) {
        StringBuilder draft = new StringBuilder(
                        "# A draft: complete when each item applies (when, why), then name it.\n")
                .append(open)
                .append("id: ")
                .append(id)
                .append("\nname: ")
                .append(quoted(guide.title()))
                .append("\nstage: START\nlead: market-regulation # theirs: ")
                .append(guide.lead().replace('\n', ' '))
                .append("\nwhat: ")
                .append(quoted(guide.title()))
                .append("\nitems:\n");
        items.forEach(item -> draft.append("  - item: ").append(item).append('\n'));
        if (items.isEmpty()) {
            draft.append("  []\n");
        }
        String days = guide.days() == null ? "" : "，对方承诺 " + guide.days() + " 个工作日";
        return draft.append("verify:\n  - ")
                .append(quoted("由外地指南“" + guide.title() + "”导入（" + guide.code() + "）" + days + "，逐项待核实"))
                .append('\n')
                .toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + '"';
    }
}
