package org.rongyi.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/// How good suggestions are, on texts of which each is suggested for by what was learnt from the other parts.
///
/// @param heldBack share of the rows that a person would have to decide
/// @param top1WhenSure share of right suggestions among the others; not a number where there are none
record Evaluation(
        int rows, int labels, double top1, double top3, double heldBack, double top1WhenSure, List<OfLabel> byLabel) {
    Evaluation {
        byLabel = List.copyOf(byLabel);
    }

    /// The same of one label.
    record OfLabel(String label, int rows, double top1, double top3) {}

    private record Answer(String right, Suggestion suggestion) {
        boolean top1() {
            return suggestion.best().getFirst().label().equals(right);
        }

        boolean top3() {
            return suggestion.best().stream().anyMatch(each -> each.label().equals(right));
        }
    }

    /// @param meanings of the texts, in the order of the examples
    /// @param progress told how much is done, from 0 to 1
    static Evaluation of(List<Example> examples, List<Meaning> meanings, DoubleConsumer progress) {
        var parts = Folds.of(examples, Learnt.PARTS);
        var done = new AtomicInteger();
        var answers = IntStream.range(0, Learnt.PARTS)
                .parallel()
                .mapToObj(kept -> {
                    var part = answers(examples, meanings, parts, kept);
                    progress.accept((double) done.incrementAndGet() / Learnt.PARTS);
                    return part;
                })
                .flatMap(List::stream)
                .toList();
        return of(answers);
    }

    /// What is suggested for one part by what was learnt from the others.
    private static List<Answer> answers(List<Example> examples, List<Meaning> meanings, int[] parts, int kept) {
        var rest = IntStream.range(0, parts.length)
                .filter(i -> parts[i] != kept)
                .boxed()
                .toList();
        var learnt = Learnt.from(
                rest.stream().map(examples::get).toList(),
                rest.stream().map(meanings::get).toList());
        return IntStream.range(0, parts.length)
                .filter(i -> parts[i] == kept)
                .mapToObj(i -> {
                    var example = examples.get(i);
                    return new Answer(example.label(), learnt.suggest(example.writing(), meanings.get(i)));
                })
                .toList();
    }

    private static Evaluation of(List<Answer> answers) {
        var ofLabel = new TreeMap<String, List<Answer>>();
        answers.forEach(answer -> ofLabel.computeIfAbsent(answer.right(), any -> new ArrayList<>())
                .add(answer));
        var sure = answers.stream().filter(answer -> answer.suggestion().sure()).toList();
        return new Evaluation(
                answers.size(),
                ofLabel.size(),
                top1(answers),
                top3(answers),
                1 - (double) sure.size() / answers.size(),
                top1(sure),
                ofLabel.entrySet().stream()
                        .map(entry -> new OfLabel(
                                entry.getKey(),
                                entry.getValue().size(),
                                top1(entry.getValue()),
                                top3(entry.getValue())))
                        .toList());
    }

    private static double top1(List<Answer> answers) {
        return (double) answers.stream().filter(Answer::top1).count() / answers.size();
    }

    private static double top3(List<Answer> answers) {
        return (double) answers.stream().filter(Answer::top3).count() / answers.size();
    }

    /// `null` where nothing was sure: a share of nothing is no number.
    String json() {
        return """
                {
                  "rows": %d,
                  "labels": %d,
                  "top1": %.4f,
                  "top3": %.4f,
                  "heldBack": %.4f,
                  "top1WhenSure": %s
                }
                """.formatted(
                        rows,
                        labels,
                        top1,
                        top3,
                        heldBack,
                        Double.isNaN(top1WhenSure) ? "null" : "%.4f".formatted(top1WhenSure));
    }
}
