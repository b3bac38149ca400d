package org.rongyi.invoices;

import java.util.Comparator;

/// One thing that is wrong with an invoice, where, and what to do.
///
/// @param rule as the README lists it, such as `CN-15` or `BR-CO-10`
/// @param line of the file, counted from 1; 0: the file as a whole
/// @param what is wrong, with the values
/// @param todo what whoever has the file can do
public record Fault(String rule, int line, Text what, Text todo) {
    /// In both languages.
    public record Text(String zh, String en) {}

    static final Comparator<Fault> BY_PLACE =
            Comparator.comparingInt(Fault::line).thenComparing(Fault::rule);
}
