package org.rongyi.texts;

import java.util.List;
import java.util.stream.IntStream;

/// Three ways to tell the label of a text, taught the same rows: by its meaning, by the phrases in it, and by
/// the known texts nearest to it. Each errs elsewhere; how much to believe each says [Trust].
final class Experts {
    static final int COUNT = 3;
    private static final double PENALTY_OF_MEANING = 0.2;
    private static final double PENALTY_OF_PHRASES = 0.03;

    private final float[] middle;
    private final SoftmaxRegression byMeaning;
    private final Phrases phrases;
    private final SoftmaxRegression byPhrases;
    private final Neighbours byNeighbours;

    /// What there is to see of a text.
    record Look(Writing writing, Meaning meaning) {}

    private Experts(List<Look> looks, int[] labels, int classes) {
        middle = middle(looks);
        var meanings = looks.stream().map(look -> beside(look.meaning())).toList();
        phrases = Phrases.of(looks.stream().map(look -> said(look.writing())).toList());
        var wordings = looks.stream()
                .map(look -> phrases.features(said(look.writing())))
                .toList();
        byMeaning = SoftmaxRegression.learnt(meanings, labels, classes, Meaning.DIMENSIONS, PENALTY_OF_MEANING);
        byPhrases = SoftmaxRegression.learnt(wordings, labels, classes, phrases.size(), PENALTY_OF_PHRASES);
        byNeighbours = Neighbours.of(meanings, labels, classes);
    }

    /// @param rows the numbers of those they are taught
    static Experts taught(List<Look> looks, int[] labels, int[] rows, int classes) {
        return new Experts(
                IntStream.of(rows).mapToObj(looks::get).toList(),
                IntStream.of(rows).map(row -> labels[row]).toArray(),
                classes);
    }

    /// What each says for each label.
    double[][] evidence(Look look) {
        var meaning = beside(look.meaning());
        return new double[][] {
            byMeaning.evidence(meaning),
            byPhrases.evidence(phrases.features(said(look.writing()))),
            byNeighbours.evidence(meaning)
        };
    }

    /// The subject counts twice: its few words would be lost among all the others.
    private static String said(Writing writing) {
        return writing.subject() + "\n" + writing.whole();
    }

    private static float[] middle(List<Look> looks) {
        var middle = new float[Meaning.DIMENSIONS];
        for (var look : looks) {
            for (int i = 0; i < middle.length; i++) {
                middle[i] += look.meaning().direction()[i] / looks.size();
            }
        }
        return middle;
    }

    /// Where a meaning lies seen from the middle of all: what all texts of a file share tells nothing.
    private Features beside(Meaning meaning) {
        var away = new float[Meaning.DIMENSIONS];
        for (int i = 0; i < away.length; i++) {
            away[i] = meaning.direction()[i] - middle[i];
        }
        return Features.of(Meaning.towards(away));
    }
}
