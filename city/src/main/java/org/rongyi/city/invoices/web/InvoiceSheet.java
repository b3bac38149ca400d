package org.rongyi.city.invoices.web;

import java.util.List;

/// An invoice as it says: rows of keys and values, then its lines.
public record InvoiceSheet(List<Row> rows, List<Line> lines) {
    /// @param differs from the one beside it
    public record Row(String key, String value, String beside, boolean differs) {}

    public record Line(String item, String quantity, String price, String net, String rate, String tax) {}
}
