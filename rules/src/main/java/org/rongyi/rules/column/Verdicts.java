package org.rongyi.rules.column;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Row;
import org.rongyi.rules.plan.Node;
import org.rongyi.rules.plan.Op;
import org.rongyi.rules.row.Judge;
import org.rongyi.rules.row.Verdict;

/// Answers atoms over one column for every value that the column has. What is computed from the values (an
/// age in years, the length of a text) is computed once for all atoms that compare it.
final class Verdicts {

    private final LocalDate asOf;
    private final Map<Column, Map<Node, @Nullable Object[]>> computed = new IdentityHashMap<>();

    Verdicts(LocalDate asOf) {
        this.asOf = asOf;
    }

    /// The answers as a test of codes, or null where the column is not coded in a way that allows one.
    CodeTest test(Atom.Question question, String element, Column column) {
        Verdict whenMissing = judge(element, null, question);
        if (column instanceof Ordered ordered) {
            CodeTest byKeys = byKeys(question, ordered, whenMissing);
            return byKeys != null ? byKeys : byBounds(question, element, ordered, whenMissing);
        }
        Coded coded = (Coded) column;
        int limit = coded.limit();
        long[] table = new long[Bits.words(limit)];
        if (!bySearch(question, coded, table, limit)) {
            byJudge(question, element, coded, table, limit);
        }
        return CodeTest.ofValues(coded, whenMissing, table, limit);
    }

    private Verdict judge(String element, @Nullable Object value, Atom.Question question) {
        Row row = id -> id.equals(element) ? value : null;
        return new Judge(row, asOf).ask(question.node(), question.wanted());
    }

    private @Nullable Object constant(Node node) {
        Row nothing = id -> null;
        return new Judge(nothing, asOf).constant(node);
    }

    // ------------------------------------------------------------------------------------------- comparisons of keys

    /// A stored number or date compared with what reads nothing, or with some numbers.
    private @Nullable CodeTest byKeys(Atom.Question question, Ordered column, Verdict whenMissing) {
        if (question.node() instanceof Node.Absent(Node.Stored s)) {
            return CodeTest.ofKeys(column, whenMissing, new KeyRange[0], question.wanted());
        }
        if (!(question.node() instanceof Node.Apply a) || !(a.arguments().getFirst() instanceof Node.Stored)) {
            return null;
        }
        Node right = a.arguments().getLast();
        if (Atom.isAmongNumbers(a)) {
            List<KeyRange> ranges = new ArrayList<>();
            Collection<?> items = (Collection<?>) ((Node.Constant) right).value();
            for (Object item : items == null ? List.of() : items) {
                if (item != null) {
                    ranges.add(range(Op.EQ, item, column));
                }
            }
            return CodeTest.ofKeys(column, whenMissing, ranges.toArray(KeyRange[]::new), question.wanted());
        }
        if (!Atom.isComparison(a.op()) || !Atom.readsNothing(right)) {
            return null;
        }
        Object bound = constant(right);
        if (bound == null) {
            boolean always = a.op() == Op.EQ && !question.wanted();
            return CodeTest.ofKeys(column, whenMissing, new KeyRange[0], !always);
        }
        KeyRange[] ranges = {range(a.op(), bound, column)};
        return CodeTest.ofKeys(column, whenMissing, ranges, question.wanted());
    }

    private static KeyRange range(Op op, Object bound, Ordered column) {
        return bound instanceof LocalDate day
                ? KeyRange.of(op, BigDecimal.valueOf(day.toEpochDay()), 0)
                : KeyRange.of(op, (BigDecimal) bound, column.scale());
    }

    /// Any other question about a number or date: asked of every bound; of keys between them when they occur.
    private CodeTest byBounds(Atom.Question question, String element, Ordered column, Verdict whenMissing) {
        long[] table = new long[Bits.words(column.limit())];
        @Nullable Object[] left = null;
        Op op = null;
        Object bound = null;
        if (question.node() instanceof Node.Apply a
                && Atom.isComparison(a.op())
                && Atom.readsNothing(a.arguments().getLast())) {
            op = a.op();
            bound = constant(a.arguments().getLast());
            left = values(a.arguments().getFirst(), element, column);
        }
        for (int code = 2; code < column.limit(); code += 2) {
            boolean yes = left == null || op == null
                    ? judge(element, column.value(code, 0), question) == Verdict.YES
                    : Boolean.valueOf(question.wanted()).equals(op.apply(left[code], bound));
            if (yes) {
                Bits.set(table, code);
            }
        }
        LongPredicate exact = key -> judge(element, column.value(key), question) == Verdict.YES;
        return CodeTest.ofBounds(column, whenMissing, table, exact);
    }

    /// The values of an expression for every code of its column.
    @Nullable
    Object[] values(Node node, String element, Column column) {
        Map<Node, @Nullable Object[]> ofColumn = computed.computeIfAbsent(column, c -> new java.util.HashMap<>());
        @Nullable Object[] known = ofColumn.get(node);
        if (known != null && known.length >= column.limit()) {
            return known;
        }
        int limit = column.limit();
        @Nullable Object[] values = known == null ? new Object[limit] : Arrays.copyOf(known, limit);
        int step = column instanceof Ordered ? 2 : 1;
        for (int code = known == null ? step : known.length; code < limit; code += step) {
            values[code] = value(node, element, column.value(code, 0));
        }
        ofColumn.put(node, values);
        return values;
    }

    /// The value of an expression for one value of its element.
    @Nullable
    Object value(Node node, String element, @Nullable Object value) {
        Row row = id -> id.equals(element) ? value : null;
        return new Judge(row, asOf).constant(node);
    }

    // ------------------------------------------------------------------------------------------------------ texts

    /// Equality and membership: the value is looked up rather than compared with all. False for other
    /// questions.
    private boolean bySearch(Atom.Question question, Coded column, long[] table, int limit) {
        if (!(question.node() instanceof Node.Apply a)
                || !(a.arguments().getFirst() instanceof Node.Stored)
                || !(a.arguments().getLast() instanceof Node.Constant c)
                || c.value() == null
                || a.arguments().size() != 2) {
            return false;
        }
        Collection<?> wanted = switch (a.op()) {
            case EQ -> c.value() instanceof Collection<?> ? null : List.of(c.value());
            case MEMBER -> (Collection<?>) c.value();
            default -> null;
        };
        if (wanted == null) {
            return false;
        }
        for (Object value : wanted) {
            int code = value == null ? 0 : column.code(Coded.kept(value));
            if (code > 0 && code < limit) {
                Bits.set(table, code);
            }
        }
        if (!question.wanted()) {
            for (int w = 0; w < table.length; w++) {
                table[w] = ~table[w];
            }
            table[0] &= -2L;
        }
        return true;
    }

    private void byJudge(Atom.Question question, String element, Coded column, long[] table, int limit) {
        Object bound = question.node() instanceof Node.Apply a
                        && a.arguments().size() == 2
                        && a.arguments().getFirst() instanceof Node.Stored
                        && a.arguments().getLast() instanceof Node.Constant c
                ? c.value()
                : null;
        for (int code = 1; code < limit; code++) {
            Object value = column.value(code, 0);
            boolean yes = bound != null
                    ? Boolean.valueOf(question.wanted())
                            .equals(((Node.Apply) question.node()).op().apply(value, bound))
                    : judge(element, value, question) == Verdict.YES;
            if (yes) {
                Bits.set(table, code);
            }
        }
    }
}
