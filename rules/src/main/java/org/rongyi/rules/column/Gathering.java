package org.rongyi.rules.column;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.ArrayContainer;
import org.roaringbitmap.BitmapContainer;
import org.roaringbitmap.Container;

/// Gathers what rules matched in one chunk and makes the containers of compressed bitmaps from it. What comes in
/// is written down one after the other, whatever its rule, and sorted out when the chunk is done: so memory is
/// written in its order, and each container is made once, in its size.
final class Gathering {

    /// A container of words is as large as one of so many positions.
    private static final int MOST_POSITIONS = 4096;

    /// So many bits of a plane are listed faster word by word.
    private static final int FEW = 12;

    /// So many bits of a plane take as much room as the plane.
    private static final int MANY = 4 * Block.WORDS;

    private static final int CHUNK_WORDS = Block.CHUNK / 64;

    private static final int NONE = -1;

    /// What is written of an entry: the next of its rule, its block, its count, where its bits are.
    private static final int ENTRY = 4;

    private final Kernel kernel;
    private final int rules;

    /// By rule, those that hold first, then those unknown.
    private final int[] counts;

    private final int[] first;
    private final int[] last;
    private int[] entries = new int[1 << 14];
    private int entriesEnd;
    private char[] lists = new char[1 << 16];
    private int listsEnd;
    private long[] planes = new long[1 << 14];
    private int planesEnd;

    /// Where the bits of one container come together, before it is known in which form they take the least room.
    private final long[] words = new long[CHUNK_WORDS];

    private final char[] joined = new char[MOST_POSITIONS + Kernel.BEHIND_LIST];

    Gathering(Kernel kernel, int rules) {
        this.kernel = kernel;
        this.rules = rules;
        this.counts = new int[2 * rules];
        this.first = new int[2 * rules];
        this.last = new int[2 * rules];
        Arrays.fill(first, NONE);
    }

    /// Takes the planes of [BlockMatcher#RESULT] for a rule.
    void add(int rule, int blockOfChunk, long[] from, int holdCount, int unknownCount) {
        if (holdCount > 0) {
            put(rule, blockOfChunk, from, BlockMatcher.RESULT, holdCount);
        }
        if (unknownCount > 0) {
            put(rules + rule, blockOfChunk, from, BlockMatcher.RESULT + Block.WORDS, unknownCount);
        }
    }

    private void put(int half, int block, long[] from, int place, int count) {
        if (entriesEnd + ENTRY > entries.length) {
            entries = Arrays.copyOf(entries, 2 * entriesEnd);
        }
        int entry = entriesEnd;
        entriesEnd += ENTRY;
        if (first[half] == NONE) {
            first[half] = entry;
        } else {
            entries[last[half]] = entry;
        }
        last[half] = entry;
        counts[half] += count;
        entries[entry] = NONE;
        entries[entry + 1] = block;
        entries[entry + 2] = count;
        entries[entry + 3] = count < MANY ? list(block, from, place, count) : plane(from, place);
    }

    private int list(int block, long[] from, int place, int count) {
        int at = listsEnd;
        if (at + count + Kernel.BEHIND_LIST > lists.length) {
            lists = Arrays.copyOf(lists, 2 * lists.length);
        }
        listsEnd += count;
        if (count < FEW) {
            kernel.fewPositions(from, place, block * Block.ROWS, lists, at);
        } else {
            kernel.positions(from, place, block * Block.ROWS, lists, at);
        }
        return at;
    }

    private int plane(long[] from, int place) {
        int at = planesEnd;
        if (at + Block.WORDS > planes.length) {
            planes = Arrays.copyOf(planes, 2 * planes.length);
        }
        planesEnd += Block.WORDS;
        System.arraycopy(from, place, planes, at, Block.WORDS);
        return at;
    }

    /// The containers by rule, null where there is nothing; begins anew.
    @Nullable
    Container[][] finish() {
        @Nullable Container[][] found = {finish(0), finish(rules)};
        Arrays.fill(counts, 0);
        Arrays.fill(first, NONE);
        entriesEnd = 0;
        listsEnd = 0;
        planesEnd = 0;
        return found;
    }

    private @Nullable Container[] finish(int from) {
        @Nullable Container[] containers = new Container[rules];
        for (int rule = 0; rule < rules; rule++) {
            int count = counts[from + rule];
            if (count > 0) {
                containers[rule] = count > MOST_POSITIONS ? words(from + rule, count) : positions(from + rule, count);
            }
        }
        return containers;
    }

    private Container words(int half, int count) {
        Arrays.fill(words, 0);
        for (int entry = first[half]; entry != NONE; entry = entries[entry]) {
            int at = entries[entry + 3];
            if (entries[entry + 2] < MANY) {
                for (int i = at; i < at + entries[entry + 2]; i++) {
                    Bits.set(words, lists[i]);
                }
            } else {
                System.arraycopy(planes, at, words, entries[entry + 1] * Block.WORDS, Block.WORDS);
            }
        }
        Container asWords = new BitmapContainer(words, count);
        Container smallest = asWords.runOptimize();
        return smallest == asWords ? new BitmapContainer(words.clone(), count) : smallest;
    }

    /// Positions as runs where they lie close together.
    private Container positions(int half, int count) {
        int end = 0;
        for (int entry = first[half]; entry != NONE; entry = entries[entry]) {
            int at = entries[entry + 3];
            if (entries[entry + 2] < MANY) {
                System.arraycopy(lists, at, joined, end, entries[entry + 2]);
                end += entries[entry + 2];
            } else {
                end = kernel.positions(planes, at, entries[entry + 1] * Block.ROWS, joined, end);
            }
        }
        Container asList = new ArrayContainer(count, joined);
        boolean close = count > 8 && joined[count - 1] - joined[0] < 2 * count;
        Container smallest = close ? asList.runOptimize() : asList;
        return smallest == asList ? new ArrayContainer(count, Arrays.copyOf(joined, count)) : smallest;
    }
}
