package org.rongyi.city.filings;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Words;
import org.rongyi.rules.Rule;

/// What the city's file says of one filing.
///
/// @param when null: it concerns every firm
/// @param untilClosed nothing of it is left to a firm that is closed; otherwise it files what had begun by then
/// @param months after the end of the period, and `day` of that month; 31 is its last one
record FilingRule(
        String id,
        Words name,
        Words who,
        @Nullable Rule when,
        Every every,
        boolean untilClosed,
        int months,
        int day,
        Shift shift,
        String basis,
        Words verify) {
    enum Every {
        MONTH(1),
        QUARTER(3),
        YEAR(12);

        private final int months;

        Every(int months) {
            this.months = months;
        }

        /// The last month of a period.
        boolean endsWith(YearMonth month) {
            return month.getMonthValue() % months == 0;
        }

        YearMonth first(YearMonth last) {
            return last.minusMonths(months - 1L);
        }

        String id(YearMonth last) {
            return switch (this) {
                case MONTH -> last.toString();
                case QUARTER -> last.getYear() + "-Q" + last.getMonthValue() / 3;
                case YEAR -> Integer.toString(last.getYear());
            };
        }

        Words words(YearMonth last) {
            int year = last.getYear();
            int month = last.getMonthValue();
            return switch (this) {
                case MONTH -> new Words(year + " 年 " + month + " 月", year + "-" + (month < 10 ? "0" : "") + month);
                case QUARTER -> new Words(year + " 年第 " + month / 3 + " 季度", "Q" + month / 3 + " " + year);
                case YEAR -> new Words(year + " 年度", "the year " + year);
            };
        }
    }

    enum Shift {
        TAX,
        NEXT,
        NONE
    }

    /// As the law has it.
    LocalDate nominal(YearMonth last) {
        YearMonth due = last.plusMonths(months);
        return due.atDay(Math.min(day, due.lengthOfMonth()));
    }

    /// All of a city, and when the renewal of a licence is to be asked for.
    record Book(List<FilingRule> rules, int licenceDays, String licenceBasis) {}
}
