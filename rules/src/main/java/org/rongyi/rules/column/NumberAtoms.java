package org.rongyi.rules.column;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.rongyi.rules.Element;
import org.rongyi.rules.plan.Node;
import org.rongyi.rules.plan.Op;
import org.rongyi.rules.row.Judge;
import org.rongyi.rules.row.Verdict;

/// Answers atoms over computed numbers, and over two dates, for a block.
final class NumberAtoms {

    private final BlockMatcher matcher;
    private final NumberVectors vectors;
    private final NumberVector difference = new NumberVector();

    NumberAtoms(BlockMatcher matcher) {
        this.matcher = matcher;
        this.vectors =
                new NumberVectors(matcher.kernel, matcher.binding.table, matcher.binding.asOf, matcher::condition);
    }

    void start(int firstRow) {
        vectors.start(firstRow);
        vectors.forget();
    }

    NumberVector number(Node node) {
        return vectors.of(node);
    }

    /// Fills the planes of an atom: rows that may be a yes, and rows whose answer is known.
    void compute(Atom atom, int may, int known) {
        switch (atom.way()) {
            case Atom.Way.CompareNumbers c -> compareNumbers(atom.question(), c, may, known);
            case Atom.Way.CompareDates c -> compareDates(atom.question(), c, may, known);
            case Atom.Way.AbsentNumber a -> absent(atom.question(), vectors.of(a.operand()), may, known);
            case Atom.Way.Once o -> throw unexpected(atom);
            case Atom.Way.PerValue v -> throw unexpected(atom);
            case Atom.Way.PerRow r -> throw unexpected(atom);
        }
        long[] planes = matcher.planes;
        for (int w = 0; w < Block.WORDS; w++) {
            planes[may + w] |= ~planes[known + w];
        }
    }

    private static IllegalStateException unexpected(Atom atom) {
        return new IllegalStateException("(%s) is not computed from numbers".formatted(atom));
    }

    private boolean isYes(Atom.Question question, int row) {
        Judge judge = new Judge(matcher.binding.table.rowUnderLock(matcher.firstRow() + row), matcher.binding.asOf);
        return judge.ask(question.node(), question.wanted()) == Verdict.YES;
    }

    private void absent(Atom.Question question, NumberVector vector, int yes, int known) {
        long[] planes = matcher.planes;
        for (int w = 0; w < Block.WORDS; w++) {
            planes[known + w] = -1L;
            planes[yes + w] = question.wanted() ? ~vector.present[w] : vector.present[w];
            for (long open = vector.isScaled() ? 0 : vector.present[w]; open != 0; open &= open - 1) {
                int i = (w << 6) + Long.numberOfTrailingZeros(open);
                if (!Double.isFinite(vector.values[i] + vector.errors[i])) {
                    long bit = open & -open;
                    planes[yes + w] = isYes(question, i) ? planes[yes + w] | bit : planes[yes + w] & ~bit;
                }
            }
        }
    }

    private void compareNumbers(Atom.Question question, Atom.Way.CompareNumbers atom, int yes, int known) {
        NumberVector a = vectors.of(atom.left());
        NumberVector b = vectors.of(atom.right());
        settle(atom.op(), question.wanted(), a.known, a.present, b.known, b.present, yes, known);
        if (a.isScaled() && atom.right() instanceof Node.Constant(var type, BigDecimal constant)) {
            mark(a.scaled, KeyRange.of(atom.op(), constant, a.scale), question.wanted(), a.present, b.present, yes);
            return;
        }
        long[] factors = a.isScaled() && b.isScaled() ? NumberVector.factors(a, b) : new long[0];
        if (factors.length > 0) {
            long[] less = difference.beginScaled(0);
            for (int i = 0; i < Block.ROWS; i++) {
                less[i] = a.scaled[i] * factors[0] - b.scaled[i] * factors[1];
            }
            KeyRange range = KeyRange.of(atom.op(), BigDecimal.ZERO, 0);
            mark(less, range, question.wanted(), a.present, b.present, yes);
            return;
        }
        int above = matcher.scratch();
        int unsure = matcher.scratch();
        if (!a.isScaled() && b.isConstant) {
            b.approximate();
            double constant = b.values[0];
            double error = b.errors[0];
            matcher.kernel.compareWith(a.values, a.errors, constant, error, matcher.planes, above, unsure);
            IntPredicate exact = i -> Approximation.error(a.errors[i], error, a.values[i] - constant) == 0;
            nearly(question, atom.op(), a.present, b.present, yes, above, unsure, exact);
            return;
        }
        Approximation.difference(a, b, difference);
        matcher.kernel.compareWithZero(difference.values, difference.errors, matcher.planes, above, unsure);
        nearly(question, atom.op(), a.present, b.present, yes, above, unsure, i -> difference.errors[i] == 0);
    }

