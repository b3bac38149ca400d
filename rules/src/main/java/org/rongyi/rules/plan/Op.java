package org.rongyi.rules.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The operations on values. Arguments are of the types that [Functions] and the planner admitted; unless
/// [#takesNull], one null argument makes null.
public enum Op {
    EQ(true, a -> Values.equal(a[0], a[1])),
    LT(a -> Values.compare(value(a[0]), value(a[1])) < 0),
    LE(a -> Values.compare(value(a[0]), value(a[1])) <= 0),
    GT(a -> Values.compare(value(a[0]), value(a[1])) > 0),
    GE(a -> Values.compare(value(a[0]), value(a[1])) >= 0),
    /// value in a list; null is in no list
    MEMBER(true, a -> a[0] != null && a[1] != null && Values.contains(list(a[1]), a[0])),

    ADD(a -> Numbers.add(number(a[0]), number(a[1]))),
    SUBTRACT(a -> Numbers.subtract(number(a[0]), number(a[1]))),
    MULTIPLY(a -> Numbers.multiply(number(a[0]), number(a[1]))),
    DIVIDE(a -> Numbers.divide(number(a[0]), number(a[1]))),
    POWER(a -> Numbers.power(number(a[0]), number(a[1]))),
    NEGATE(a -> number(a[0]).negate()),
    ABS(a -> number(a[0]).abs()),
    MODULO(a -> Numbers.modulo(number(a[0]), number(a[1]))),
    DECIMAL(a -> Numbers.round(number(a[0]), number(a[1]), RoundingMode.HALF_EVEN)),
    FLOOR(a -> Numbers.round(number(a[0]), scale(a), RoundingMode.FLOOR)),
    CEILING(a -> Numbers.round(number(a[0]), scale(a), RoundingMode.CEILING)),
    ROUND_UP(a -> Numbers.round(number(a[0]), scale(a), RoundingMode.UP)),
    ROUND_DOWN(a -> Numbers.round(number(a[0]), scale(a), RoundingMode.DOWN)),
    ROUND_HALF_UP(a -> Numbers.round(number(a[0]), scale(a), RoundingMode.HALF_UP)),
    ROUND_HALF_DOWN(a -> Numbers.round(number(a[0]), scale(a), RoundingMode.HALF_DOWN)),
    ODD(a -> Numbers.isOdd(number(a[0]), true)),
    EVEN(a -> Numbers.isOdd(number(a[0]), false)),

    CONCAT(a -> text(a[0]) + text(a[1])),
    CONTAINS(a -> text(a[0]).contains(text(a[1]))),
    STARTS_WITH(a -> text(a[0]).startsWith(text(a[1]))),
    ENDS_WITH(a -> text(a[0]).endsWith(text(a[1]))),
    STRING_LENGTH(
            a -> BigDecimal.valueOf(text(a[0]).codePointCount(0, text(a[0]).length()))),
    UPPER_CASE(a -> text(a[0]).toUpperCase(Locale.ROOT)),
    LOWER_CASE(a -> text(a[0]).toLowerCase(Locale.ROOT)),
    SUBSTRING(a -> Texts.substring(text(a[0]), number(a[1]), a.length > 2 ? number(a[2]) : null)),
    SUBSTRING_BEFORE(a -> Texts.before(text(a[0]), text(a[1]))),
    SUBSTRING_AFTER(a -> Texts.after(text(a[0]), text(a[1]))),

    LIST_CONTAINS(a -> Values.contains(list(a[0]), a[1])),
    COUNT(a -> BigDecimal.valueOf(list(a[0]).size())),
    SUM(a -> Lists.sum(list(a[0]))),
    MIN(a -> Lists.extreme(list(a[0]), -1)),
    MAX(a -> Lists.extreme(list(a[0]), 1)),
    MEAN(a -> Lists.mean(list(a[0]))),

