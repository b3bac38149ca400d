package org.rongyi.rules.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates and durations of FEEL (XML Schema forms), on days without zone.
final class Temporal {

    private static final Pattern MONTHS = Pattern.compile("(-?)P(?:(\\d{1,9})Y)?(?:(\\d{1,9})M)?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Temporal() {}

    /// `2026-01-31`; null for anything else.
    static @Nullable LocalDate date(String text) {
        try {
            return DATE.matcher(text).matches() ? LocalDate.parse(text) : null;
        } catch (DateTimeParseException noSuchDay) {
            return null;
        }
    }

    /// Null for parts that are no day of the calendar.
    static LocalDate date(BigDecimal year, BigDecimal month, BigDecimal day) {
        return LocalDate.of(year.intValueExact(), month.intValueExact(), day.intValueExact());
    }

    /// A `Period` for `P1Y6M`, a `Duration` for `P10DT2H`; null for anything else, mixtures included.
    static @Nullable Object duration(String text) {
        Matcher months = MONTHS.matcher(text);
        if (months.matches() && (months.group(2) != null || months.group(3) != null)) {
            long total = Math.addExact(12 * part(months.group(2)), part(months.group(3)));
            return months(months.group(1).isEmpty() ? total : -total);
        }
        boolean daysAndTime = text.matches("-?P(?=.)(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?");
        try {
            return daysAndTime ? Duration.parse(text) : null;
        } catch (DateTimeParseException outOfRange) {
            return null;
        }
    }

    private static long part(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /// The one form of a number of months.
    static Period months(long total) {
        return Period.ofMonths(Math.toIntExact(total)).normalized();
    }

    /// Whole months from one day to another, negative backwards.
    static long monthsBetween(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.MONTHS.between(from, to));
    }

    /// The day at which a duration, begun at midnight, ends.
    static LocalDate plus(LocalDate date, Duration duration) {
        return date.atStartOfDay().plus(duration).toLocalDate();
    }
}
