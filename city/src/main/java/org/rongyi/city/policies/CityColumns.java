package org.rongyi.city.policies;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Changes;
import org.rongyi.city.enterprises.Changes.Firm;
import org.rongyi.city.enterprises.Changes.Position;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.rules.Element;
import org.rongyi.rules.column.Table;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What rules may read of every firm of the register, as columns in memory: built from the facts when the
/// city opens, then changed in place. A firm is changed as a whole; who matches meanwhile sees it before or
/// after. One thread builds and changes, any number match; the numbers of the firms are for that thread
/// alone.
@Component
class CityColumns {
    /// Firms that are alike lie together: whole blocks of them are decided at once.
    private static final List<String> ORDER = List.of("operatingAreaCode", "industryCode", "entityType");

    /// Each takes a connection, and the pages that are open need theirs.
    private static final int MOST_READERS = 4;

    private final Changes changes;
    private final Elements elements;
    private final @Nullable ColumnsFile kept;
    private volatile @Nullable Filled filled;

    /// @param data folder of the city's data; empty when it keeps none here
    CityColumns(Changes changes, Elements elements, @Value("${rongyi.data:}") String data) {
        this.changes = changes;
        this.elements = elements;
        this.kept = data.isBlank() ? null : new ColumnsFile(Path.of(data).resolve("columns"));
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

        Filled(Table table, long[] numbers, Position position) {
            this.table = table;
            int first = rising(numbers);
            this.numbers = Arrays.copyOf(numbers, first);
            this.rows = new int[first];
            for (int row = 0; row < first; row++) {
                rows[table.appendedAs(row)] = row;
            }
            for (int row = first; row < numbers.length; row++) {
                late.add(numbers[row]);
                lateRows.put(numbers[row], row);
            }
            this.position = position;
        }

        private static int rising(long[] numbers) {
            int first = Math.min(1, numbers.length);
            while (first < numbers.length && numbers[first] > numbers[first - 1]) {
                first++;
            }
            return first;
        }

        Table table() {
            return table;
        }

        /// Where in the log of changes the columns stand.
        Position position() {
            return position;
        }

        /// Rises with every change, once before it and once after.
        long version() {
            return version;
        }

        /// Whether nothing was being changed at this version.
        static boolean atRest(long version) {
            return version % 2 == 0;
        }

        /// The number of the firm in a row.
        long number(int row) {
            return row < numbers.length ? numbers[table.appendedAs(row)] : late.get(row - numbers.length);
        }

        /// The numbers of the firms in the order in which they were added.
        long[] numbers() {
            long[] all = Arrays.copyOf(numbers, numbers.length + late.size());
            for (int i = 0; i < late.size(); i++) {
                all[numbers.length + i] = late.get(i);
            }
            return all;
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

    /// Takes what the last process left in its file, if it is of this register; what changed since lies behind its
    /// position.
    boolean load() {
        filled = kept == null
                ? null
                : kept.read(elements.dictionary(), source(), changes.end()).orElse(null);
        return filled != null;
    }

    /// Leaves a file for the next process. Nobody changes the columns meanwhile.
    void save() {
        Filled now = filled;
        if (kept != null && now != null) {
            kept.write(now, source());
        }
    }

    private ColumnsFile.Source source() {
        StringBuilder told = new StringBuilder().append(changes.fold());
        for (ElementDefinition each : elements.all()) {
            Element element = each.element();
            told.append(
                    "\n%s %s %s %s".formatted(element.id(), element.type(), element.formula(), each.classification()));
        }
        return new ColumnsFile.Source(
                changes.log(), UUID.nameUUIDFromBytes(told.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /// Reads every firm. What changes meanwhile lies behind the position and is followed.
    ///
    /// @param progress told the number of firms so far
    void build(LongConsumer progress) {
        Position position = changes.end();
        Table.Builder builder = Table.builder(elements.dictionary()).withRoomForTyping();
        long[][] numbers = {new long[1024]};
        int[] count = {0};
        changes.forEachRow(Math.min(threads(), MOST_READERS), (number, _, row) -> {
            builder.append(row);
            if (count[0] == numbers[0].length) {
                numbers[0] = Arrays.copyOf(numbers[0], 2 * count[0]);
            }
            numbers[0][count[0]++] = number;
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
        now.version++;
        try {
            batch.firms().forEach(changed -> now.put(changed.firm()));
            now.position = batch.end();
        } finally {
            now.version++;
        }
        return true;
    }
}
