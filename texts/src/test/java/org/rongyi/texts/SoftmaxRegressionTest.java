package org.rongyi.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SoftmaxRegressionTest {

    private static Features feature(int number) {
        return new Features(new int[] {number}, new float[] {1});
    }

    @Test
    void withTwoFeaturesOfTwoClassesItFindsWhatCanBeWorkedOutByHand() {
        // Each feature belongs to one class. The weight w of its own class and -w of the other fulfil
        // penalty * w = 1 - p, p being the probability that it gives: 1 / (1 + exp(-2w)). So w = 0.5213.
        var learnt = SoftmaxRegression.learnt(List.of(feature(0), feature(1)), new int[] {0, 1}, 2, 2, 0.5);
        double w = learnt.evidence(feature(0))[0];
        assertThat(learnt.evidence(feature(0))[1]).isCloseTo(-w, within(1e-3));
        assertThat(w).isCloseTo(0.5213, within(1e-3));
    }

    @Test
    void itsProbabilitiesAreThoseOfTheTruth() {
        var random = new Random(7);
        var rows = new ArrayList<Features>();
        var labels = new int[4_000];
        for (int i = 0; i < labels.length; i++) {
            rows.add(feature(i % 2));
            labels[i] = random.nextDouble() < (i % 2 == 0 ? 0.8 : 0.3) ? 0 : random.nextInt(2) + 1;
        }
        var learnt = SoftmaxRegression.learnt(rows, labels, 3, 2, 0.1);
        var chances = learnt.evidence(feature(0));
        SoftmaxRegression.normalize(chances);
        assertThat(chances[0]).isCloseTo(0.8, within(0.03));
        assertThat(chances[1]).isCloseTo(0.1, within(0.03));
    }

    @Test
    void theSameRowsGiveTheSameWeights() {
        var rows = List.of(feature(0), feature(1), feature(2), feature(1));
        var labels = new int[] {0, 1, 2, 0};
        var once = SoftmaxRegression.learnt(rows, labels, 3, 3, 0.1);
        var again = SoftmaxRegression.learnt(rows, labels, 3, 3, 0.1);
        assertThat(once.evidence(feature(1))).isEqualTo(again.evidence(feature(1)));
    }

    @Test
    void aFeatureThatWasNeverSeenSpeaksForNothing() {
        var learnt = SoftmaxRegression.learnt(List.of(feature(0), feature(1)), new int[] {0, 1}, 2, 2, 0.5);
        assertThat(learnt.evidence(feature(9))).containsExactly(0, 0);
    }
}
