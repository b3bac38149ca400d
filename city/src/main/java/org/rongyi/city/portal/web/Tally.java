package org.rongyi.city.portal.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.ui.Bars;
import org.rongyi.city.ui.CsvTable;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.Words;

/// A table of counts as people may see it: as bars on a page, as lines of a file.
///
/// @param heads what each number of a row counts
record Tally(Words caption, Words rowHead, List<Head> heads, List<Row> rows) {
    /// @param style class of the bar, see [Bars.Series]
    record Head(Words words, String style) {}

    /// @param href where the row leads; empty for nowhere
    /// @param counts null where [org.rongyi.city.ui.SmallCounts] hides one
    record Row(String code, Words name, String href, List<@Nullable Long> counts) {}

    Bars bars(Page page) {
        List<Bars.Series> series = heads.stream()
                .map(head -> new Bars.Series(page.say(head.words()), head.style()))
                .toList();
        List<Bars.Bar> bars = rows.stream()
                .map(row -> new Bars.Bar(page.say(row.name()), row.href().isEmpty() ? null : row.href(), row.counts()))
                .toList();
        return new Bars(page.say(caption), page.say(rowHead), series, bars);
    }

    void write(Page page, CsvTable table) {
        List<String> head = new ArrayList<>(List.of(page.say("代码", "code"), page.say(rowHead)));
        heads.forEach(each -> head.add(page.say(each.words())));
        table.row(head);
        for (Row row : rows) {
            List<String> cells = new ArrayList<>(List.of(row.code(), page.say(row.name())));
            row.counts().forEach(count -> cells.add(count == null ? page.count(null) : Long.toString(count)));
            table.row(cells);
        }
    }
}
