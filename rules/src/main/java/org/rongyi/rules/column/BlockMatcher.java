package org.rongyi.rules.column;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Row;
import org.rongyi.rules.plan.Node;
import org.rongyi.rules.plan.Op;
import org.rongyi.rules.row.Judge;
import org.rongyi.rules.row.Verdict;

/// Matches gates on one block of rows after another. One matcher a thread.
final class BlockMatcher {

    /// Rows in a block: planes of 1 KB, so that some hundred of them stay in the L2 cache.
    static final int ROWS = 8192;

    private final Table table;
    private final LocalDate asOf;
    private final List<Atom> atoms;
    private final List<@Nullable Answers> answers;
    private final Judge nothing;
    private final NumberVectors numbers;
    private final @Nullable Planes[] computed;
    private final Map<Integer, long[]> asked = new HashMap<>();
    private int firstRow;
    private int rows;
    private long[] all = new long[0];

    BlockMatcher(Table table, LocalDate asOf, List<Atom> atoms, List<@Nullable Answers> answers) {
        this.table = table;
        this.asOf = asOf;
        this.atoms = atoms;
        this.answers = answers;
        Row empty = id -> null;
        this.nothing = new Judge(empty, asOf);
        this.numbers = new NumberVectors(table, asOf);
        this.computed = new Planes[atoms.size()];
    }

    /// Begins a block; `first` is a multiple of [#ROWS].
    void start(int first) {
        firstRow = first;
        rows = Math.min(ROWS, table.rows() - first);
        all = new long[Bits.words(rows)];
        Bits.fillFirst(all, rows);
        numbers.start(first, rows);
        Arrays.fill(computed, null);
        asked.clear();
    }

    /// The answers of a gate for all rows of the block.
    Planes match(Gate gate) {
        return match(gate, all);
    }

    /// The answers of a gate for the rows that are needed; other rows may have any answer or none.
    private Planes match(Gate gate, long[] needed) {
        return switch (gate) {
            case Gate.Leaf l -> leaf(l.atom(), needed);
            case Gate.AllOf a -> junction(a.parts(), needed, true);
            case Gate.AnyOf a -> junction(a.parts(), needed, false);
            case Gate.Choice c -> choice(c, needed);
        };
    }

    /// With `every` a NO decides a row, else a YES does; decided rows are not asked again.
    private Planes junction(List<Gate> parts, long[] needed, boolean every) {
        int words = needed.length;
        long[] open = needed.clone();
        long[] decided = new long[words];
        long[] unknown = new long[words];
        for (Gate part : parts) {
            Planes planes = match(part, open);
            long left = 0;
            for (int w = 0; w < words; w++) {
                long yes = planes.yes()[w];
                long no = planes.known()[w] & ~yes;
                decided[w] |= open[w] & (every ? no : yes);
                unknown[w] |= open[w] & ~planes.known()[w];
                open[w] &= ~decided[w];
                left |= open[w];
            }
            if (left == 0) {
                break;
            }
        }
        long[] yes = new long[words];
        long[] known = new long[words];
        for (int w = 0; w < words; w++) {
            long undecided = needed[w] & ~decided[w];
            long settled = undecided & ~unknown[w];
            yes[w] = every ? settled : decided[w];
            known[w] = decided[w] | settled;
        }
        return new Planes(yes, known);
    }

    private Planes choice(Gate.Choice choice, long[] needed) {
        Planes condition = match(choice.condition(), needed);
        int words = needed.length;
        long[] yes = new long[words];
        long[] no = new long[words];
        for (int w = 0; w < words; w++) {
            yes[w] = needed[w] & condition.yes()[w];
            no[w] = needed[w] & condition.known()[w] & ~condition.yes()[w];
        }
        Planes result = new Planes(words);
        take(result, choice.yes(), yes);
        take(result, choice.no(), no);
        return result;
    }

