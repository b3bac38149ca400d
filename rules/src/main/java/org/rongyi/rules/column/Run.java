package org.rongyi.rules.column;

import org.jspecify.annotations.Nullable;
import org.roaringbitmap.Container;

/// Runs a program over blocks, one run a thread.
final class Run {

    private final BlockMatcher matcher;
    private final int[] code;
    final long[] holds;
    final long[] unknown;

    Run(Binding binding, Kernel kernel, Program program) {
        this.matcher = new BlockMatcher(binding, kernel, program.depth());
        this.code = program.code();
        this.holds = new long[binding.circuit.rules()];
        this.unknown = new long[binding.circuit.rules()];
    }

    /// Matches the rows of a chunk and adds to the counts.
    void chunk(int chunk, int rows) {
        chunk(chunk, rows, null, new long[0]);
    }

    /// The same, and hands over what was matched.
    void chunk(int chunk, int rows, Gathering into) {
        chunk(chunk, rows, into, new long[0]);
    }

    /// The same for some rows of the chunk.
    void chunk(int chunk, int rows, Gathering into, Container among) {
        long[] wanted = new long[Block.CHUNK / 64];
        among.toBitmapContainer().copyBitmapTo(wanted, 0);
        chunk(chunk, rows, into, wanted);
    }

    /// @param wanted of each row whether it is asked about; empty for all
    private void chunk(int chunk, int rows, @Nullable Gathering into, long[] wanted) {
        var lock = matcher.binding.table.lock(chunk);
        int first = chunk * Block.PER_CHUNK;
        int end = Math.min(first + Block.PER_CHUNK, Block.blocks(rows));
        for (int block = first; block < end; block++) {
            Threads.goOn();
            int words = (block - first) * Block.WORDS;
            if (wanted.length > 0 && isEmpty(wanted, words)) {
                continue;
            }
            long stamp = lock.readLock();
            try {
                matcher.start(block, rows);
                if (wanted.length > 0) {
                    matcher.only(wanted, words);
                }
                run(block - first, into);
            } finally {
                lock.unlockRead(stamp);
            }
        }
    }

    private static boolean isEmpty(long[] wanted, int from) {
        long any = 0;
        for (int w = 0; w < Block.WORDS; w++) {
            any |= wanted[from + w];
        }
        return any == 0;
    }

    private void run(int blockOfChunk, @Nullable Gathering into) {
        int[] program = code;
        int end = program.length;
        int pc = 0;
        while (pc < end) {
            int depth = program[pc];
            if (depth >= 0) {
                int place = matcher.maybe(program[pc + 1]);
                int from = step(depth);
                boolean left =
                        place != BlockMatcher.NONE && matcher.kernel.and(matcher.planes, from, place, step(depth + 1));
                pc = left ? pc + Program.STEP : program[pc + 2];
            } else {
                long counts = rule(program, pc, step(~depth), into != null);
                if (counts != 0) {
                    add(program[pc + 1], counts, blockOfChunk, into);
                }
                pc = program[pc + 4];
            }
        }
    }

    private static int step(int depth) {
        return depth == 0 ? BlockMatcher.ROWS : BlockMatcher.STEPS + (depth - 1) * Block.WORDS;
    }

    private long rule(int[] program, int pc, int open, boolean collect) {
        int endOfGates = program[pc + 2];
        int endOfSure = program[pc + 3];
        boolean slow = program[pc + 4] > endOfSure;
        int out = collect || slow ? BlockMatcher.RESULT : -1;
        int from = pc + Program.RULE;
        long counts = end(program, from, endOfGates, endOfSure, open, out);
        while (counts < 0) {
            matcher.maybe(program[(int) ~counts]);
            counts = end(program, from, endOfGates, endOfSure, open, out);
        }
        if (slow && counts != 0) {
            counts = matcher.slowGates().end(program, endOfSure, program[pc + 4]);
        }
        matcher.endRule();
        return counts;
    }

    private long end(int[] program, int from, int endOfGates, int endOfSure, int open, int out) {
        return matcher.kernel.end(
                matcher.planes, open, program, from, endOfGates, endOfSure, matcher.maybe, matcher.sure, out);
    }

    private void add(int rule, long counts, int blockOfChunk, @Nullable Gathering into) {
        int hold = (int) counts;
        int open = (int) (counts >>> 32) - hold;
        holds[rule] += hold;
        unknown[rule] += open;
        if (into != null) {
            into.add(rule, blockOfChunk, matcher.planes, hold, open);
        }
    }
}
