package org.rongyi.rules.column;

import java.util.HashMap;
import java.util.Map;
import org.rongyi.rules.row.Judge;
import org.rongyi.rules.row.Verdict;

/// Answers gates that stand on atoms without a way over columns: row by row, only for rows that are still
/// open, and each row once in a block.
final class SlowGates {

    /// What an atom was found to be in this block.
    private static final class Asked {
        final long[] done = new long[Block.WORDS];
        final long[] may = new long[Block.WORDS];
        final long[] yes = new long[Block.WORDS];
    }

    /// The places of two planes: rows that may be a yes, rows that are. Only rows asked for count.
    private record Pair(int may, int yes) {}

    private final BlockMatcher matcher;
    private final Circuit circuit;
    private final Map<Integer, Asked> asked = new HashMap<>();

    SlowGates(BlockMatcher matcher) {
        this.matcher = matcher;
        this.circuit = matcher.binding.circuit;
    }

    void start() {
        asked.clear();
    }

    /// Narrows what a rule has come to, in the two planes of [BlockMatcher#RESULT], by gates that go row by
    /// row. Gives the counts as [Kernel#end] does.
    long end(int[] program, int from, int to) {
        int hold = BlockMatcher.RESULT;
        int unknown = hold + Block.WORDS;
        int open = matcher.scratch();
        for (int i = from; i < to; i++) {
            long any = 0;
            for (int w = 0; w < Block.WORDS; w++) {
                long word = matcher.planes[hold + w] | matcher.planes[unknown + w];
                matcher.planes[open + w] = word;
                any |= word;
            }
            if (any == 0) {
                return 0;
            }
            Pair pair = answer(program[i], open);
            long[] planes = matcher.planes;
            for (int w = 0; w < Block.WORDS; w++) {
                long yes = planes[hold + w] & planes[pair.yes + w];
                planes[unknown + w] = planes[open + w] & planes[pair.may + w] & ~yes;
                planes[hold + w] = yes;
            }
        }
        long holds = matcher.kernel.count(matcher.planes, hold);
        return holds + matcher.kernel.count(matcher.planes, unknown) << 32 | holds;
    }

    private Pair answer(int gate, int needed) {
        if (!circuit.slow(gate)) {
            int may = matcher.maybe(gate);
            int yes = matcher.scratch();
            matcher.kernel.and(matcher.planes, may, matcher.sure[gate], yes);
            return new Pair(may, yes);
        }
        return switch (circuit.gate(gate)) {
            case Gate.Leaf(int atom) -> leaf(atom, needed);
            case Gate.AllOf(var parts) ->
                junction(parts.stream().mapToInt(p -> p).toArray(), needed, true);
            case Gate.AnyOf(var parts) ->
                junction(parts.stream().mapToInt(p -> p).toArray(), needed, false);
            case Gate.Choice c -> choice(c, needed);
        };
    }

    /// Rows that a part has decided are not asked again: with `every` by a no, else by a yes.
    private Pair junction(int[] parts, int needed, boolean every) {
        int may = matcher.scratch();
        int yes = matcher.scratch();
        int open = matcher.scratch();
        java.util.Arrays.fill(matcher.planes, may, may + Block.WORDS, every ? -1L : 0);
        java.util.Arrays.fill(matcher.planes, yes, yes + Block.WORDS, every ? -1L : 0);
        System.arraycopy(matcher.planes, needed, matcher.planes, open, Block.WORDS);
        for (int part : circuit.slowLast(parts)) {
            Pair pair = answer(part, open);
            long[] planes = matcher.planes;
            for (int w = 0; w < Block.WORDS; w++) {
                long partMay = planes[pair.may + w];
                long partYes = planes[pair.yes + w];
                planes[may + w] = every ? planes[may + w] & partMay : planes[may + w] | partMay;
                planes[yes + w] = every ? planes[yes + w] & partYes : planes[yes + w] | partYes;
                planes[open + w] &= every ? planes[may + w] : ~planes[yes + w];
            }
        }
        return new Pair(may, yes);
    }

    private Pair choice(Gate.Choice choice, int needed) {
        Pair condition = answer(choice.condition(), needed);
        int isTrue = matcher.scratch();
        int isNot = matcher.scratch();
        for (int w = 0; w < Block.WORDS; w++) {
            matcher.planes[isTrue + w] = matcher.planes[needed + w] & matcher.planes[condition.yes + w];
            matcher.planes[isNot + w] = matcher.planes[needed + w] & ~matcher.planes[condition.may + w];
        }
        Pair yes = answer(choice.yes(), isTrue);
        Pair no = answer(choice.no(), isNot);
        int may = matcher.scratch();
        int hold = matcher.scratch();
        long[] planes = matcher.planes;
        for (int w = 0; w < Block.WORDS; w++) {
            long open = planes[needed + w] & ~planes[isTrue + w] & ~planes[isNot + w];
            planes[may + w] = open | planes[isTrue + w] & planes[yes.may + w] | planes[isNot + w] & planes[no.may + w];
            planes[hold + w] = planes[isTrue + w] & planes[yes.yes + w] | planes[isNot + w] & planes[no.yes + w];
        }
        return new Pair(may, hold);
    }

    private Pair leaf(int number, int needed) {
        Asked known = asked.computeIfAbsent(number, n -> new Asked());
        Atom.Question question = circuit.atoms().get(number).question();
        for (int w = 0; w < Block.WORDS; w++) {
            for (long open = matcher.planes[needed + w] & ~known.done[w]; open != 0; open &= open - 1) {
                int row = matcher.firstRow() + (w << 6) + Long.numberOfTrailingZeros(open);
                Judge judge = new Judge(matcher.binding.table.rowUnderLock(row), matcher.binding.asOf);
                Verdict verdict = judge.ask(question.node(), question.wanted());
                known.may[w] |= verdict == Verdict.NO ? 0 : open & -open;
                known.yes[w] |= verdict == Verdict.YES ? open & -open : 0;
            }
            known.done[w] |= matcher.planes[needed + w];
        }
        int may = matcher.scratch();
        int yes = matcher.scratch();
        System.arraycopy(known.may, 0, matcher.planes, may, Block.WORDS);
        System.arraycopy(known.yes, 0, matcher.planes, yes, Block.WORDS);
        return new Pair(may, yes);
    }
}