    private void take(Planes result, Gate branch, long[] rowsOfBranch) {
        if (Bits.isZero(rowsOfBranch)) {
            return;
        }
        Planes planes = match(branch, rowsOfBranch);
        for (int w = 0; w < rowsOfBranch.length; w++) {
            result.yes()[w] |= planes.yes()[w] & rowsOfBranch[w];
            result.known()[w] |= planes.known()[w] & rowsOfBranch[w];
        }
    }

    private Planes leaf(int number, long[] needed) {
        Atom atom = atoms.get(number);
        if (atom.way() instanceof Atom.Way.PerRow) {
            return perRow(number, atom, needed);
        }
        Planes known = computed[number];
        if (known == null) {
            known = compute(number, atom);
            computed[number] = known;
        }
        return known;
    }

    private Planes compute(int number, Atom atom) {
        Planes planes = new Planes(all.length);
        switch (atom.way()) {
            case Atom.Way.Once once -> {
                for (int i = 0; i < rows; i++) {
                    planes.put(i, i == 0 ? nothing.ask(atom.node(), atom.wanted()) : first(planes));
                }
            }
            case Atom.Way.PerValue v -> {
                Answers perValue = answers.get(number);
                if (perValue == null) {
                    throw new IllegalStateException("no answers for (%s)".formatted(atom));
                }
                perValue.fill(planes, firstRow, rows);
            }
            case Atom.Way.CompareNumbers c -> compareNumbers(c, atom.wanted(), planes);
            case Atom.Way.CompareDates c -> compareDates(c, atom.wanted(), planes);
            case Atom.Way.AbsentNumber a -> absent(numbers.of(a.operand()), atom.wanted(), planes);
            case Atom.Way.PerRow r -> throw new IllegalStateException("asked where needed only (%s)".formatted(atom));
        }
        return planes;
    }

    private static Verdict first(Planes planes) {
        if (Bits.get(planes.yes(), 0)) {
            return Verdict.YES;
        }
        return Bits.get(planes.known(), 0) ? Verdict.NO : Verdict.UNKNOWN;
    }

    private Planes perRow(int number, Atom atom, long[] needed) {
        Planes planes = computed[number];
        long[] done = asked.get(number);
        if (planes == null || done == null) {
            planes = new Planes(all.length);
            done = new long[all.length];
            computed[number] = planes;
            asked.put(number, done);
        }
        for (int w = 0; w < needed.length; w++) {
            long open = needed[w] & ~done[w];
            while (open != 0) {
                int row = (w << 6) + Long.numberOfTrailingZeros(open);
                planes.put(row, new Judge(table.row(firstRow + row), asOf).ask(atom.node(), atom.wanted()));
                open &= open - 1;
            }
            done[w] |= needed[w];
        }
        return planes;
    }

    private void absent(NumberVector vector, boolean wanted, Planes planes) {
        for (int w = 0; w < all.length; w++) {
            planes.known()[w] = all[w];
            planes.yes()[w] = all[w] & (wanted ? ~vector.present()[w] : vector.present()[w]);
        }
    }

    private void compareNumbers(Atom.Way.CompareNumbers atom, boolean wanted, Planes planes) {
        NumberVector a = numbers.of(atom.left());
        BigDecimal constant = atom.right() instanceof Node.Constant c ? (BigDecimal) c.value() : null;
        if (constant != null && a.scaled() != null) {
            settle(atom.op(), wanted, a.known(), a.present(), a.known(), a.known(), planes);
            Threshold threshold = Threshold.of(atom.op(), constant, a.scale());
            mark(a.scaled(), threshold, wanted, a.present(), planes.yes());
            return;
        }
        NumberVector b = numbers.of(atom.right());
        settle(atom.op(), wanted, a.known(), a.present(), b.known(), b.present(), planes);
        for (int i = 0; i < rows; i++) {
            if (Bits.get(a.present(), i) && Bits.get(b.present(), i)) {
                int order = a.at(i).compareTo(b.at(i));
                if (holds(atom.op(), order) == wanted) {
                    Bits.set(planes.yes(), i);
                }
            }
        }
    }

