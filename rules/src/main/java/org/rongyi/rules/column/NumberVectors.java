package org.rongyi.rules.column;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Element;
import org.rongyi.rules.Row;
import org.rongyi.rules.plan.Node;
import org.rongyi.rules.plan.Op;
import org.rongyi.rules.plan.Type;
import org.rongyi.rules.row.Judge;

/// Computes number expressions for a block, each once. Sums and products of scaled longs are exact; where one
/// could overflow, and for quotients, values are near and carry their error: who compares them asks the row
/// engine where that is not enough.
final class NumberVectors {

    /// What an expression stands on beside numbers.
    interface Conditions {

        /// Fills the planes of a condition: rows where it is true, rows where it is not.
        void planes(Node condition, long[] isTrue, long[] isNot);
    }

    private final Kernel kernel;
    private final Table table;
    private final LocalDate asOf;
    private final Verdicts verdicts;
    private final Conditions conditions;
    private final Map<Node, NumberVector> vectors = new IdentityHashMap<>();
    private final Map<Node, CodedNumbers> coded = new IdentityHashMap<>();
    private int firstRow;

    NumberVectors(Kernel kernel, Table table, LocalDate asOf, Conditions conditions) {
        this.kernel = kernel;
        this.table = table;
        this.asOf = asOf;
        this.verdicts = new Verdicts(asOf);
        this.conditions = conditions;
    }

    /// Whether a node can be computed: number columns, arithmetic, `if`, numbers made of one other column,
    /// constants.
    static boolean canCompute(Node node) {
        if (node.type() != Type.NUMBER) {
            return false;
        }
        Set<Element> elements = Atom.elements(node);
        if (elements.isEmpty() || isOfOneOtherColumn(elements)) {
            return true;
        }
        return switch (node) {
            case Node.Stored s -> true;
            case Node.Derived d -> canCompute(d.formula());
            case Node.If i -> canCompute(i.yes()) && canCompute(i.no()) && isFast(i.condition());
            case Node.Apply a ->
                switch (a.op()) {
                    case ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE ->
                        canCompute(a.arguments().getFirst())
                                && canCompute(a.arguments().getLast());
                    default -> false;
                };
            default -> false;
        };
    }

    private static boolean isOfOneOtherColumn(Set<Element> elements) {
        return elements.size() == 1 && Type.of(elements.iterator().next().type()) != Type.NUMBER;
    }

    private static boolean isFast(Node condition) {
        return switch (condition) {
            case Node.All a -> a.parts().stream().allMatch(NumberVectors::isFast);
            case Node.Any a -> a.parts().stream().allMatch(NumberVectors::isFast);
            case Node.Not n -> isFast(n.operand());
            case Node.If i -> isFast(i.condition()) && isFast(i.yes()) && isFast(i.no());
            case Node.Derived d -> isFast(d.formula());
            default -> !Atom.of(new Atom.Question(condition, true)).slow();
        };
    }

    /// Begins a block.
    void start(int first) {
        firstRow = first;
    }

    NumberVector of(Node node) {
        NumberVector vector = vectors.computeIfAbsent(node, n -> new NumberVector());
        int block = firstRow / Block.ROWS;
        if (vector.block != block && !(vector.isConstant && vector.block >= 0)) {
            compute(node, vector);
            vector.block = block;
        }
        return vector;
    }

    /// Forgets what was computed of rows: they may have changed since.
    void forget() {
        for (NumberVector vector : vectors.values()) {
            vector.block = vector.isConstant ? vector.block : -1;
        }
    }

    private void compute(Node node, NumberVector into) {
        Set<Element> elements = Atom.elements(node);
        if (elements.isEmpty()) {
            constant((BigDecimal) judge(id -> null).constant(node), into);
            into.isConstant = true;
            return;
        }
        if (isOfOneOtherColumn(elements)) {
            ofCodes(node, elements.iterator().next().id(), into);
            return;
        }
        switch (node) {
            case Node.Stored s -> stored(s, into);
            case Node.Derived d -> copy(of(d.formula()), into);
            case Node.If i -> choice(i, into);
            case Node.Apply a -> {
                NumberVector left = of(a.arguments().getFirst());
                NumberVector right = of(a.arguments().getLast());
                apply(a.op(), left, a.arguments().getLast(), right, into);
            }
            default -> throw new IllegalStateException("(%s) is not computed".formatted(node));
        }
    }

    private Judge judge(Row row) {
        return new Judge(row, asOf);
    }

    private void constant(@Nullable BigDecimal value, NumberVector into) {
        Arrays.fill(into.known, -1L);
        Arrays.fill(into.present, value == null ? 0 : -1L);
        int scale = value == null ? 0 : Math.max(0, value.scale());
        Long key = value == null ? Long.valueOf(0) : scale > 18 ? null : Ordered.scaled(value, scale);
        if (key != null) {
            Arrays.fill(into.beginScaled(scale), key);
            into.endScaled();
        } else if (value != null) {
            into.beginApproximate();
            Arrays.fill(into.values, value.doubleValue());
            Arrays.fill(into.errors, NumberVector.rounding(value.doubleValue()));
        }
    }

    private void stored(Node.Stored node, NumberVector into) {
        String id = node.element().id();
        if (!(table.column(id) instanceof Ordered column)) {
            ofCodes(node, id, into);
            return;
        }
        column.known(firstRow, into.known);
        System.arraycopy(into.known, 0, into.present, 0, Block.WORDS);
        column.keys(firstRow, into.beginScaled(column.scale()));
        into.endScaled();
    }

