package org.rongyi.rules.column;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.ArrayContainer;
import org.roaringbitmap.BitmapContainer;
import org.roaringbitmap.Container;

/// Gathers what rules matched in one chunk and makes the containers of compressed bitmaps from it: positions
/// as long as they are few, words from then on.
final class Gathering {

    /// A container of words is as large as one of so many positions.
    private static final int MOST_POSITIONS = 4096;

    /// So many bits of a plane are listed faster one by one.
    private static final int FEW = 24;

    private static final int CHUNK_WORDS = Block.CHUNK / 64;

    private final Half holds;
    private final Half unknown;

    Gathering(Kernel kernel, int rules) {
        this.holds = new Half(kernel, rules);
        this.unknown = new Half(kernel, rules);
    }

    /// Takes the planes of [BlockMatcher#RESULT] for a rule.
    void add(int rule, int blockOfChunk, long[] planes, int holdCount, int unknownCount) {
        if (holdCount > 0) {
            holds.add(rule, blockOfChunk, planes, BlockMatcher.RESULT, holdCount);
        }
        if (unknownCount > 0) {
            unknown.add(rule, blockOfChunk, planes, BlockMatcher.RESULT + Block.WORDS, unknownCount);
        }
    }

    /// The containers by rule, null where there is nothing; begins anew.
    @Nullable
    Container[][] finish() {
        return new @Nullable Container[][] {holds.finish(), unknown.finish()};
    }

    private static final class Half {

        private final Kernel kernel;
        private final int[] counts;
        private final char[][] positions;
        private final long[] @Nullable [] words;

        Half(Kernel kernel, int rules) {
            this.kernel = kernel;
            this.counts = new int[rules];
            this.positions = new char[rules][];
            Arrays.fill(positions, new char[0]);
            this.words = new long[rules][];
        }

        void add(int rule, int block, long[] planes, int place, int count) {
            int total = counts[rule] + count;
            long[] dense = words[rule];
            if (dense == null && total > MOST_POSITIONS) {
                dense = new long[CHUNK_WORDS];
                for (int i = 0; i < counts[rule]; i++) {
                    Bits.set(dense, positions[rule][i]);
                }
                words[rule] = dense;
            }
            if (dense != null) {
                System.arraycopy(planes, place, dense, block * Block.WORDS, Block.WORDS);
            } else {
                list(rule, block * Block.ROWS, planes, place, count);
            }
            counts[rule] = total;
        }

        private void list(int rule, int base, long[] planes, int place, int count) {
            int at = counts[rule];
            char[] list = positions[rule];
            int needed = at + count + Kernel.BEHIND_LIST;
            if (needed > list.length) {
                list = Arrays.copyOf(list, Math.min(MOST_POSITIONS + Kernel.BEHIND_LIST, 2 * needed));
                positions[rule] = list;
            }
            if (count < FEW) {
                Kernel.fewPositions(planes, place, base, list, at);
            } else {
                kernel.positions(planes, place, base, list, at);
            }
        }

        @Nullable
        Container[] finish() {
            @Nullable Container[] containers = new Container[counts.length];
            for (int rule = 0; rule < counts.length; rule++) {
                int count = counts[rule];
                long[] dense = words[rule];
                if (count > 0) {
                    containers[rule] = dense != null
                            ? new BitmapContainer(dense, count).runOptimize()
                            : listed(positions[rule], count);
                }
                words[rule] = null;
                counts[rule] = 0;
            }
            return containers;
        }

        /// Positions as runs where they lie close together.
        private static Container listed(char[] positions, int count) {
            Container list = new ArrayContainer(count, Arrays.copyOf(positions, count));
            boolean close = count > 8 && positions[count - 1] - positions[0] < 2 * count;
            return close ? list.runOptimize() : list;
        }
    }
}
