package org.rongyi.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TopicsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String POWER = "我们厂区又停电了，机器停转";
    private static final String TAX = "发票额度不够，开不出票";

    private final List<Report> reports = new ArrayList<>();

    private void report(String text, String place, int daysAgo) {
        reportBy("firm " + reports.size(), text, place, daysAgo);
    }

    private void reportBy(String reporter, String text, String place, int daysAgo) {
        var meaning = TestTexts.MODEL.meaning(new Writing("", text));
        reports.add(new Report("T" + reports.size(), reporter, meaning, place, TODAY.minusDays(daysAgo)));
    }

    private List<Topics.Topic> emerging() {
        return Topics.USUAL.emerging(reports, TODAY);
    }

    private void fiveWithoutPower(String place) {
        report(POWER, place, 1);
        report("工厂停电，全线停产", place, 2);
        report("园区厂房连续停电，生产停了", place, 0);
        report("厂里没有电，设备停机", place, 3);
        report("昨天工厂突然断电停产了", place, 1);
    }

    @Test
    void whatSeveralFirmsOfOnePlaceSayThisWeekAndNobodySaidBeforeIsATopic() {
        fiveWithoutPower("510116");
        report("贷款利率太高了", "510116", 2);
        report("招工难，来应聘的人少", "510116", 1);
        var topic = emerging().getFirst();
        assertThat(topic.place()).isEqualTo("510116");
        assertThat(topic.keys()).contains("T0", "T1", "T4").doesNotContain("T5", "T6");
        assertThat(topic.first()).isEqualTo(TODAY.minusDays(3));
        assertThat(topic.last()).isEqualTo(TODAY);
        assertThat(emerging()).hasSize(1);
    }

    @Test
    void whatIsSaidAsOftenAsEveryWeekIsNone() {
        fiveWithoutPower("510116");
        for (int week = 1; week <= 8; week++) {
            for (int each = 0; each < 4; each++) {
                report(POWER, "510116", 7 * week);
            }
        }
        assertThat(emerging()).isEmpty();
    }

    @Test
    void oneWhoComplainsFiveTimesIsOneVoice() {
        for (int day = 0; day < 5; day++) {
            reportBy("the same", POWER, "510116", day);
        }
        assertThat(emerging()).isEmpty();
    }

    @Test
    void whatComesFromManyPlacesIsATopicOfTheCity() {
        var places = List.of("510104", "510105", "510106", "510107", "510108", "510116");
        places.forEach(place -> report(TAX, place, 1));
        assertThat(emerging()).singleElement().satisfies(topic -> {
            assertThat(topic.place()).isEmpty();
            assertThat(topic.reporters()).isEqualTo(6);
        });
    }

    @Test
    void theOrderOfTheReportsChangesNothing() {
        fiveWithoutPower("510116");
        for (int i = 0; i < 6; i++) {
            report(TAX, "51010" + (4 + i), i);
        }
        var topics = emerging();
        assertThat(topics).hasSize(2);
        Collections.shuffle(reports, new Random(1));
        assertThat(emerging()).isEqualTo(topics);
    }

    @Test
    void whatLastYearBroughtAtThisTimeIsToldAhead() {
        for (int i = 0; i < 8; i++) {
            report("冬季限气，窑炉停烧", "510131", 365 - 20 + i);
        }
        report("冬季限气，窑炉停烧", "510131", 365 + 100);
        for (int month = 0; month < 12; month++) {
            report(TAX, "510131", 365 - 170 + 30 * month);
        }
        assertThat(Topics.USUAL.seasonal(reports, TODAY.plusDays(14)))
                .singleElement()
                .satisfies(topic -> assertThat(topic.reporters()).isEqualTo(8));
        assertThat(Topics.USUAL.seasonal(reports, TODAY.plusDays(90))).isEmpty();
    }

    @Test
    void theChanceIsThatOfPoisson() {
        assertThat(Topics.atLeast(0, 3)).isEqualTo(1);
        assertThat(Topics.atLeast(3, 1)).isCloseTo(1 - 2.5 * Math.exp(-1), within(1e-12));
        assertThat(Topics.atLeast(12, 0.1)).isCloseTo(1.9e-21, within(2e-22));
    }

    @Test
    void aCityWithoutReportsHasNoTopics() {
        assertThat(emerging()).isEmpty();
        assertThatThrownBy(() -> new Topics(7, 3, 0.7, 3, 0.01)).isInstanceOf(IllegalArgumentException.class);
    }
}
