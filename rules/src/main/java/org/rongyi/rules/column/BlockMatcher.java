package org.rongyi.rules.column;

import java.util.Arrays;
import org.rongyi.rules.plan.Node;
import org.rongyi.rules.row.Verdict;

/// Computes the planes of gates for one block after another, each when it is first asked for. One matcher a
/// thread.
///
/// Of every gate two things are kept: the plane *maybe* (rows that are a yes or unknown) and a plane *sure*
/// such that the rows that are a yes are those in both. For an atom over a column the second is simply where
/// the column has values: one plane for all its atoms, and none at all where the block has no gap. So nearly
/// all work is on one plane.
final class BlockMatcher {

    /// Places of planes that are always there.
    static final int NONE = 0;

    static final int ALL = Block.WORDS;

    /// Rows of the block; the last block of a table may have fewer.
    static final int ROWS = 2 * Block.WORDS;

    /// A plane to work with for a moment.
    static final int SPARE = 3 * Block.WORDS;

    /// What a rule ends with: rows that hold, and rows unknown.
    static final int RESULT = 4 * Block.WORDS;

    /// What is left of the rows after each step of a program, from the first step on.
    static final int STEPS = 6 * Block.WORDS;

    /// Room for planes that one rule alone needs. It is used again and again, so it stays in the nearest
    /// cache.
    private static final int SCRATCH = 32 * Block.WORDS;

    private static final int NOT_YET = -1;

    final Binding binding;
    final Kernel kernel;
    private final Circuit circuit;
    private final NumberAtoms numbers;
    private final SlowGates slowGates;

    /// Where a gate's planes are; negative where not computed in this block.
    final int[] maybe;

    final int[] sure;
    private final int[] columnSure;
    private final int[] columnGaps;
    long[] planes;
    private final int firstScratch;
    private int free;
    private int scratch;
    private int[] scratchGates = new int[8];
    private int scratchCount;
    private int firstRow;

    /// @param steps the deepest step of a program
    BlockMatcher(Binding binding, Kernel kernel, int steps) {
        this.binding = binding;
        this.kernel = kernel;
        this.circuit = binding.circuit;
        this.maybe = new int[circuit.size()];
        this.sure = new int[circuit.size()];
        this.columnSure = new int[binding.columns().size()];
        this.columnGaps = new int[columnSure.length];
        this.firstScratch = STEPS + steps * Block.WORDS;
        this.planes = new long[2 * (firstScratch + SCRATCH)];
        Arrays.fill(planes, ALL, 2 * Block.WORDS, -1L);
        this.numbers = new NumberAtoms(this);
        this.slowGates = new SlowGates(this);
    }

    int firstRow() {
        return firstRow;
    }

    /// Begins a block. The lock of its chunk is held until it is done.
    void start(int block, int tableRows) {
        firstRow = block * Block.ROWS;
        int rows = Math.min(Block.ROWS, tableRows - firstRow);
        Bits.fillFirst(planes, ROWS, rows);
        free = firstScratch + SCRATCH;
        Arrays.fill(maybe, NOT_YET);
        Arrays.fill(columnSure, NOT_YET);
        numbers.start(firstRow);
        slowGates.start();
        endRule();
    }

    /// Leaves only some rows of the block to be asked about.
    void only(long[] wanted, int from) {
        for (int w = 0; w < Block.WORDS; w++) {
            planes[ROWS + w] &= wanted[from + w];
        }
    }

    /// A place for a plane, kept until the block is done.
    int place() {
        if (free + Block.WORDS > planes.length) {
            planes = Arrays.copyOf(planes, planes.length * 2);
        }
        free += Block.WORDS;
        return free - Block.WORDS;
    }

    /// A place for a plane that is needed until [#endRule].
    int scratch() {
        if (scratch + Block.WORDS > firstScratch + SCRATCH) {
            return place();
        }
        scratch += Block.WORDS;
        return scratch - Block.WORDS;
    }

    /// A place for a plane of a gate.
    private int place(int gate) {
        if (circuit.users(gate) > 1) {
            return place();
        }
        if (scratchCount == scratchGates.length) {
            scratchGates = Arrays.copyOf(scratchGates, 2 * scratchCount);
        }
        if (scratchCount == 0 || scratchGates[scratchCount - 1] != gate) {
            scratchGates[scratchCount++] = gate;
        }
        return scratch();
    }

    /// Gives back what one rule alone needed.
    void endRule() {
        for (int i = 0; i < scratchCount; i++) {
            maybe[scratchGates[i]] = NOT_YET;
        }
        scratchCount = 0;
        scratch = firstScratch;
    }

    SlowGates slowGates() {
        return slowGates;
    }

    /// The values of a number expression in the block.
    NumberVector number(Node node) {
        return numbers.number(node);
    }

    /// The place of a gate's plane *maybe*; its plane *sure* is there then, too.
    int maybe(int gate) {
        if (maybe[gate] < 0) {
            compute(gate);
        }
        return maybe[gate];
    }

    void put(int gate, int maybePlace, int surePlace) {
        maybe[gate] = maybePlace;
        sure[gate] = surePlace;
    }