    /// A number made of one column that is no number, or a column of numbers that no long holds.
    private void ofCodes(Node node, String elementId, NumberVector into) {
        Column column = table.column(elementId);
        if (column == null) {
            Arrays.fill(into.known, 0);
            Arrays.fill(into.present, 0);
            Arrays.fill(into.beginScaled(0), 0);
            into.endScaled();
            return;
        }
        coded.computeIfAbsent(node, n -> new CodedNumbers(n, elementId, column, verdicts))
                .fill(firstRow, into);
    }

    private static void copy(NumberVector from, NumberVector into) {
        System.arraycopy(from.known, 0, into.known, 0, Block.WORDS);
        System.arraycopy(from.present, 0, into.present, 0, Block.WORDS);
        if (from.isScaled()) {
            System.arraycopy(from.scaled, 0, into.beginScaled(from.scale), 0, Block.ROWS);
            into.largest = from.largest;
        } else {
            into.beginApproximate();
            System.arraycopy(from.values, 0, into.values, 0, Block.ROWS);
            System.arraycopy(from.errors, 0, into.errors, 0, Block.ROWS);
        }
    }

    private void choice(Node.If iff, NumberVector into) {
        long[] isTrue = new long[Block.WORDS];
        long[] isNot = new long[Block.WORDS];
        conditions.planes(iff.condition(), isTrue, isNot);
        NumberVector yes = of(iff.yes());
        NumberVector no = of(iff.no());
        for (int w = 0; w < Block.WORDS; w++) {
            into.known[w] = isTrue[w] & yes.known[w] | isNot[w] & no.known[w];
            into.present[w] = isTrue[w] & yes.present[w] | isNot[w] & no.present[w];
        }
        long[] factors = yes.isScaled() && no.isScaled() ? NumberVector.factors(yes, no) : new long[0];
        if (factors.length > 0) {
            long[] scaled = into.beginScaled(Math.max(yes.scale, no.scale));
            kernel.choose(isTrue, yes.scaled, factors[0], no.scaled, factors[1], scaled);
            into.largest = Math.max(yes.largest * factors[0], no.largest * factors[1]);
            return;
        }
        yes.approximate();
        no.approximate();
        into.beginApproximate();
        for (int i = 0; i < Block.ROWS; i++) {
            NumberVector branch = Bits.get(isTrue, i) ? yes : no;
            into.values[i] = branch.values[i];
            into.errors[i] = branch.errors[i];
        }
    }

    private void apply(Op op, NumberVector a, Node right, NumberVector b, NumberVector into) {
        for (int w = 0; w < Block.WORDS; w++) {
            long nulls = a.known[w] & ~a.present[w] | b.known[w] & ~b.present[w];
            into.known[w] = a.known[w] & b.known[w] | nulls;
            into.present[w] = a.present[w] & b.present[w];
        }
        if (op == Op.DIVIDE) {
            withoutZeros(right, b, into.present);
        } else if (a.isScaled() && b.isScaled() && scaled(op, a, b, into)) {
            into.endScaled();
            return;
        }
        a.approximate();
        b.approximate();
        into.beginApproximate();
        Approximation.apply(kernel, op, a, b, into);
    }

    /// A division by zero is null. Whether a near divisor is zero the row engine says.
    private void withoutZeros(Node node, NumberVector divisor, long[] present) {
        if (divisor.isScaled()) {
            for (int w = 0; w < Block.WORDS; w++) {
                long filled = 0;
                for (int i = 63; i >= 0; i--) {
                    filled = filled << 1 | (divisor.scaled[(w << 6) + i] == 0 ? 0 : 1);
                }
                present[w] &= filled;
            }
            return;
        }
        for (int w = 0; w < Block.WORDS; w++) {
            for (long open = present[w]; open != 0; open &= open - 1) {
                int i = (w << 6) + Long.numberOfTrailingZeros(open);
                if (Math.abs(divisor.values[i]) <= divisor.errors[i]
                        && judge(table.rowUnderLock(firstRow + i)).constant(node) instanceof BigDecimal n
                        && n.signum() == 0) {
                    present[w] &= ~(open & -open);
                }
            }
        }
    }

    /// The operation on longs; false where one could overflow.
    private static boolean scaled(Op op, NumberVector a, NumberVector b, NumberVector into) {
        if (op == Op.MULTIPLY) {
            if (!NumberVector.productFits(a, b)) {
                return false;
            }
            long[] result = into.beginScaled(a.scale + b.scale);
            for (int i = 0; i < Block.ROWS; i++) {
                result[i] = a.scaled[i] * b.scaled[i];
            }
            return true;
        }
        if (op == Op.NEGATE) {
            long[] result = into.beginScaled(a.scale);
            for (int i = 0; i < Block.ROWS; i++) {
                result[i] = -a.scaled[i];
            }
            return true;
        }
        long[] factors = NumberVector.factors(a, b);
        if (factors.length == 0) {
            return false;
        }
        long left = factors[0];
        long other = op == Op.ADD ? factors[1] : -factors[1];
        long[] result = into.beginScaled(Math.max(a.scale, b.scale));
        for (int i = 0; i < Block.ROWS; i++) {
            result[i] = a.scaled[i] * left + b.scaled[i] * other;
        }
        return true;
    }
}
