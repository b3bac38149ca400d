package org.rongyi.rules.column;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Row;
import org.rongyi.rules.row.Judge;
import org.rongyi.rules.row.Verdict;

/// Answers of [Atom.Way.PerValue] atoms over one table at one date: one per distinct value, found when first needed.
/// Shared among
/// threads: two may find the same answer at once, and it is the same.
final class Answers {

    private static final Verdict[] VERDICTS = Verdict.values();

    private final Atom atom;
    private final LocalDate asOf;
    private final String element;
    private final @Nullable Column column;
    private final Verdict whenMissing;
    private final byte[] found;

    private Answers(Atom atom, String element, Table table, LocalDate asOf) {
        this.atom = atom;
        this.asOf = asOf;
        this.element = element;
        this.column = table.column(element);
        this.whenMissing = judge(null);
        this.found = new byte[distinct(column)];
    }

    /// Answers for all atoms that go by value; null for the others.
    static List<@Nullable Answers> of(List<Atom> atoms, Table table, LocalDate asOf) {
        List<@Nullable Answers> answers = new ArrayList<>();
        for (Atom atom : atoms) {
            boolean perValue = atom.way() instanceof Atom.Way.PerValue;
            answers.add(
                    perValue
                            ? new Answers(
                                    atom,
                                    ((Atom.Way.PerValue) atom.way()).element().id(),
                                    table,
                                    asOf)
                            : null);
        }
        return answers;
    }

    /// Places for distinct values; none where days are spread too widely to number them.
    private static int distinct(@Nullable Column column) {
        return switch (column) {
            case Column.Coded c -> c.distinctValues();
            case Column.Booleans b -> 2;
            case Column.Dates d -> {
                long span = (long) d.last() - d.first() + 1;
                yield span > 0 && span <= 1_000_000 ? (int) span : 0;
            }
            case Column.Numbers n -> 0;
            case null -> 0;
        };
    }

    private Verdict judge(@Nullable Object value) {
        Row row = id -> id.equals(element) ? value : null;
        return new Judge(row, asOf).ask(atom.node(), atom.wanted());
    }

    /// Fills the planes for a block.
    void fill(Planes planes, int firstRow, int rows) {
        switch (column) {
            case Column.Coded c ->
                fill(planes, firstRow, rows, c, i -> verdict(c.code(i), () -> c.distinctValue(c.code(i))));
            case Column.Booleans b -> fill(planes, firstRow, rows, b, i -> verdict(b.load(i) ? 1 : 0, () -> b.load(i)));
            case Column.Dates d ->
                fill(
                        planes,
                        firstRow,
                        rows,
                        d,
                        i -> verdict(found.length == 0 ? -1 : d.day(i) - d.first(), () -> d.load(i)));
            case Column.Numbers n ->
                throw new IllegalStateException("numbers are compared, not numbered (" + element + ")");
            case null -> {
                for (int i = 0; i < rows; i++) {
                    planes.put(i, whenMissing);
                }
            }
        }
    }

    private void fill(Planes planes, int firstRow, int rows, Column present, IntFunction<Verdict> verdictOfRow) {
        for (int i = 0; i < rows; i++) {
            planes.put(i, present.has(firstRow + i) ? verdictOfRow.apply(firstRow + i) : whenMissing);
        }
    }

    private Verdict verdict(int place, Supplier<Object> value) {
        if (place < 0) {
            return judge(value.get());
        }
        if (found[place] == 0) {
            found[place] = (byte) (judge(value.get()).ordinal() + 1);
        }
        return VERDICTS[found[place] - 1];
    }
}
