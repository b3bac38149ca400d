package org.rongyi.city.ui;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Words;
import org.rongyi.rules.Margin;

/// A numeric clause as a line: where the value stands, where the threshold, which side passes.
///
/// @param value null when unknown: then only the threshold is drawn
/// @param days value and threshold are dates, counted in days since 1970-01-01
/// @param asOf the day of which ages are told; null: dates are told as they are
public record Gauge(
        OutcomeWord word,
        @Nullable BigDecimal value,
        BigDecimal threshold,
        Side side,
        @Nullable Words unit,
        boolean days,
        @Nullable LocalDate asOf) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// Which side of the threshold passes.
    public enum Side {
        AT_LEAST(new Words("要满", "needs at least"), new Words("不早于", "from"), new Words("不超过", "at most"), "≥"),
        MORE_THAN(new Words("要超过", "needs more than"), new Words("晚于", "after"), new Words("不满", "under"), ">"),
        AT_MOST(new Words("不超过", "at most"), new Words("不晚于", "until"), new Words("要满", "needs at least"), "≤"),
        LESS_THAN(new Words("要低于", "less than"), new Words("早于", "before"), new Words("要超过", "needs more than"), "<");

        private final Words words;
        private final Words ofDay;
        private final Words ofAge;
        private final String sign;

        /// @param ofAge of the time since that day, which is the longer the earlier the day is
        Side(Words words, Words ofDay, Words ofAge, String sign) {
            this.words = words;
            this.ofDay = ofDay;
            this.ofAge = ofAge;
            this.sign = sign;
        }

        boolean upward() {
            return this == AT_LEAST || this == MORE_THAN;
        }
    }

    /// Empty when the margin cannot be drawn: it tests for equality, or compares durations.
    ///
    /// @param unit of the element; null for a plain number
    /// @param asOf the day on which it was judged
    public static Optional<Gauge> of(Margin margin, OutcomeWord word, @Nullable Words unit, LocalDate asOf) {
        Side side = switch (margin.comparison()) {
            case AT_LEAST -> Side.AT_LEAST;
            case MORE_THAN -> Side.MORE_THAN;
            case AT_MOST -> Side.AT_MOST;
            case LESS_THAN -> Side.LESS_THAN;
            case EQUAL_TO -> null;
        };
        if (side == null) {
            return Optional.empty();
        }
        if (margin.value() instanceof BigDecimal value && margin.threshold() instanceof BigDecimal threshold) {
            return Optional.of(new Gauge(word, value, threshold, side, unit, false, null));
        }
        if (margin.value() instanceof LocalDate value && margin.threshold() instanceof LocalDate threshold) {
            LocalDate told = Ages.tellable(value, threshold, asOf) ? asOf : null;
            return Optional.of(new Gauge(word, day(value), day(threshold), side, null, true, told));
        }
        return Optional.empty();
    }

    private static BigDecimal day(LocalDate date) {
        return BigDecimal.valueOf(date.toEpochDay());
    }

    /// Both ends of the scale: it starts at nought, unless something lies below, and leaves a quarter above the
    /// threshold. A value far above is drawn at the end, so that the threshold stays to be seen.
    private BigDecimal[] scale() {
        BigDecimal shown = value == null ? threshold : value;
        if (days) {
            BigDecimal half = shown.subtract(threshold)
                    .abs()
                    .multiply(new BigDecimal("1.6"))
                    .max(BigDecimal.valueOf(60));
            return new BigDecimal[] {threshold.subtract(half), threshold.add(half)};
        }
        BigDecimal low = shown.min(threshold).min(BigDecimal.ZERO);
        BigDecimal high = threshold.max(BigDecimal.ZERO).multiply(new BigDecimal("1.25"));
        if (shown.compareTo(high) > 0) {
            BigDecimal limit = threshold.signum() > 0 ? threshold.multiply(BigDecimal.valueOf(4)) : shown;
            high = shown.multiply(new BigDecimal("1.1")).min(limit);
        }
        return new BigDecimal[] {low, high.compareTo(low) > 0 ? high : low.add(BigDecimal.ONE)};
    }

    private double place(BigDecimal at) {
        BigDecimal[] scale = scale();
        BigDecimal share = at.subtract(scale[0])
                .multiply(HUNDRED)
                .divide(scale[1].subtract(scale[0]), MathContext.DECIMAL64)
                .setScale(1, RoundingMode.HALF_UP);
        return Math.clamp(share.doubleValue(), 2, 98);
    }

    /// Place of the threshold on the line, 0 to 100.
    public double need() {
        return place(threshold);
    }

    /// Place of the value on the line; meaningless when it is unknown.
    public double dot() {
        return value == null ? 0 : place(value);
    }

    public double passFrom() {
        return side.upward() ? need() : 0;
    }

    public double passWidth() {
        return side.upward() ? 100 - need() : need();
    }

    /// The stretch between value and threshold, drawn when the value does not pass.
    public boolean gap() {
        return value != null && (word == OutcomeWord.NEARLY || word == OutcomeWord.NOT_MET);
    }

    public double gapFrom() {
        return Math.min(dot(), need());
    }

    public double gapWidth() {
        return Math.abs(dot() - need());
    }

    private String say(Page page, BigDecimal at) {
        if (!days) {
            return page.value(readable(at), unit);
        }
        LocalDate day = LocalDate.ofEpochDay(at.longValueExact());
        return asOf == null ? page.value(day, null) : Ages.between(page, day, asOf);
    }

    /// A computed ratio keeps more digits where rounding would move it onto the line or to its other side.
    private BigDecimal readable(BigDecimal number) {
        BigDecimal line = Format.readable(threshold, unit);
        int side = number.compareTo(threshold);
        return Stream.of(Format.readable(number, unit), Format.readable(number, null))
                .filter(rounded -> rounded.compareTo(line) == side)
                .findFirst()
                .orElse(number);
    }

    /// How far from the line; something never reads as nothing.
    private BigDecimal readableGap(BigDecimal gap) {
        return Stream.of(Format.readable(gap, unit), Format.readable(gap, null))
                .filter(rounded -> rounded.signum() == gap.signum())
                .findFirst()
                .orElse(gap);
    }

    public String valueText(Page page) {
        return value == null ? page.say("未知", "unknown") : say(page, value);
    }

    /// 要满 20 人.
    public String thresholdLabel(Page page) {
        if (!days) {
            return page.say(side.words);
        }
        return page.say(asOf == null ? side.ofDay : side.ofAge);
    }

    public String thresholdText(Page page) {
        return say(page, countsPeople() ? threshold.setScale(0, RoundingMode.CEILING) : threshold);
    }

    /// ≥ 20 人, for narrow places.
    public String signText(Page page) {
        return asOf == null ? side.sign + " " + thresholdText(page) : thresholdLabel(page) + " " + thresholdText(page);
    }

    /// 差 2 人, or how much is left over; empty when unknown.
    public String distance(Page page) {
        if (value == null) {
            return "";
        }
        BigDecimal by = value.subtract(threshold).abs();
        boolean met = word == OutcomeWord.MET;
        if (by.signum() == 0) {
            return met
                    ? page.say("正好达到", "just met")
                    : page.say("正好在线上，要再过线", "exactly on the line; it must be passed");
        }
        if (asOf != null) {
            return age(page, value, met);
        }
        String much = days ? page.quantity(by, new Words("天", "days")) : page.value(whole(readableGap(by)), unit);
        if (met) {
            return side.upward() ? page.say("超出 " + much, much + " above") : page.say("还有 " + much, much + " to spare");
        }
        return side.upward()
                ? page.say("还差 " + much, much + " short")
                : page.say("超过上限 " + much, much + " over the limit");
    }

    /// Half a person cannot be hired; an average over the year may well be half a person over its limit.
    private BigDecimal whole(BigDecimal gap) {
        return countsPeople() && word != OutcomeWord.MET ? gap.setScale(0, RoundingMode.CEILING) : gap;
    }

    /// People who must be there, not an average that must not be passed: 10 % of 12.5 are two people.
    private boolean countsPeople() {
        return unit != null && unit.zh().equals("人") && side.upward();
    }

    private String age(Page page, BigDecimal value, boolean met) {
        LocalDate earlier = LocalDate.ofEpochDay(value.min(threshold).longValueExact());
        LocalDate later = LocalDate.ofEpochDay(value.max(threshold).longValueExact());
        String much = Ages.between(page, earlier, later);
        if (side.upward()) {
            return met ? page.say("还有 " + much, much + " to go") : page.say("超过了 " + much, much + " too old");
        }
        return met ? page.say("早已满了 " + much, much + " past it") : page.say("还差 " + much, much + " short");
    }

    /// The whole in words, for those who do not see the drawing.
    public String label(Page page) {
        String comma = page.say("，", ", ");
        String base =
                page.say("现在 ", "now ") + valueText(page) + comma + thresholdLabel(page) + " " + thresholdText(page);
        String distance = distance(page);
        return distance.isEmpty() ? base : base + comma + distance;
    }
}
