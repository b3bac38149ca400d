package org.rongyi.city.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Words;

/// Numbers, money and dates as people read them. A number and its unit are joined by a no-break space, so that no line
/// ends between them.
record Format(Language language, LocalDate today, ZoneId zone) {
    private static final String PERCENT = "%";
    /// The year 2025 is no 2,025 years.
    private static final String CALENDAR_YEAR = "year";
    static final char JOIN = '\u00a0';
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal HUNDRED_MILLION = BigDecimal.valueOf(100_000_000);

    private boolean english() {
        return language == Language.EN;
    }

    String number(BigDecimal value) {
        return digits(value, 6);
    }

    private static String digits(BigDecimal value, int decimals) {
        DecimalFormat format = new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setNegativePrefix("\u2212");
        return format.format(value);
    }

    String quantity(BigDecimal value, @Nullable String unit) {
        if (unit == null || unit.isEmpty()) {
            return number(value);
        }
        if (unit.equals(PERCENT)) {
            return number(value) + unit;
        }
        boolean one = english() && value.compareTo(BigDecimal.ONE) == 0;
        return number(value) + JOIN + (one ? singular(unit) : unit);
    }

    /// people → person, entities → entity, working days left → working day left.
    private static String singular(String unit) {
        return unit.equals("people")
                ? "person"
                : unit.replaceFirst("ies\\b", "y").replaceFirst("(?<=[^s\\W])s\\b", "");
    }

    /// A computed number has more digits than anybody reads: a percentage keeps one, anything else two. What was
    /// reported or written in a law is never touched.
    static BigDecimal readable(BigDecimal computed, @Nullable Words unit) {
        int decimals = unit != null && unit.zh().equals(PERCENT) ? 1 : 2;
        return computed.scale() > 2 ? computed.setScale(decimals, RoundingMode.HALF_UP) : computed;
    }

    String yuan(BigDecimal yuan) {
        if (yuan.abs().compareTo(HUNDRED_MILLION) >= 0) {
            return large(yuan);
        }
        return english() ? "CNY" + JOIN + digits(yuan, 2) : digits(yuan, 2) + JOIN + "元";
    }

    String wan(BigDecimal wan) {
        BigDecimal yuan = wan.multiply(TEN_THOUSAND);
        if (yuan.abs().compareTo(HUNDRED_MILLION) >= 0) {
            return large(yuan);
        }
        if (!english()) {
            return digits(wan, 4) + JOIN + "万元";
        }
        return yuan.abs().compareTo(MILLION) < 0
                ? "CNY" + JOIN + digits(yuan, 2)
                : "CNY" + JOIN + digits(yuan.divide(MILLION), 4) + JOIN + "million";
    }

    private String large(BigDecimal yuan) {
        return english()
                ? "CNY" + JOIN + digits(yuan.divide(MILLION), 2) + JOIN + "million"
                : digits(yuan.divide(HUNDRED_MILLION), 2) + JOIN + "亿元";
    }

    String percent(BigDecimal ratio) {
        return digits(ratio.movePointRight(2), 1) + "%";
    }

    /// The whole date with its weekday, for a day on which someone must act or come.
    String date(LocalDate day) {
        return english()
                ? weekday(day, TextStyle.FULL) + JOIN + day.getDayOfMonth() + JOIN + month(day) + JOIN + day.getYear()
                : chinese(day, true) + "（" + weekday(day, TextStyle.SHORT) + "）";
    }

    /// The date; the year only when it is not this year.
    String day(LocalDate day) {
        boolean otherYear = day.getYear() != today.getYear();
        if (!english()) {
            return chinese(day, otherYear);
        }
        String short_ = day.getDayOfMonth() + "" + JOIN + month(day);
        return otherYear ? short_ + JOIN + day.getYear() : short_;
    }

    String weekday(LocalDate day) {
        return weekday(day, TextStyle.SHORT);
    }

    private String weekday(LocalDate day, TextStyle style) {
        return day.getDayOfWeek().getDisplayName(style, language.locale());
    }

    private String month(LocalDate day) {
        return day.getMonth().getDisplayName(TextStyle.FULL, Locale.UK);
    }

    private static String chinese(LocalDate day, boolean withYear) {
        String year = withYear ? day.getYear() + "" + JOIN + "年" + JOIN : "";
        return year + day.getMonthValue() + JOIN + "月" + JOIN + day.getDayOfMonth() + JOIN + "日";
    }

    String moment(Instant instant) {
        ZonedDateTime at = instant.atZone(zone);
        String clock = "%02d:%02d".formatted(at.getHour(), at.getMinute());
        return day(at.toLocalDate()) + (english() ? ", " : " ") + clock;
    }

    String relative(LocalDate day) {
        long days = ChronoUnit.DAYS.between(today, day);
        if (days == 0) {
            return english() ? "today" : "今天";
        }
        if (days == 1) {
            return english() ? "tomorrow" : "明天";
        }
        if (days == -1) {
            return english() ? "yesterday" : "昨天";
        }
        String count = digits(BigDecimal.valueOf(Math.abs(days)), 0);
        if (days > 0) {
            return english() ? "in " + count + JOIN + "days" : "还有" + JOIN + count + JOIN + "天";
        }
        return english() ? count + JOIN + "days ago" : "已过" + JOIN + count + JOIN + "天";
    }

    /// Any value of a data element; a missing one says so.
    String value(@Nullable Object value, @Nullable Words unit) {
        return switch (value) {
            case null -> english() ? "unknown" : "未知";
            case BigDecimal number -> measured(number, unit);
            case Number number -> measured(new BigDecimal(number.toString()), unit);
            case Boolean yes -> english() ? (yes ? "yes" : "no") : (yes ? "是" : "否");
            case LocalDate day -> day(day);
            case Instant instant -> moment(instant);
            case Collection<?> many when many.isEmpty() -> english() ? "none" : "无";
            case Collection<?> many ->
                many.stream().map(one -> value(one, unit)).collect(Collectors.joining(english() ? ", " : "、"));
            default -> value.toString();
        };
    }

    private String measured(BigDecimal number, @Nullable Words unit) {
        if (unit == null) {
            return number(number);
        }
        if (unit.en().equals(CALENDAR_YEAR)) {
            return english() ? number.toPlainString() : number.toPlainString() + JOIN + unit.zh();
        }
        return switch (unit.zh()) {
            case "万元" -> wan(number);
            case "元" -> yuan(number);
            default -> quantity(number, english() ? unit.en() : unit.zh());
        };
    }
}
