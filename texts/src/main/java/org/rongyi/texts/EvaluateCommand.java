package org.rongyi.texts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.files.FreshFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `appeals evaluate`: how good suggestions would be on a city's own labelled texts.
@Command(
        name = "evaluate",
        description = {
            "Learns from labelled texts and tests what was learnt, in five parts of which each in turn is kept back.",
            "Nothing leaves this machine."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {
    private static final String STANDARD_OUTPUT = "-";

    private final Main.Surroundings surroundings;

    @Parameters(paramLabel = "FILE.csv", description = "Texts with labels, UTF-8 or GB 18030.")
    private Path file = Path.of("");

    @Option(
            names = "--text",
            required = true,
            split = ",",
            paramLabel = "COLUMN",
            description = "Columns that hold the text; of several the first is the subject.")
    private List<String> texts = List.of();

    @Option(names = "--label", required = true, paramLabel = "COLUMN", description = "Column that holds the label.")
    private String label = "";

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Writes the figures there; - for the standard output alone.")
    private @Nullable String json;

    EvaluateCommand(Main.Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var err = surroundings.err();
        try (var figures = json == null || json.equals(STANDARD_OUTPUT) ? null : FreshFile.at(Path.of(json))) {
            var read = LabelledFile.read(file, texts, label, Learnt.PARTS);
            read.remarks().forEach(err::println);
            if (!read.faults().isEmpty()) {
                read.faults().forEach(err::println);
                return Main.REFUSED;
            }
            var evaluation = evaluate(read.examples());
            if (!STANDARD_OUTPUT.equals(json)) {
                print(evaluation);
            } else {
                surroundings.out().print(evaluation.json());
            }
            if (figures != null) {
                figures.stream().write(evaluation.json().getBytes(StandardCharsets.UTF_8));
                figures.complete();
            }
            return Main.DONE;
        } catch (IOException | MeaningsUnavailable broken) {
            err.println(broken.getMessage());
            return Main.REFUSED;
        }
    }

    private Evaluation evaluate(List<Example> examples) {
        try (var model = new SharedModel()) {
            var read = new AtomicInteger();
            var reading = surroundings.progress("reading texts");
            var meanings = examples.parallelStream()
                    .map(example -> {
                        var meaning = model.meaning(example.writing());
                        reading.accept((double) read.incrementAndGet() / examples.size());
                        return meaning;
                    })
                    .toList();
            var learning = surroundings.progress("learning and testing");
            return Evaluation.of(examples, meanings, learning);
        }
    }

    private void print(Evaluation of) {
        var out = surroundings.out();
        out.printf("%-28s %8s %8s %8s%n", "label", "rows", "top 1", "top 3");
        for (var each : of.byLabel()) {
            out.printf("%-28s %8d %8.3f %8.3f%n", each.label(), each.rows(), each.top1(), each.top3());
        }
        out.printf("%-28s %8d %8.3f %8.3f%n", "all", of.rows(), of.top1(), of.top3());
        out.printf("held back for a person: %.1f %% of the rows%n", 100 * of.heldBack());
        out.println(
                Double.isNaN(of.top1WhenSure())
                        ? "sure of none"
                        : "right where it was sure: %.1f %%".formatted(100 * of.top1WhenSure()));
    }
}
