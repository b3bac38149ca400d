package org.rongyi.city.applications.web;

/// How right the rules were over one item, in the language of the page.
///
/// @param rule empty where it is about all rules
/// @param most the most of all lines: what the longest bar stands for
public record ReviewLine(String item, String rule, int all, int right, String share, int most) {
    public double allWidth() {
        return tenths(all);
    }

    public double rightWidth() {
        return tenths(right);
    }

    private double tenths(int part) {
        return Math.round(part * 1_000.0 / most) / 10.0;
    }
}