    /// What is known whatever the values: a null beside anything answers no, two nulls are equal, one null differs.
    private void settle(
            Op op, boolean wanted, long[] aKnown, long[] aPresent, long[] bKnown, long[] bPresent, Planes planes) {
        for (int w = 0; w < all.length; w++) {
            long aNull = aKnown[w] & ~aPresent[w];
            long bNull = bKnown[w] & ~bPresent[w];
            long bothKnown = aKnown[w] & bKnown[w];
            planes.known()[w] = op == Op.EQ ? bothKnown : bothKnown | aNull | bNull;
            if (op == Op.EQ) {
                planes.yes()[w] = wanted ? aNull & bNull : bothKnown & (aNull ^ bNull);
            }
        }
    }

    private void mark(long[] scaled, Threshold threshold, boolean wanted, long[] present, long[] yes) {
        for (int w = 0; w < all.length; w++) {
            long bits = 0;
            int end = Math.min(rows, (w + 1) << 6);
            for (int i = w << 6; i < end; i++) {
                bits |= threshold.holds(scaled[i]) == wanted ? 1L << i : 0;
            }
            yes[w] |= bits & present[w];
        }
    }

    private static boolean holds(Op op, int order) {
        return switch (op) {
            case EQ -> order == 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            case GT -> order > 0;
            case GE -> order >= 0;
            default -> throw new IllegalStateException("(%s) does not compare".formatted(op));
        };
    }

    /// `scaled op constant` as a closed range of longs: exact for any constant.
    private record Threshold(long least, long greatest) {

        static Threshold of(Op op, BigDecimal constant, int scale) {
            BigDecimal exact = constant.movePointRight(scale);
            long floor = clamp(exact.setScale(0, RoundingMode.FLOOR));
            long ceiling = clamp(exact.setScale(0, RoundingMode.CEILING));
            boolean whole = exact.stripTrailingZeros().scale() <= 0;
            return switch (op) {
                case GE -> new Threshold(ceiling, Long.MAX_VALUE);
                case GT -> new Threshold(floor == Long.MAX_VALUE ? floor : floor + 1, Long.MAX_VALUE);
                case LE -> new Threshold(Long.MIN_VALUE, floor);
                case LT -> new Threshold(Long.MIN_VALUE, ceiling == Long.MIN_VALUE ? ceiling : ceiling - 1);
                default -> whole ? new Threshold(ceiling, floor) : new Threshold(1, 0);
            };
        }

        /// A constant beyond ±10^18.5 lies beyond every scaled value, so its nearest long serves as well.
        private static long clamp(BigDecimal n) {
            BigDecimal low = BigDecimal.valueOf(Long.MIN_VALUE);
            BigDecimal high = BigDecimal.valueOf(Long.MAX_VALUE);
            return n.max(low).min(high).longValueExact();
        }

        boolean holds(long value) {
            return value >= least && value <= greatest;
        }
    }

    private void compareDates(Atom.Way.CompareDates atom, boolean wanted, Planes planes) {
        DateSide a = side(atom.left());
        DateSide b = side(atom.right());
        settle(atom.op(), wanted, a.known, a.present, b.known, b.present, planes);
        for (int i = 0; i < rows; i++) {
            if (Bits.get(a.present, i) && Bits.get(b.present, i)) {
                int order = Long.compare(a.day(firstRow + i), b.day(firstRow + i));
                if (holds(atom.op(), order) == wanted) {
                    Bits.set(planes.yes(), i);
                }
            }
        }
    }

    private record DateSide(long[] known, long[] present, Column.@Nullable Dates column, long day) {
        long day(int row) {
            return column == null ? day : column.day(row);
        }
    }

    private DateSide side(Node node) {
        if (node instanceof Node.Stored s) {
            long[] valid = new long[all.length];
            if (table.column(s.element().id()) instanceof Column.Dates dates) {
                dates.copyValid(firstRow, valid);
                return new DateSide(valid, valid, dates, 0);
            }
            return new DateSide(valid, valid, null, 0);
        }
        LocalDate date = (LocalDate) nothing.constant(node);
        return new DateSide(all, date == null ? new long[all.length] : all, null, date == null ? 0 : date.toEpochDay());
    }
}
