package org.rongyi.city.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongyi.definitions.Words;
import org.rongyi.rules.Margin;

class GaugeTest {
    private static final Words PEOPLE = new Words("人", "people");

    private static Gauge gauge(OutcomeWord word, @Nullable Integer value, int threshold, Gauge.Side side) {
        return new Gauge(
                word,
                value == null ? null : BigDecimal.valueOf(value),
                BigDecimal.valueOf(threshold),
                side,
                PEOPLE,
                false,
                null);
    }

    private static String label(Gauge gauge, Language language) {
        Format format = new Format(language, LocalDate.of(2026, 11, 23), CityWords.CHINA);
        return gauge.label(TestPages.page(format)).replace(Format.JOIN, ' ');
    }

    @Test
    void eighteenOfTwentyStandsLeftOfTheLineByTheGap() {
        Gauge gauge = gauge(OutcomeWord.NEARLY, 18, 20, Gauge.Side.AT_LEAST);
        assertThat(gauge.need()).isEqualTo(80);
        assertThat(gauge.dot()).isEqualTo(72);
        assertThat(gauge.gapFrom()).isEqualTo(72);
        assertThat(gauge.gapWidth()).isEqualTo(8);
        assertThat(gauge.passFrom()).isEqualTo(80);
        assertThat(label(gauge, Language.ZH)).isEqualTo("现在 18 人，要满 20 人，还差 2 人");
        assertThat(label(gauge, Language.EN)).isEqualTo("now 18 people, needs at least 20 people, 2 people short");
    }

    @Test
    void roundingNeverMovesAComputedShareOntoTheLine() {
        Gauge just = new Gauge(
                OutcomeWord.NEARLY,
                new BigDecimal("2.968750"),
                BigDecimal.valueOf(3),
                Gauge.Side.AT_LEAST,
                Words.same("%"),
                false,
                null);
        assertThat(label(just, Language.ZH)).isEqualTo("现在 2.97%，要满 3%，还差 0.03%");
    }

    @Test
    void anUpperLimitPassesOnTheLeft() {
        Gauge gauge = gauge(OutcomeWord.MET, 18, 50, Gauge.Side.AT_MOST);
        assertThat(gauge.passFrom()).isZero();
        assertThat(gauge.passWidth()).isEqualTo(80);
        assertThat(gauge.gap()).isFalse();
        assertThat(label(gauge, Language.ZH)).isEqualTo("现在 18 人，不超过 50 人，还有 32 人");
    }

    @Test
    void anUnknownValueShowsTheLineOnly() {
        Gauge gauge = gauge(OutcomeWord.NEED, null, 20, Gauge.Side.AT_LEAST);
        assertThat(gauge.gap()).isFalse();
        assertThat(label(gauge, Language.ZH)).isEqualTo("现在 未知，要满 20 人");
    }

    @Test
    void aValueFarBeyondLeavesTheLineInSight() {
        Gauge gauge = gauge(OutcomeWord.MET, 900_000, 20, Gauge.Side.AT_LEAST);
        assertThat(gauge.need()).isEqualTo(25);
        assertThat(gauge.dot()).isEqualTo(98);
    }

    @Test
    void datesAreFarApartInDays() {
        LocalDate line = LocalDate.of(2025, 11, 23);
        Margin margin = new Margin(
                null, Margin.Comparison.AT_MOST, line.plusDays(12), line, BigDecimal.valueOf(-12), Margin.Unit.DAYS);
        Gauge gauge = Gauge.of(margin, OutcomeWord.NEARLY, null, LocalDate.of(2026, 11, 20))
                .orElseThrow();
        assertThat(gauge.need()).isEqualTo(50);
        assertThat(label(gauge, Language.ZH)).isEqualTo("现在 2025 年 12 月 5 日，不晚于 2025 年 11 月 23 日，超过上限 12 天");
    }

    @Test
    void anAgeIsToldInYearsAndMonths() {
        LocalDate today = LocalDate.of(2026, 11, 23);
        Margin margin = new Margin(
                null,
                Margin.Comparison.AT_MOST,
                LocalDate.of(2024, 3, 18),
                today.minusYears(1),
                BigDecimal.valueOf(615),
                Margin.Unit.DAYS);
        Gauge old = Gauge.of(margin, OutcomeWord.MET, null, today).orElseThrow();
        assertThat(label(old, Language.ZH)).isEqualTo("现在 2 年 8 个月，要满 1 年，早已满了 1 年 8 个月");
        Margin younger = new Margin(
                null,
                Margin.Comparison.MORE_THAN,
                LocalDate.of(2024, 3, 18),
                today.minusYears(3),
                BigDecimal.valueOf(115),
                Margin.Unit.DAYS);
        Gauge young = Gauge.of(younger, OutcomeWord.MET, null, today).orElseThrow();
        assertThat(label(young, Language.EN)).isEqualTo("now 2 years 8 months, under 3 years, 3 months to go");
    }

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, 不早于 2025 年, from, 不超过 1 年, at most",
        "MORE_THAN, 晚于 2025 年, after, 不满 1 年, under",
        "AT_MOST, 不晚于 2025 年, until, 要满 1 年, needs at least",
        "LESS_THAN, 早于 2025 年, before, 要超过 1 年, needs more than"
    })
    void whoStandsOnTheLineReadsWhetherTheLinePasses(
            Gauge.Side side, String zhDay, String enDay, String zhAge, String enAge) {
        LocalDate line = LocalDate.of(2025, 11, 23);
        BigDecimal days = BigDecimal.valueOf(line.toEpochDay());
        Gauge ofDay = new Gauge(OutcomeWord.MET, days, days, side, null, true, null);
        assertThat(label(ofDay, Language.ZH)).contains("，" + zhDay);
        assertThat(label(ofDay, Language.EN)).contains(", " + enDay + " ");
        Gauge ofAge = new Gauge(OutcomeWord.MET, days, days, side, null, true, line.plusYears(1));
        assertThat(label(ofAge, Language.ZH)).contains("，" + zhAge);
        assertThat(label(ofAge, Language.EN)).contains(", " + enAge + " ");
    }

    @Test
    void whatIsJustMetIsNotExceededByNothingAndNobodyHiresHalfAPerson() {
        assertThat(label(gauge(OutcomeWord.MET, 12, 12, Gauge.Side.AT_LEAST), Language.ZH))
                .endsWith("正好达到");
        Gauge half = new Gauge(
                OutcomeWord.NEARLY, new BigDecimal("1.5"), BigDecimal.TWO, Gauge.Side.AT_LEAST, PEOPLE, false, null);
        assertThat(label(half, Language.ZH)).endsWith("还差 1 人");
    }

    @Test
    void equalityIsNoLine() {
        Margin margin = new Margin(
                null,
                Margin.Comparison.EQUAL_TO,
                BigDecimal.ONE,
                BigDecimal.TWO,
                BigDecimal.ONE.negate(),
                Margin.Unit.NUMBER);
        assertThat(Gauge.of(margin, OutcomeWord.NOT_MET, null, LocalDate.of(2026, 11, 23)))
                .isEmpty();
    }
}