    private void compute(int gate) {
        if (circuit.slow(gate)) {
            throw new IllegalStateException("gate (%d) goes row by row".formatted(gate));
        }
        if (circuit.gate(gate) instanceof Gate.Leaf(int atom)) { // nearly all are
            atom(gate, atom);
            return;
        }
        switch (circuit.gate(gate)) {
            case Gate.Leaf l -> atom(gate, l.atom());
            case Gate.AllOf a -> allOf(gate, circuit.operands(gate));
            case Gate.AnyOf a -> anyOf(gate, circuit.operands(gate));
            case Gate.Choice c -> choice(gate, c);
        }
    }

    private void atom(int gate, int number) {
        Verdict fixed = binding.fixed(number);
        if (fixed != null) {
            put(gate, fixed == Verdict.NO ? NONE : ALL, fixed == Verdict.UNKNOWN ? NONE : ALL);
            return;
        }
        CodeTest test = binding.test(number);
        if (test != null) {
            codes(gate, test, binding.columnOf(number));
        } else {
            int may = place(gate);
            int known = place(gate);
            numbers.compute(circuit.atoms().get(number), may, known);
            put(gate, may, known);
        }
    }

    /// Answers an atom from codes; where the block's statistics decide, without looking at them.
    private void codes(int gate, CodeTest test, int column) {
        int block = firstRow / Block.ROWS;
        boolean never = test.isNever(block);
        boolean always = !never && test.isAlways(block);
        boolean gaps = test.column.stats.missing(block) > 0;
        int known = gaps ? columnSure(column, test.column) : ALL;
        int gap = gaps ? columnGaps[column] : NONE;
        switch (test.whenMissing) {
            case NO -> put(gate, never ? NONE : always ? known : filled(gate, test, NONE), ALL);
            case YES -> put(gate, never ? gap : always ? ALL : filled(gate, test, gap), ALL);
            case UNKNOWN -> put(gate, never ? gap : always ? ALL : filled(gate, test, gap), known);
        }
    }

    private int filled(int gate, CodeTest test, int gap) {
        int place = place(gate);
        test.fill(kernel, firstRow, planes, place, SPARE);
        if (gap != NONE) {
            kernel.or(planes, gap, place);
        }
        return place;
    }

    /// The plane of rows in which a column has a value.
    private int columnSure(int number, Column column) {
        if (columnSure[number] < 0) {
            int place = place();
            int codes = firstRow & Block.CHUNK - 1;
            Object chunk = column.codes.chunk(firstRow >>> 16);
            kernel.codesIn(chunk, codes, 1, Integer.MAX_VALUE, planes, place, false);
            int gap = place();
            kernel.not(planes, place, gap);
            columnSure[number] = place;
            columnGaps[number] = gap;
        }
        return columnSure[number];
    }

    private void allOf(int gate, int[] parts) {
        int may = place(gate);
        int known = place(gate);
        System.arraycopy(planes, ALL, planes, may, Block.WORDS);
        System.arraycopy(planes, ALL, planes, known, Block.WORDS);
        boolean allSure = true;
        for (int part : parts) {
            int partMay = maybe(part);
            if (partMay == NONE || !kernel.and(planes, may, partMay, may)) {
                put(gate, NONE, ALL);
                return;
            }
            if (sure[part] != ALL) {
                kernel.and(planes, known, sure[part], known);
                allSure = false;
            }
        }
        put(gate, may, allSure ? ALL : known);
    }

    private void anyOf(int gate, int[] parts) {
        boolean allSure = true;
        for (int part : parts) {
            int place = maybe(part);
            if (place == ALL && sure[part] == ALL) {
                put(gate, ALL, ALL);
                return;
            }
            allSure &= sure[part] == ALL;
        }
        int may = place(gate);
        int yes = allSure ? ALL : place(gate);
        kernel.anyOf(planes, parts, maybe, sure, may, yes);
        put(gate, may, yes);
    }

    private void choice(int gate, Gate.Choice choice) {
        int condition = maybe(choice.condition());
        int conditionSure = sure[choice.condition()];
        int yes = maybe(choice.yes());
        int yesSure = sure[choice.yes()];
        int no = maybe(choice.no());
        int noSure = sure[choice.no()];
        int may = place(gate);
        int hold = place(gate);
        for (int w = 0; w < Block.WORDS; w++) {
            long isTrue = planes[condition + w] & planes[conditionSure + w];
            long isNot = ~planes[condition + w];
            long open = ~(isTrue | isNot);
            planes[may + w] = open | isTrue & planes[yes + w] | isNot & planes[no + w];
            planes[hold + w] =
                    isTrue & planes[yes + w] & planes[yesSure + w] | isNot & planes[no + w] & planes[noSure + w];
        }
        put(gate, may, hold);
    }

    /// Fills the planes of an `if` within a number.
    void condition(Node condition, long[] isTrue, long[] isNot) {
        int gate = circuit.condition(condition);
        int may = maybe(gate);
        for (int w = 0; w < Block.WORDS; w++) {
            isTrue[w] = planes[may + w] & planes[sure[gate] + w];
            isNot[w] = ~planes[may + w];
        }
    }
}
