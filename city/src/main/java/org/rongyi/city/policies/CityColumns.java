package org.rongyi.city.policies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Changes;
import org.rongyi.city.enterprises.Changes.Firm;
import org.rongyi.city.enterprises.Changes.Position;
import org.rongyi.rules.column.Table;
import org.springframework.stereotype.Component;

/// What rules may read of every firm of the register, as columns in memory: built from the facts when the city opens,
/// then
/// changed in place. A firm is changed as a whole; who matches meanwhile sees it before or after. One thread
/// builds and changes, any number read.
@Component
class CityColumns {
    /// Firms that are alike lie together: whole blocks of them are decided at once.
    private static final List<String> ORDER = List.of("operatingAreaCode", "industryCode", "entityType");

    private final Changes changes;
    private final Elements elements;
    private volatile @Nullable Filled filled;

    CityColumns(Changes changes, Elements elements) {
        this.changes = changes;
        this.elements = elements;
    }

    /// The columns with the firms whose rows they hold.
    static final class Filled {
        private final Table table;
        /// Of the rows that were there at first: the firms' numbers in rising order, and each one's row.
        private final long[] numbers;

        private final int[] rows;
        private final List<Long> late = new ArrayList<>();
        private final Map<Long, Integer> lateRows = new HashMap<>();
        private volatile Position position;
        private volatile long version;

        private Filled(Table table, long[] numbers, Position position) {
            this.table = table;
            this.numbers = numbers;
            this.rows = new int[numbers.length];
            for (int row = 0; row < rows.length; row++) {
                rows[table.appendedAs(row)] = row;
            }
            this.position = position;
        }

        Table table() {
            return table;
        }

        /// Where in the log of changes the columns stand.
        Position position() {
            return position;
        }

        /// Rises with every change.
        long version() {
            return version;
        }

        /// The number of the firm in a row.
        long number(int row) {
            return row < numbers.length ? numbers[table.appendedAs(row)] : late.get(row - numbers.length);
        }

        private void put(Firm firm) {
            int at = Arrays.binarySearch(numbers, firm.number());
            Integer row = at >= 0 ? Integer.valueOf(rows[at]) : lateRows.get(firm.number());
            if (row == null) {
                late.add(firm.number());
                lateRows.put(firm.number(), table.append(firm.portrait()));
            } else {
                table.set(row, firm.portrait());
            }
        }
    }

    /// Null as long as the columns are being built.
    @Nullable
    Filled filled() {
        return filled;
    }

    /// Reads every firm. What changes meanwhile lies behind the position and is followed.
    ///
    /// @param progress told the number of firms so far
    void build(LongConsumer progress) {
        Position position = changes.end();
        Table.Builder builder = Table.builder(elements.dictionary(), 0);
        long[][] numbers = {new long[1024]};
        int[] count = {0};
        changes.forEachFirm(firm -> {
            builder.append(firm.portrait());
            if (count[0] == numbers[0].length) {
                numbers[0] = Arrays.copyOf(numbers[0], 2 * count[0]);
            }
            numbers[0][count[0]++] = firm.number();
            progress.accept(count[0]);
        });
        fill(builder, Arrays.copyOf(numbers[0], count[0]), position);
    }

    /// @param numbers of the firms in the builder, rising
    void fill(Table.Builder rows, long[] numbers, Position position) {
        filled = new Filled(rows.orderedBy(ORDER).build(threads()), numbers, position);
    }

    static int threads() {
        return Runtime.getRuntime().availableProcessors();
    }

    /// Takes over what a batch of changes brought; one that lies behind or beyond the columns' position is left alone.
    ///
    /// @return false when the register was filled: the columns must be built anew
    boolean follow(Changes.Batch batch) {
        Filled now = filled;
        if (now == null
                || batch.from().compareTo(now.position) > 0
                || batch.end().compareTo(now.position) <= 0) {
            return true;
        }
        if (batch.everything()) {
            return false;
        }
        batch.firms().forEach(changed -> now.put(changed.firm()));
        now.position = batch.end();
        now.version++;
        return true;
    }
}
