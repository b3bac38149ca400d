package org.rongyi.city.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rongyi.definitions.Words;

class FormatTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Format ZH = new Format(Language.ZH, MONDAY, CityWords.CHINA);
    private static final Format EN = new Format(Language.EN, MONDAY, CityWords.CHINA);

    private static void reads(String chinese, String english, java.util.function.Function<Format, String> format) {
        assertThat(format.apply(ZH).replace(Format.JOIN, ' ')).isEqualTo(chinese);
        assertThat(format.apply(EN).replace(Format.JOIN, ' ')).isEqualTo(english);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @Test
    void aNumberAndItsUnitNeverStandOnTwoLines() {
        assertThat(ZH.quantity(number("18"), "人")).isEqualTo("18\u00a0人");
        assertThat(ZH.yuan(number("20400"))).isEqualTo("20,400\u00a0元");
        assertThat(ZH.date(MONDAY).split("（")[0]).doesNotContain(" ").contains("\u00a0");
    }

    @Test
    void amountsInTenThousandYuanAreMillionsInEnglish() {
        reads("486.2 万元", "CNY 4.862 million", format -> format.wan(number("486.2")));
        reads("5.2 万元", "CNY 52,000", format -> format.wan(number("5.20")));
        reads("1.5 亿元", "CNY 150 million", format -> format.wan(number("15000")));
    }

    @Test
    void amountsInYuanAreExactUpToAHundredMillion() {
        reads("99,999,999.5 元", "CNY 99,999,999.5", format -> format.yuan(number("99999999.50")));
        reads("1.23 亿元", "CNY 123.46 million", format -> format.yuan(number("123456789")));
        reads("−5 元", "CNY −5", format -> format.yuan(number("-5")));
    }

    @Test
    void percentagesHaveOneDecimal() {
        reads("97.2%", "97.2%", format -> format.percent(number("0.97249")));
        reads("3%", "3%", format -> format.percent(number("0.03")));
    }

    @Test
    void oneOfAThingIsOneInEnglishToo() {
        reads("1 人", "1 person", format -> format.value(number("1"), new Words("人", "people")));
        reads("1 项", "1 right", format -> format.value(number("1.0"), new Words("项", "rights")));
        reads("1 户", "1 entity", format -> format.value(number("1"), new Words("户", "entities")));
        reads("1 天", "1 working day left", format -> format.value(number("1"), new Words("天", "working days left")));
        reads("2025 年", "2025", format -> format.value(number("2025"), new Words("年", "year")));
        reads("2 项", "2 rights", format -> format.value(number("2"), new Words("项", "rights")));
    }

    @Test
    void whatWasComputedKeepsTheDigitsThatSomebodyReads() {
        Words percent = Words.same("%");
        assertThat(Format.readable(number("33.333333"), percent)).isEqualByComparingTo("33.3");
        assertThat(Format.readable(number("2.25"), percent)).isEqualByComparingTo("2.25");
        assertThat(Format.readable(number("1.66666"), null)).isEqualByComparingTo("1.67");
    }

    @Test
    void wholeDatesHaveTheirWeekday() {
        reads("2026 年 11 月 27 日（周五）", "Friday 27 November 2026", format -> format.date(LocalDate.of(2026, 11, 27)));
    }

    @Test
    void aDayOfThisYearNeedsNoYear() {
        reads("12 月 5 日", "5 December", format -> format.day(LocalDate.of(2026, 12, 5)));
        reads("2027 年 1 月 5 日", "5 January 2027", format -> format.day(LocalDate.of(2027, 1, 5)));
    }

    @Test
    void aMomentIsTheCitysTime() {
        reads("11 月 24 日 07:30", "24 November, 07:30", format -> format.moment(Instant.parse("2026-11-23T23:30:00Z")));
    }

    @Test
    void daysAwayAreCountedInWords() {
        reads("今天", "today", format -> format.relative(MONDAY));
        reads("明天", "tomorrow", format -> format.relative(MONDAY.plusDays(1)));
        reads("昨天", "yesterday", format -> format.relative(MONDAY.minusDays(1)));
        reads("还有 38 天", "in 38 days", format -> format.relative(LocalDate.of(2026, 12, 31)));
        reads("已过 2 天", "2 days ago", format -> format.relative(MONDAY.minusDays(2)));
    }

    @Test
    void valuesOfElementsReadAsPeopleSayThem() {
        reads("未知", "unknown", format -> format.value(null, null));
        reads("是", "yes", format -> format.value(true, null));
        reads("甲、乙", "甲, 乙", format -> format.value(List.of("甲", "乙"), null));
        reads("无", "none", format -> format.value(Set.of(), null));
        reads("18 人", "18 people", format -> format.value(number("18"), new Words("人", "people")));
        reads("50 万元", "CNY 500,000", format -> format.value(number("50"), new Words("万元", "CNY 10,000")));
    }
}
