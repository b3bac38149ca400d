package org.rongyi.city.services;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.services.GuideFile.Guide;
import org.rongyi.city.ui.CsvTable;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.ServiceItem;
import org.rongyi.definitions.ServiceTerms;
import org.rongyi.definitions.files.FreshFile;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// `import guides FILE.json [--out=DIR] [--report=FILE.csv]`: guides of another portal become drafts of journeys.
/// Nothing is published: a draft is a file that somebody reads, completes and puts into the city's folder. The report
/// says of each of their items and materials which of ours it was taken for, which it may be, and whose days
/// differ; and of each draft whether the city would open it as a journey, or what keeps it from that. A draft that
/// somebody has worked on is never written over.
///
/// Exit codes: 0 all matched, 3 some have nothing of ours or a draft would not open, 2 nothing could be read.
@Component
@ConditionalOnProperty(name = "rongyi.command", havingValue = "import guides")
class GuideImportCommand implements ApplicationRunner, ExitCodeGenerator {
    private static final int ALL = 0;
    private static final int NOTHING_READ = 2;
    private static final int SOME = 3;

    private final Catalogue catalogue;
    private final Journeys journeys;
    private final PrintStream out = System.out;
    private int exitCode = NOTHING_READ;

    GuideImportCommand(Catalogue catalogue, Journeys journeys) {
        this.catalogue = catalogue;
        this.journeys = journeys;
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
        Path report = option(arguments, "report", file, ".report.csv");
        FreshFile fresh;
        try {
            fresh = FreshFile.at(report, List.of(file));
        } catch (IOException refused) {
            out.println("import: the report " + refused.getMessage() + ".\nMaybe name another place with --report.");
            return;
        }
        Path drafts = Files.createDirectories(option(arguments, "out", file, ".drafts"));
        int unknown = 0;
        try (fresh) {
            Writer writer = new OutputStreamWriter(fresh.stream(), StandardCharsets.UTF_8);
            CsvTable table = new CsvTable(writer)
                    .row(List.of("guide", "kind", "theirs", "theirDays", "match", "ours", "ourDays", "likeness"));
            int number = 0;
            for (Guide guide : guides.get()) {
                number++;
                unknown += write(guide, "guide-" + number, drafts, table);
            }
            writer.flush();
            fresh.complete();
        }
        out.printf(
                "%s: %d guides -> %s. Not sure or not matched: %d -> %s. Drafts only: nothing is published.%n",
                file.getFileName(), guides.get().size(), drafts, unknown, report);
        exitCode = guides.get().isEmpty() ? NOTHING_READ : unknown == 0 ? ALL : SOME;
    }

    private static Path option(ApplicationArguments arguments, String name, Path file, String ending) {
        List<String> named = arguments.getOptionValues(name);
        return named == null || named.isEmpty()
                ? file.toAbsolutePath().resolveSibling(file.getFileName() + ending)
                : Path.of(named.getFirst());
    }

    /// What ours may be named; licences that the city issues are papers elsewhere.
    private record Paper(String id, String name) {}

    private List<Paper> papers() {
        ServiceTerms terms = catalogue.terms();
        return Stream.concat(
                        terms.materials().values().stream()
                                .map(material ->
                                        new Paper(material.id(), material.name().zh())),
                        terms.licences().values().stream()
                                .map(licence ->
                                        new Paper(licence.id(), licence.name().zh())))
                .toList();
    }

    /// @return how many of theirs have nothing of ours, or only something that somebody has to look at
    private int write(Guide guide, String id, Path drafts, CsvTable table) throws IOException {
        NearestName<ServiceItem> items =
                new NearestName<>(catalogue.items(), item -> item.name().zh());
        NearestName<Paper> papers = new NearestName<>(papers(), Paper::name);
        int open = 0;
        Map<String, String> taken = new LinkedHashMap<>();
        StringBuilder doubtful = new StringBuilder();
        for (GuideFile.Item theirs : guide.items()) {
            Optional<NearestName.Found<ServiceItem>> found = items.to(theirs.name());
            if (found.filter(NearestName.Found::sure).isPresent()) {
                taken.merge(found.get().what().id(), plain(theirs.name()), (one, more) -> one + "; " + more);
            } else {
                open++;
                doubtful.append(found.map(match -> "# perhaps " + match.what().id() + ": ")
                                .orElse("# no item of ours: "))
                        .append(plain(theirs.name()))
                        .append('\n');
            }
            table.row(line(
                    guide,
                    "item",
                    theirs.name(),
                    days(theirs.days()),
                    found,
                    ServiceItem::id,
                    item -> days(item.limit().days())));
        }
        for (String theirs : guide.materials()) {
            Optional<NearestName.Found<Paper>> found = papers.to(theirs);
            open += found.filter(NearestName.Found::sure).isPresent() ? 0 : 1;
            table.row(line(guide, "material", theirs, "", found, Paper::id, _ -> ""));
        }
        String draft = draft(guide, id, taken, doubtful);
        Path file = drafts.resolve(id + ".yaml");
        if (Files.exists(file) && !Files.readString(file).equals(draft)) {
            out.println(file + ": stays as it is, somebody has worked on it. Maybe --out=DIR");
            table.row(List.of(guide.title(), "draft", id + ".yaml", "", "kept: not written anew", "", "", ""));
            return open + 1;
        }
        Files.writeString(file, draft);
        return open + judge(guide, id + ".yaml", draft, table);
    }

