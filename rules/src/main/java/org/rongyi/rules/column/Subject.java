package org.rongyi.rules.column;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.plan.Node;
import org.rongyi.rules.plan.Op;
import org.rongyi.rules.row.Judge;

/// What several atoms ask about: one element, or one number that several compare with constants. All their answers
/// hang on its value alone, so they are found together, and are remembered. Safe for many threads.
final class Subject {

    /// Values remembered; beyond this all are forgotten, so that texts that never come again do not pile up.
    private static final int MOST_VALUES = 4096;

    private final Node node;
    private final boolean numbers;
    private final List<Atom> atoms;
    private final int[] numbersOfAtoms;
    private final List<BigDecimal> thresholds;
    private final AtomicReferenceArray<byte @Nullable []> byPosition;
    private final Map<Object, byte[]> byValue = new ConcurrentHashMap<>();

    /// @param node    what they ask about
    /// @param numbers whether all compare it with a number
    Subject(Node node, boolean numbers, List<Atom> atoms, int[] numbersOfAtoms) {
        this.node = node;
        this.numbers = numbers;
        this.atoms = List.copyOf(atoms);
        this.numbersOfAtoms = numbersOfAtoms;
        List<BigDecimal> sorted = new ArrayList<>();
        if (numbers) {
            atoms.stream()
                    .map(Subject::threshold)
                    .sorted(Comparator.naturalOrder())
                    .filter(t -> sorted.isEmpty() || sorted.getLast().compareTo(t) < 0)
                    .forEach(sorted::add);
        }
        this.thresholds = List.copyOf(sorted);
        this.byPosition = new AtomicReferenceArray<>(2 * sorted.size() + 1);
    }

    private static BigDecimal threshold(Atom atom) {
        return (BigDecimal) constant(atom);
    }

    private static Object constant(Atom atom) {
        if (atom.question().node() instanceof Node.Apply a
                && a.arguments().getLast() instanceof Node.Constant(var type, var value)
                && value != null) {
            return value;
        }
        throw new IllegalStateException("(%s) compares with no constant".formatted(atom));
    }

    /// The node that an atom compares with a number, or null where it does something else.
    static @Nullable Node comparedWithNumber(Atom atom) {
        return atom.question().node() instanceof Node.Apply a
                        && Atom.isComparison(a.op())
                        && a.arguments().getLast() instanceof Node.Constant(var type, BigDecimal constant)
                ? a.arguments().getFirst()
                : null;
    }

    /// The numbers of its atoms.
    int[] atoms() {
        return numbersOfAtoms;
    }

    /// The answers for a row, as [RowRules] numbers them, in the order of [#atoms].
    byte[] answers(Judge judge) {
        Object value = judge.value(node);
        if (value instanceof BigDecimal number && numbers) {
            int position = position(number);
            byte[] known = byPosition.get(position);
            if (known == null) {
                known = compared(position);
                byPosition.set(position, known);
            }
            return known;
        }
        Object key = value == null ? Op.EQ : value;
        byte[] known = byValue.get(key);
        if (known == null) {
            known = asked(judge);
            if (byValue.size() >= MOST_VALUES) {
                byValue.clear();
            }
            byValue.put(kept(key), known);
        }
        return known;
    }

    /// Where a number stands among the thresholds: `2i + 1` at the `i`-th, `2i` below it.
    private int position(BigDecimal number) {
        int low = 0;
        int high = thresholds.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = thresholds.get(middle).compareTo(number);
            if (order == 0) {
                return 2 * middle + 1;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle;
        }
        return 2 * low;
    }

    private byte[] compared(int position) {
        byte[] answers = new byte[atoms.size()];
        for (int i = 0; i < answers.length; i++) {
            Atom atom = atoms.get(i);
            int order = Integer.compare(position, position(threshold(atom)));
            boolean holds = Atom.holds(((Node.Apply) atom.question().node()).op(), order);
            answers[i] = holds == atom.question().wanted() ? RowRules.YES : RowRules.NO;
        }
        return answers;
    }

    private byte[] asked(Judge judge) {
        byte[] answers = new byte[atoms.size()];
        for (int i = 0; i < answers.length; i++) {
            Atom.Question question = atoms.get(i).question();
            answers[i] = RowRules.number(judge.ask(question.node(), question.wanted()));
        }
        return answers;
    }

    /// A value that nobody can change any more.
    private static Object kept(Object value) {
        return switch (value) {
            case Set<?> set -> Set.copyOf(set);
            case Collection<?> list -> List.copyOf(list);
            default -> value;
        };
    }
}
