package org.rongyi.city.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Words;

/// A count of one or two could point at somebody, so it is not shown. Nor is a count from which it could be worked out:
/// the sum of its line is known, so a line that hides exactly one count hides its next smallest too.
public final class SmallCounts {
    /// What stands in the place of a hidden count. Both kinds look the same, so that nobody learns which was the small
    /// one.
    public static final Words HIDDEN = new Words("不公布", "hidden");

    private static final long LEAST_SHOWN = 3;

    private final List<List<Long>> counts;
    private final boolean[][] hidden;

    private SmallCounts(List<List<Long>> counts) {
        this.counts = counts;
        this.hidden = new boolean[counts.size()]
                [counts.isEmpty() ? 0 : counts.getFirst().size()];
    }

    /// One column of counts whose sum is known; null in the place of a hidden one.
    public static List<@Nullable Long> hideIn(List<Long> column) {
        List<@Nullable Long> shown = new ArrayList<>();
        hide(column.stream().map(List::of).toList(), false).forEach(row -> shown.add(row.getFirst()));
        return shown;
    }

    /// Rows of equal length whose columns have known sums; null in the place of a hidden count. The same table gives
    /// the
    /// same answer wherever it is shown, else one page would give away what another hides.
    ///
    /// @param rowSums whether the sum of each row is known as well
    public static List<List<@Nullable Long>> hide(List<List<Long>> rows, boolean rowSums) {
        SmallCounts table = new SmallCounts(rows);
        table.hideSmall();
        while (table.hideBeside(rowSums)) {
            // what was hidden for a row may be the only one of its column
        }
        return table.shown();
    }

    private void hideSmall() {
        for (int row = 0; row < hidden.length; row++) {
            for (int column = 0; column < hidden[row].length; column++) {
                long count = counts.get(row).get(column);
                hidden[row][column] = count > 0 && count < LEAST_SHOWN;
            }
        }
    }

    private record Cell(int row, int column) {}

    /// Whether something more was hidden.
    private boolean hideBeside(boolean rowSums) {
        int rows = hidden.length;
        int columns = rows == 0 ? 0 : hidden[0].length;
        boolean more = false;
        for (int column = 0; column < columns; column++) {
            int at = column;
            more |= hideBeside(rows, row -> new Cell(row, at));
        }
        for (int row = 0; row < rows && rowSums; row++) {
            int at = row;
            more |= hideBeside(columns, column -> new Cell(at, column));
        }
        return more;
    }

    private boolean hideBeside(int length, IntFunction<Cell> line) {
        List<Cell> cells = IntStream.range(0, length).mapToObj(line).toList();
        if (cells.stream().filter(this::isHidden).count() != 1) {
            return false;
        }
        return cells.stream()
                .filter(cell -> !isHidden(cell))
                .min((a, b) -> Long.compare(count(a), count(b)))
                .map(cell -> hidden[cell.row()][cell.column()] = true)
                .orElse(false);
    }

    private boolean isHidden(Cell cell) {
        return hidden[cell.row()][cell.column()];
    }

    private long count(Cell cell) {
        return counts.get(cell.row()).get(cell.column());
    }

    private List<List<@Nullable Long>> shown() {
        List<List<@Nullable Long>> shown = new ArrayList<>();
        for (int row = 0; row < hidden.length; row++) {
            List<@Nullable Long> cells = new ArrayList<>();
            for (int column = 0; column < hidden[row].length; column++) {
                cells.add(hidden[row][column] ? null : counts.get(row).get(column));
            }
            shown.add(cells);
        }
        return shown;
    }
}
