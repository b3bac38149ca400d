package org.rongyi.rules.column;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Element;
import org.rongyi.rules.Row;
import org.rongyi.rules.plan.Node;
import org.rongyi.rules.row.Judge;
import org.rongyi.rules.row.Verdict;

/// A circuit on a table at a date: what its atoms mean in the codes of the columns. Safe for many threads.
final class Binding {

    final Circuit circuit;
    final Table table;
    final LocalDate asOf;
    private final int version;
    private final Verdicts verdicts;
    private final AtomicReferenceArray<@Nullable CodeTest> tests;
    private final @Nullable Verdict[] fixed;
    private final int[] columnOf;
    private final List<Column> columns = new ArrayList<>();

    /// While who calls keeps the columns of the table from being built anew.
    Binding(Circuit circuit, Table table, LocalDate asOf) {
        this.circuit = circuit;
        this.table = table;
        this.asOf = asOf;
        this.version = table.version();
        this.verdicts = new Verdicts(asOf);
        int atoms = circuit.atoms().size();
        this.tests = new AtomicReferenceArray<>(atoms);
        this.fixed = new Verdict[atoms];
        this.columnOf = new int[atoms];
        Map<Column, Integer> numbers = new IdentityHashMap<>();
        for (int i = 0; i < atoms; i++) {
            bind(i, circuit.atoms().get(i), numbers);
        }
    }

    private void bind(int number, Atom atom, Map<Column, Integer> numbers) {
        columnOf[number] = -1;
        Element element = columnElement(atom);
        if (atom.way() instanceof Atom.Way.Once) {
            fixed[number] = nothingKnown(atom);
        } else if (element != null) {
            Column column = table.column(element.id());
            if (column == null) {
                fixed[number] = nothingKnown(atom);
                return;
            }
            tests.set(number, verdicts.test(atom.question(), element.id(), column));
            Integer known = numbers.putIfAbsent(column, columns.size());
            if (known == null) {
                columns.add(column);
            }
            columnOf[number] = known == null ? columns.size() - 1 : known;
        }
    }

    private Verdict nothingKnown(Atom atom) {
        Row nothing = id -> null;
        return new Judge(nothing, asOf)
                .ask(atom.question().node(), atom.question().wanted());
    }

    /// The element whose column alone answers an atom, or null.
    static @Nullable Element columnElement(Atom atom) {
        return switch (atom.way()) {
            case Atom.Way.PerValue v -> v.element();
            case Atom.Way.CompareNumbers c ->
                c.left() instanceof Node.Stored s && Atom.readsNothing(c.right()) ? s.element() : null;
            case Atom.Way.AbsentNumber a -> a.operand() instanceof Node.Stored s ? s.element() : null;
            default -> null;
        };
    }

    /// Whether this binding serves for a table and date as they are now.
    boolean serves(Table other, LocalDate date) {
        return table == other && version == other.version() && asOf.equals(date);
    }

    /// The answer that an atom has for all rows, or null.
    @Nullable
    Verdict fixed(int atom) {
        return fixed[atom];
    }

    /// The test of codes that answers an atom, or null. A column that got more values since is tested again.
    @Nullable
    CodeTest test(int atom) {
        CodeTest test = tests.get(atom);
        return test == null || test.limit == test.column.limit() ? test : testedAgain(atom);
    }

    private synchronized CodeTest testedAgain(int number) {
        Atom atom = circuit.atoms().get(number);
        Element element = columnElement(atom);
        CodeTest test = tests.get(number);
        if (element == null || test == null) {
            throw new IllegalStateException("atom (%s) is not tested by codes".formatted(atom));
        }
        if (test.limit < test.column.limit()) {
            test = verdicts.test(atom.question(), element.id(), test.column);
            tests.set(number, test);
        }
        return test;
    }

    /// The number of the column that answers an atom.
    int columnOf(int atom) {
        return columnOf[atom];
    }

    /// The columns that answer atoms alone.
    List<Column> columns() {
        return columns;
    }
}