    DATE_OF_TEXT(a -> Temporal.date(text(a[0]))),
    DATE_OF_PARTS(a -> Temporal.date(number(a[0]), number(a[1]), number(a[2]))),
    MONTHS_BETWEEN(a -> Period.ofMonths((int) Temporal.monthsBetween(date(a[0]), date(a[1])))
            .normalized()),
    DATE_PLUS_MONTHS(a -> date(a[0]).plusMonths(months(a[1]).toTotalMonths())),
    DATE_MINUS_MONTHS(a -> date(a[0]).minusMonths(months(a[1]).toTotalMonths())),
    DATE_PLUS_DURATION(a -> Temporal.plus(date(a[0]), duration(a[1]))),
    DATE_MINUS_DURATION(a -> Temporal.plus(date(a[0]), duration(a[1]).negated())),
    DATE_MINUS_DATE(a -> Duration.ofDays(date(a[0]).toEpochDay() - date(a[1]).toEpochDay())),
    YEAR(a -> BigDecimal.valueOf(date(a[0]).getYear())),
    MONTH(a -> BigDecimal.valueOf(date(a[0]).getMonthValue())),
    DAY(a -> BigDecimal.valueOf(date(a[0]).getDayOfMonth())),
    WEEKDAY(a -> BigDecimal.valueOf(date(a[0]).getDayOfWeek().getValue())),

    MONTHS_ADD(a -> Temporal.months(months(a[0]).toTotalMonths() + months(a[1]).toTotalMonths())),
    MONTHS_SUBTRACT(
            a -> Temporal.months(months(a[0]).toTotalMonths() - months(a[1]).toTotalMonths())),
    MONTHS_NEGATE(a -> Temporal.months(-months(a[0]).toTotalMonths())),
    MONTHS_ABS(a -> Temporal.months(Math.abs(months(a[0]).toTotalMonths()))),
    YEARS_OF(a -> BigDecimal.valueOf(months(a[0]).toTotalMonths() / 12)),
    MONTHS_OF(a -> BigDecimal.valueOf(months(a[0]).toTotalMonths() % 12)),
    DURATION_ADD(a -> duration(a[0]).plus(duration(a[1]))),
    DURATION_SUBTRACT(a -> duration(a[0]).minus(duration(a[1]))),
    DURATION_NEGATE(a -> duration(a[0]).negated()),
    DURATION_ABS(a -> duration(a[0]).abs()),
    DAYS_OF(a -> BigDecimal.valueOf(duration(a[0]).toDaysPart())),
    HOURS_OF(a -> BigDecimal.valueOf(duration(a[0]).toHoursPart())),
    MINUTES_OF(a -> BigDecimal.valueOf(duration(a[0]).toMinutesPart())),
    SECONDS_OF(a -> BigDecimal.valueOf(duration(a[0]).toSecondsPart()));

    /// What the operation does with arguments that are there.
    private interface Body {
        @Nullable
        Object apply(@Nullable Object[] arguments);
    }

    private final boolean takesNull;
    private final Body body;

    Op(Body body) {
        this(false, body);
    }

    Op(boolean takesNull, Body body) {
        this.takesNull = takesNull;
        this.body = body;
    }

    /// Whether null is an argument like another, rather than making the result null.
    public boolean takesNull() {
        return takesNull;
    }

    /// Applies the operation. Dates and durations out of range, like divisions by zero, give null.
    public @Nullable Object apply(@Nullable Object... arguments) {
        if (!takesNull) {
            for (Object argument : arguments) {
                if (argument == null) {
                    return null;
                }
            }
        }
        try {
            return body.apply(arguments);
        } catch (DateTimeException | ArithmeticException outOfRange) {
            return null;
        }
    }

    private static Object value(@Nullable Object o) {
        if (o == null) {
            throw new IllegalStateException("an operation that takes no null got one");
        }
        return o;
    }

    private static BigDecimal number(@Nullable Object o) {
        return (BigDecimal) value(o);
    }

    private static BigDecimal scale(@Nullable Object[] arguments) {
        return arguments.length > 1 ? number(arguments[1]) : BigDecimal.ZERO;
    }

    private static String text(@Nullable Object o) {
        return (String) value(o);
    }

    private static LocalDate date(@Nullable Object o) {
        return (LocalDate) value(o);
    }

    private static Period months(@Nullable Object o) {
        return (Period) value(o);
    }

    private static Duration duration(@Nullable Object o) {
        return (Duration) value(o);
    }

    private static Collection<?> list(@Nullable Object o) {
        return (Collection<?>) value(o);
    }
}