    /// @return how many drafts the city would not open
    private int judge(Guide guide, String file, String draft, CsvTable table) throws IOException {
        List<Fault> faults = journeys.faultsOf(file, draft);
        List<String> says = faults.isEmpty()
                ? List.of("opens")
                : faults.stream()
                        .map(fault -> fault.place() + ": " + fault.message())
                        .toList();
        for (String each : says) {
            table.row(List.of(guide.title(), "draft", file, "", each, "", "", ""));
        }
        faults.forEach(fault -> out.println(fault.render()));
        return faults.stream().anyMatch(Fault::isError) ? 1 : 0;
    }

    private static <T> List<String> line(
            Guide guide,
            String kind,
            String theirs,
            String theirDays,
            Optional<NearestName.Found<T>> found,
            Function<T, String> ours,
            Function<T, String> days) {
        return List.of(
                guide.title(),
                kind,
                theirs,
                theirDays,
                found.map(match -> match.sure() ? "taken" : "perhaps").orElse("none"),
                found.map(match -> ours.apply(match.what())).orElse(""),
                found.map(match -> days.apply(match.what())).orElse(""),
                found.map(match -> String.format(Locale.ROOT, "%.2f", match.likeness()))
                        .orElse(""));
    }

    private static String days(@Nullable Integer days) {
        return days == null ? "" : days.toString();
    }

    /// Names are quoted as JSON writes them, which YAML reads.
    private String draft(Guide guide, String id, Map<String, String> taken, StringBuilder doubtful) {
        StringBuilder draft = new StringBuilder(
                        "# A draft: complete when each item applies (when, why), then name it.\n")
                .append(doubtful)
                .append("id: ")
                .append(id)
                .append("\nname: ")
                .append(quoted(guide.title()))
                .append("\nstage: START\nlead: ")
                .append(lead(guide))
                .append(" # theirs: ")
                .append(plain(guide.lead()))
                .append("\nwhat: ")
                .append(quoted(guide.title()))
                .append("\nitems:\n");
        taken.forEach((item, theirs) -> draft.append("  - item: ")
                .append(item)
                .append(" # theirs: ")
                .append(theirs)
                .append('\n'));
        if (taken.isEmpty()) {
            draft.append("  []\n");
        }
        String days = guide.days() == null ? "" : "，对方承诺 " + guide.days() + " 个工作日";
        String saved = effort("之前", guide.before()) + effort("之后", guide.after());
        return draft.append("verify:\n  - ")
                .append(quoted("由外地指南“" + guide.title() + "”导入（" + guide.code() + "）" + days + saved + "，逐项待核实"))
                .append('\n')
                .toString();
    }

    private static String effort(String when, GuideFile.@Nullable Effort effort) {
        return effort == null
                ? ""
                : "，" + when + " " + told(effort.days()) + " 天、跑 " + told(effort.visits()) + " 次、"
                        + told(effort.materials()) + " 份材料";
    }

    private static String told(@Nullable Integer number) {
        return number == null ? "？" : number.toString();
    }

    /// The department whose name, without the word for what it is, stands in theirs.
    private String lead(Guide guide) {
        return catalogue.terms().departments().values().stream()
                .filter(department ->
                        guide.lead().contains(department.name().zh().replaceFirst("(部门|机关|机构|中心)$", "")))
                .findFirst()
                .map(ServiceTerms.Department::id)
                .orElse("market-regulation");
    }

    private static String plain(String text) {
        return text.replaceAll("\\R", " ");
    }

    private static String quoted(String text) {
        return '"' + plain(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