    /// Decides near differences by their sign; the row engine decides those that may be 0.
    ///
    /// @param exact whether the difference of a row has no error
    private void nearly(
            Atom.Question question,
            Op op,
            long[] aPresent,
            long[] bPresent,
            int yes,
            int above,
            int unsure,
            IntPredicate exact) {
        long[] planes = matcher.planes;
        boolean greater = Atom.holds(op, 1) == question.wanted();
        boolean equal = Atom.holds(op, 0) == question.wanted();
        boolean less = Atom.holds(op, -1) == question.wanted();
        for (int w = 0; w < Block.WORDS; w++) {
            long both = aPresent[w] & bPresent[w];
            long more = planes[above + w];
            long open = planes[unsure + w] & both;
            long bits = (greater ? more : 0) | (less ? ~more & ~planes[unsure + w] : 0);
            planes[yes + w] |= bits & both & ~open;
            for (; open != 0; open &= open - 1) {
                int i = (w << 6) + Long.numberOfTrailingZeros(open);
                if (exact.test(i) ? equal : isYes(question, i)) {
                    planes[yes + w] |= open & -open;
                }
            }
        }
    }

    private void mark(long[] values, KeyRange range, boolean wanted, long[] aPresent, long[] bPresent, int yes) {
        int within = matcher.scratch();
        long[] planes = matcher.planes;
        matcher.kernel.valuesIn(values, range.least(), range.greatest(), planes, within);
        for (int w = 0; w < Block.WORDS; w++) {
            long bits = wanted ? planes[within + w] : ~planes[within + w];
            planes[yes + w] |= bits & aPresent[w] & bPresent[w];
        }
    }

    /// What is known whatever the values: a null beside anything answers no, two nulls are equal, one null
    /// differs.
    private void settle(
            Op op, boolean wanted, long[] aKnown, long[] aPresent, long[] bKnown, long[] bPresent, int yes, int known) {
        long[] planes = matcher.planes;
        for (int w = 0; w < Block.WORDS; w++) {
            long aNull = aKnown[w] & ~aPresent[w];
            long bNull = bKnown[w] & ~bPresent[w];
            long bothKnown = aKnown[w] & bKnown[w];
            planes[known + w] = op == Op.EQ ? bothKnown : bothKnown | aNull | bNull;
            planes[yes + w] = op != Op.EQ ? 0 : wanted ? aNull & bNull : bothKnown & (aNull ^ bNull);
        }
    }

    private void compareDates(Atom.Question question, Atom.Way.CompareDates atom, int yes, int known) {
        long[] aKnown = new long[Block.WORDS];
        long[] bKnown = new long[Block.WORDS];
        long[] days = new long[Block.ROWS];
        long[] less = new long[Block.ROWS];
        dates(atom.left(), aKnown, days);
        dates(atom.right(), bKnown, less);
        settle(atom.op(), question.wanted(), aKnown, aKnown, bKnown, bKnown, yes, known);
        for (int i = 0; i < Block.ROWS; i++) {
            less[i] = days[i] - less[i];
        }
        KeyRange range = KeyRange.of(atom.op(), BigDecimal.ZERO, 0);
        mark(less, range, question.wanted(), aKnown, bKnown, yes);
    }

    private void dates(Element element, long[] known, long[] days) {
        if (matcher.binding.table.column(element.id()) instanceof Ordered dates) {
            dates.known(matcher.firstRow(), known);
            dates.keys(matcher.firstRow(), days);
        } else {
            Arrays.fill(known, 0);
        }
    }
}
