package org.rongyi.texts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// What was learnt from examples: the experts, how much to trust each, and from which confidence on no person
/// is needed. Trust and threshold come from examples that the experts had not seen, otherwise they would
/// believe in themselves too much. Never changes.
final class Learnt {
    static final int PARTS = 5;

    private final List<String> labels;
    private final Experts experts;
    private final Trust trust;

    private Learnt(List<String> labels, Experts experts, Trust trust) {
        this.labels = labels;
        this.experts = experts;
        this.trust = trust;
    }

    /// @param meanings of the texts, in the order of the examples
    static Learnt from(List<Example> examples, List<Meaning> meanings) {
        var labels =
                List.copyOf(new TreeSet<>(examples.stream().map(Example::label).toList()));
        var numbers = examples.stream()
                .mapToInt(example -> labels.indexOf(example.label()))
                .toArray();
        var looks = IntStream.range(0, examples.size())
                .mapToObj(i -> new Experts.Look(examples.get(i).writing(), meanings.get(i)))
                .toList();
        var part = Folds.of(examples, PARTS);
        var unseen = new ArrayList<Trust.Answer>();
        for (int kept = 0; kept < PARTS; kept++) {
            int now = kept;
            var rest =
                    IntStream.range(0, part.length).filter(i -> part[i] != now).toArray();
            var others = Experts.taught(looks, numbers, rest, labels.size());
            IntStream.range(0, part.length)
                    .filter(i -> part[i] == now)
                    .forEach(i -> unseen.add(new Trust.Answer(others.evidence(looks.get(i)), numbers[i])));
        }
        var all = IntStream.range(0, part.length).toArray();
        return new Learnt(labels, Experts.taught(looks, numbers, all, labels.size()), Trust.from(unseen));
    }

    List<String> labels() {
        return labels;
    }

    /// The confidence in each label, in the order of [#labels].
    double[] confidences(Writing writing, Meaning meaning) {
        return trust.confidences(experts.evidence(new Experts.Look(writing, meaning)));
    }

    double threshold() {
        return trust.threshold();
    }

    Suggestion suggest(Writing writing, Meaning meaning) {
        if (labels.isEmpty()) {
            return Suggestion.NONE;
        }
        var confidences = confidences(writing, meaning);
        var best = IntStream.range(0, confidences.length)
                .boxed()
                .sorted(Comparator.comparingDouble(label -> -confidences[label]))
                .limit(Suggestion.MOST)
                .map(label -> new Suggestion.Candidate(labels.get(label), confidences[label]))
                .toList();
        return new Suggestion(best, labels.size() > 1 && best.getFirst().confidence() >= trust.threshold());
    }
}
