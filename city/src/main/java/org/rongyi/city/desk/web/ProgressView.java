package org.rongyi.city.desk.web;

import java.util.List;
import org.rongyi.city.ui.Bars;

/// Progress of cases, in the language of the page.
public record ProgressView(
        String since,
        List<Figure> figures,
        Bars weeks,
        Bars closed,
        Bars open,
        Bars corrected,
        List<Promise> promises,
        List<Rated> rated,
        List<Figure> review) {

    public record Figure(String name, String figure, String unit, String note) {}

    /// Working days allowed, promised and used; each also in per cent of the longest, for the drawing.
    public record Promise(
            String title,
            String clock,
            String closed,
            String allowed,
            String promised,
            String used,
            double allowedWidth,
            double promisedWidth,
            double usedWidth) {}

    /// @param width of the average, in per cent of the best
    public record Rated(String title, String ratings, String average, String bad, double width) {}

    public boolean nothing() {
        return closed.bars().isEmpty() && open.bars().isEmpty();
    }
}
