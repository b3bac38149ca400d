package org.rongyi.texts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// How much to trust each expert, so that of a hundred suggestions with a confidence of 0.8 eighty are right;
/// and the confidence from which on the best suggestion stands without a person.
///
/// @param threshold above 1 where the examples give no confidence enough
record Trust(double[] ofExperts, double threshold) {
    /// Of what is sure this share shall be right.
    private static final double RIGHT_WHEN_SURE = 0.95;

    /// Below so many sure answers a share says nothing.
    private static final int LEAST_SURE = 10;

    private static final double NEVER = 2;
    private static final double GREATEST = 5;
    private static final double CLOSE = 1e-3;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int TURNS = 6;
    private static final int MOST_ANSWERS = 5_000;

    /// What was said of an example that had not been seen, and what is right.
    record Answer(double[][] evidence, int right) {}

    static Trust from(List<Answer> answers) {
        var some = some(answers);
        var weights = new double[Experts.COUNT];
        Arrays.fill(weights, 1.0 / weights.length);
        // The loss has one valley, so each in turn is moved to its lowest place.
        for (int turn = 0; turn < TURNS; turn++) {
            for (int each = 0; each < weights.length; each++) {
                weights[each] = lowest(with(some, weights, each));
            }
        }
        return new Trust(weights, threshold(answers, weights));
    }

    /// Three weights need no more than some thousand answers, evenly spread.
    private static List<Answer> some(List<Answer> answers) {
        int step = Math.ceilDiv(Math.max(1, answers.size()), MOST_ANSWERS);
        return IntStream.range(0, answers.size())
                .filter(i -> i % step == 0)
                .mapToObj(answers::get)
                .toList();
    }

    private static Curve with(List<Answer> answers, double[] weights, int moved) {
        return weight -> {
            var tried = weights.clone();
            tried[moved] = weight;
            return loss(answers, tried);
        };
    }

    double[] confidences(double[][] evidence) {
        return confidences(evidence, ofExperts);
    }

    private static double[] confidences(double[][] evidence, double[] weights) {
        var sums = new double[evidence[0].length];
        for (int e = 0; e < weights.length; e++) {
            for (int c = 0; c < sums.length; c++) {
                sums[c] += weights[e] * evidence[e][c];
            }
        }
        SoftmaxRegression.normalize(sums);
        return sums;
    }

    private static double loss(List<Answer> answers, double[] weights) {
        double sum = 0;
        for (var answer : answers) {
            double right = confidences(answer.evidence(), weights)[answer.right()];
            sum -= Math.log(Math.max(right, Double.MIN_NORMAL));
        }
        return sum;
    }

    private interface Curve {
        double at(double weight);
    }

    private static double lowest(Curve curve) {
        double from = 0;
        double to = GREATEST;
        double left = to - GOLDEN * (to - from);
        double right = from + GOLDEN * (to - from);
        double atLeft = curve.at(left);
        double atRight = curve.at(right);
        while (to - from > CLOSE) {
            if (atLeft < atRight) {
                to = right;
                right = left;
                atRight = atLeft;
                left = to - GOLDEN * (to - from);
                atLeft = curve.at(left);
            } else {
                from = left;
                left = right;
                atLeft = atRight;
                right = from + GOLDEN * (to - from);
                atRight = curve.at(right);
            }
        }
        return (from + to) / 2;
    }

    /// The lowest confidence from which on enough was right. One wrong answer more than was seen is counted,
    /// or ten right ones by chance would set it too low.
    private static double threshold(List<Answer> answers, double[] weights) {
        record Said(double confidence, boolean right) {}
        var said = new ArrayList<Said>();
        for (var answer : answers) {
            var confidences = confidences(answer.evidence(), weights);
            int best = 0;
            for (int c = 1; c < confidences.length; c++) {
                best = confidences[c] > confidences[best] ? c : best;
            }
            said.add(new Said(confidences[best], best == answer.right()));
        }
        said.sort(Comparator.comparingDouble(Said::confidence).reversed());
        double threshold = NEVER;
        int right = 0;
        for (int i = 0; i < said.size(); i++) {
            right += said.get(i).right() ? 1 : 0;
            boolean lastOfEqual = i + 1 == said.size()
                    || said.get(i + 1).confidence() < said.get(i).confidence();
            if (lastOfEqual && i + 1 >= LEAST_SURE && right >= RIGHT_WHEN_SURE * (i + 2)) {
                threshold = said.get(i).confidence();
            }
        }
        return threshold;
    }
}
