package org.rongyi.rules.column;

import java.util.Arrays;

/// Looks at some blocks of a table to find in which order the gates of rules are best asked.
final class Survey {

    private static final int BLOCKS = 12;

    private Survey() {}

    /// Scores without a table to look at: what asks for one code or text among many first, alternatives last.
    static double[] guesses(Circuit circuit) {
        double[] scores = new double[circuit.size()];
        for (int gate = 0; gate < scores.length; gate++) {
            scores[gate] = switch (circuit.gate(gate)) {
                case Gate.Leaf(int atom) -> {
                    Atom asked = circuit.atoms().get(atom);
                    boolean one = asked.question().wanted() && asked.way() instanceof Atom.Way.PerValue;
                    yield one ? 0.2 : 0.6;
                }
                case Gate.AllOf a -> 0.4;
                case Gate.AnyOf a -> 0.7;
                case Gate.Choice c -> 0.8;
            };
        }
        return scores;
    }

    /// A score for each gate: how many blocks it leaves with rows, then how many rows. Gates that go row by
    /// row come last, and beside equals those that cost more.
    static double[] scores(Binding binding, Kernel kernel) {
        Circuit circuit = binding.circuit;
        double[] scores = new double[circuit.size()];
        Arrays.fill(scores, Double.MAX_VALUE);
        boolean[] ofRules = new boolean[circuit.size()];
        for (int rule = 0; rule < circuit.rules(); rule++) {
            for (int gate : circuit.rule(rule)) {
                ofRules[gate] = !circuit.slow(gate);
            }
        }
        int rows = binding.table.rows();
        int blocks = Block.blocks(rows);
        int looked = Math.min(BLOCKS, blocks);
        int[] alive = new int[scores.length];
        long[] left = new long[scores.length];
        BlockMatcher matcher = new BlockMatcher(binding, kernel, 0);
        for (int i = 0; i < looked; i++) {
            int block = (int) ((2L * i + 1) * blocks / (2L * looked));
            var lock = binding.table.lock(block / Block.PER_CHUNK);
            long stamp = lock.readLock();
            try {
                matcher.start(block, rows);
                for (int gate = 0; gate < alive.length; gate++) {
                    if (ofRules[gate]) {
                        int place = matcher.maybe(gate);
                        int count = kernel.count(matcher.planes, place);
                        alive[gate] += count > 0 ? 1 : 0;
                        left[gate] += count;
                        matcher.endRule();
                    }
                }
            } finally {
                lock.unlockRead(stamp);
            }
        }
        for (int gate = 0; gate < scores.length && looked > 0; gate++) {
            if (ofRules[gate]) {
                double share = (double) left[gate] / looked / Block.ROWS;
                scores[gate] = (double) alive[gate] / looked * (1 + share);
            }
        }
        return scores;
    }
}
