package org.rongyi.texts;

import java.util.Arrays;
import java.util.List;

/// Multinomial logistic regression with a penalty on large weights. The same rows give the same weights to
/// the last bit: there is no chance in it.
final class SoftmaxRegression {
    /// More of them still move the weights and no longer the suggestions.
    private static final int MOST_STEPS = 30;

    private static final double SMALL_STEP = 1e-3;
    private static final int TURNS_TO_STEEPEST = 12;
    private static final double SPARE = 1.3;

    private final int classes;
    private final float[] weights;

    private SoftmaxRegression(int classes, float[] weights) {
        this.classes = classes;
        this.weights = weights;
    }

    /// @param features one more than the greatest number of a feature
    /// @param penalty as many rows as the penalty equals pull as hard as it
    static SoftmaxRegression learnt(List<Features> rows, int[] labels, int classes, int features, double penalty) {
        return new Descent(rows, labels, classes, features, penalty).run();
    }

    /// How much speaks for each class; only differences mean something.
    double[] evidence(Features row) {
        var sums = new float[classes];
        addProducts(weights, classes, row, sums);
        var evidence = new double[classes];
        Arrays.setAll(evidence, c -> sums[c]);
        return evidence;
    }

    private static void addProducts(float[] weights, int classes, Features row, float[] sums) {
        for (int i = 0; i < row.size(); i++) {
            int at = row.numbers()[i] * classes;
            float weight = row.weights()[i];
            if (at + classes <= weights.length) {
                for (int c = 0; c < classes; c++) {
                    sums[c] += weight * weights[at + c];
                }
            }
        }
    }

    /// Evidence as probabilities, in place.
    static void normalize(double[] evidence) {
        double most = Arrays.stream(evidence).max().orElse(0);
        double sum = 0;
        for (int c = 0; c < evidence.length; c++) {
            evidence[c] = Math.exp(evidence[c] - most);
            sum += evidence[c];
        }
        for (int c = 0; c < evidence.length; c++) {
            evidence[c] /= sum;
        }
    }

    /// Downhill with momentum, which is dropped whenever it points uphill. The slope changes by at most half
    /// of what [#steepness] says for a step of one: so far each step may go.
    private static final class Descent {
        private final List<Features> rows;
        private final int[] labels;
        private final int classes;
        private final double penalty;
        private final float[] slope;

        Descent(List<Features> rows, int[] labels, int classes, int features, double penalty) {
            this.rows = rows;
            this.labels = labels;
            this.classes = classes;
            this.penalty = penalty;
            this.slope = new float[features * classes];
        }

        SoftmaxRegression run() {
            var at = new float[slope.length];
            var ahead = new float[slope.length];
            float step = (float) (1 / (steepness(rows, slope.length / Math.max(1, classes)) / 2 + penalty));
            double momentum = 1;
            for (int turn = 0; turn < MOST_STEPS; turn++) {
                slopeAt(ahead);
                double grown = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
                float carry = (float) ((momentum - 1) / grown);
                double uphill = 0;
                double moved = 0;
                double length = 0;
                for (int i = 0; i < at.length; i++) {
                    float next = ahead[i] - step * slope[i];
                    float way = next - at[i];
                    uphill += (double) slope[i] * way;
                    moved += (double) way * way;
                    length += (double) next * next;
                    at[i] = next;
                    ahead[i] = next + carry * way;
                }
                if (moved <= SMALL_STEP * SMALL_STEP * length) {
                    break;
                }
                momentum = uphill > 0 ? 1 : grown;
                if (uphill > 0) {
                    System.arraycopy(at, 0, ahead, 0, at.length);
                }
            }
            return new SoftmaxRegression(classes, at);
        }

        private void slopeAt(float[] place) {
            for (int i = 0; i < place.length; i++) {
                slope[i] = (float) (penalty * place[i]);
            }
            var chances = new float[classes];
            for (int r = 0; r < labels.length; r++) {
                var row = rows.get(r);
                Arrays.fill(chances, 0);
                addProducts(place, classes, row, chances);
                normalize(chances);
                chances[labels[r]] -= 1;
                for (int i = 0; i < row.size(); i++) {
                    int from = row.numbers()[i] * classes;
                    float weight = row.weights()[i];
                    for (int c = 0; c < classes; c++) {
                        slope[from + c] += weight * chances[c];
                    }
                }
            }
        }

        private static void normalize(float[] evidence) {
            float most = evidence[0];
            for (float each : evidence) {
                most = Math.max(most, each);
            }
            double sum = 0;
            for (int c = 0; c < evidence.length; c++) {
                evidence[c] = (float) Math.exp(evidence[c] - most);
                sum += evidence[c];
            }
            float scale = (float) (1 / sum);
            for (int c = 0; c < evidence.length; c++) {
                evidence[c] *= scale;
            }
        }
    }

    /// The greatest sum of squares that the rows have along any one direction, with something to spare. Some
    /// turns of a direction towards those rows that it meets find it.
    private static double steepness(List<Features> rows, int features) {
        var direction = new float[features];
        Arrays.fill(direction, (float) (1 / Math.sqrt(Math.max(1, features))));
        for (int i = 0; i < features; i += 2) {
            direction[i] *= 0.5f;
        }
        double greatest = 0;
        for (int turn = 0; turn < TURNS_TO_STEEPEST; turn++) {
            var next = new float[features];
            for (var row : rows) {
                var along = new float[1];
                addProducts(direction, 1, row, along);
                for (int i = 0; i < row.size(); i++) {
                    next[row.numbers()[i]] += along[0] * row.weights()[i];
                }
            }
            double squares = 0;
            for (float each : next) {
                squares += (double) each * each;
            }
            greatest = Math.sqrt(squares);
            float scale = greatest > 0 ? (float) (1 / greatest) : 0;
            for (int i = 0; i < features; i++) {
                direction[i] = next[i] * scale;
            }
        }
        return SPARE * greatest + 1e-3;
    }
}
