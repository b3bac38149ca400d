package org.rongyi.city.ui;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/// How old something is, as people say it: 2 年 8 个月, 5 months, 12 days.
final class Ages {
    /// A line so many years before the day of judging is an age; a fixed day of a law hardly ever is.
    private static final int LONGEST_YEARS = 30;

    private Ages() {}

    /// Whether a date compared with a line is told better as an age: the line is whole months before the day.
    static boolean tellable(LocalDate value, LocalDate line, LocalDate asOf) {
        Period age = Period.between(line, asOf);
        return !value.isAfter(asOf) && line.isBefore(asOf) && age.getDays() == 0 && age.getYears() <= LONGEST_YEARS;
    }

    /// Whole years and months; days only where there are not yet three months.
    static String between(Page page, LocalDate from, LocalDate to) {
        Period period = Period.between(from, to);
        boolean young = period.toTotalMonths() < 3;
        List<String> parts = new ArrayList<>();
        if (period.getYears() > 0) {
            parts.add(said(page, period.getYears(), "年", "year"));
        }
        if (period.getMonths() > 0) {
            parts.add(said(page, period.getMonths(), "个月", "month"));
        }
        if (parts.isEmpty() || (young && period.getDays() > 0)) {
            parts.add(said(page, period.getDays(), "天", "day"));
        }
        return String.join(page.say(Format.JOIN + "", " "), parts);
    }

    private static String said(Page page, int many, String zh, String en) {
        return many + "" + Format.JOIN + page.say(zh, many == 1 ? en : en + "s");
    }
}
