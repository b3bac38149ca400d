package org.rongyi.city.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bar chart that is a table first: every number stands in a cell, the bars are drawn in. In the language of the
/// page.
///
/// @param series names of the stacked parts, in the order of each bar's parts; one entry: no legend is shown
/// @param rowHead head of the first column
public record Bars(String caption, String rowHead, List<Series> series, List<Bar> bars) {
    public Bars {
        series = List.copyOf(series);
        bars = List.copyOf(bars);
    }

    /// @param style class of the fill: `b-yes`, `b-ask`, `b-no`, `b-plain`
    public record Series(String name, String style) {}

    /// @param href where the bar leads; null for nowhere
    /// @param parts one number a series; null where [SmallCounts] hides it
    public record Bar(String name, @Nullable String href, List<@Nullable Long> parts) {
        public Bar(String name, @Nullable String href, List<@Nullable Long> parts) {
            this.name = name;
            this.href = href;
            this.parts = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(parts));
        }

        long total() {
            return parts.stream().mapToLong(part -> part == null ? 0 : part).sum();
        }
    }

    private long longest() {
        return Math.max(1, bars.stream().mapToLong(Bar::total).max().orElse(1));
    }

    /// Where part `index` of the bar starts, in percent of the longest bar.
    public double start(Bar bar, int index) {
        long before = bar.parts().stream()
                .limit(index)
                .mapToLong(part -> part == null ? 0 : part)
                .sum();
        return tenths(before * 100.0 / longest());
    }

    public double width(Bar bar, int index) {
        Long part = bar.parts().get(index);
        return part == null ? 0 : tenths(part * 100.0 / longest());
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
