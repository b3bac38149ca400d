package org.rongyi.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrustTest {
    private final Random random = new Random(11);

    /// Two classes; the first regression is right as often as it says, but speaks `loud` times as loudly.
    private List<Trust.Answer> answers(double loud, int count) {
        var answers = new ArrayList<Trust.Answer>();
        for (int i = 0; i < count; i++) {
            double evidence = random.nextGaussian() * 2;
            int right = random.nextDouble() < 1 / (1 + Math.exp(-2 * evidence)) ? 0 : 1;
            double noise = random.nextGaussian();
            answers.add(new Trust.Answer(
                    new double[][] {{loud * evidence, -loud * evidence}, {noise, -noise}, {0, 0}}, right));
        }
        return answers;
    }

    @Test
    void whoeverSpeaksTooLoudlyIsTrustedLessAndWhoeverGuessesNotAtAll() {
        var trust = Trust.from(answers(4, 5_000));
        assertThat(trust.ofExperts()[0]).isCloseTo(0.25, within(0.03));
        assertThat(trust.ofExperts()[1]).isLessThan(0.1);
    }

    @Test
    void whatIsSureIsRightAsOftenAsItShall() {
        var trust = Trust.from(answers(4, 5_000));
        var fresh = answers(4, 5_000).stream()
                .filter(answer -> best(trust, answer) >= trust.threshold())
                .toList();
        assertThat(fresh).hasSizeBetween(1_000, 4_900);
        assertThat(fresh.stream().filter(answer -> right(trust, answer)).count())
                .isGreaterThan((long) (0.94 * fresh.size()));
    }

    @Test
    void whereNothingIsReliableNothingIsSure() {
        var guesses = new ArrayList<Trust.Answer>();
        for (int i = 0; i < 200; i++) {
            double evidence = random.nextGaussian();
            var both = new double[] {evidence, -evidence};
            guesses.add(new Trust.Answer(new double[][] {both, both, both}, random.nextInt(2)));
        }
        assertThat(Trust.from(guesses).threshold()).isGreaterThan(1);
        assertThat(Trust.from(answers(1, 5)).threshold()).isGreaterThan(1);
    }

    private static double best(Trust trust, Trust.Answer answer) {
        var confidences = trust.confidences(answer.evidence());
        return Math.max(confidences[0], confidences[1]);
    }

    private static boolean right(Trust trust, Trust.Answer answer) {
        return trust.confidences(answer.evidence())[answer.right()] > 0.5;
    }
}
