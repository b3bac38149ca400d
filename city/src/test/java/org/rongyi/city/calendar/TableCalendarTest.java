package org.rongyi.city.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongyi.definitions.OfficeHours;
import org.rongyi.definitions.YearTable;
import org.rongyi.definitions.YearTables;

class TableCalendarTest {
    /// The table that ships with the demo city.
    private static final WorkingCalendar CALENDAR = new TableCalendar(
            YearTables.read(Path.of("../cities/chengdu/calendar.yaml")).value(),
            OfficeHours.read(Path.of("../cities/chengdu/calendar.yaml")).value());

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:00, 120, 2026-11-23T12:00, to the end of the morning",
        "2026-11-23T11:30, 120, 2026-11-23T14:30, over the noon break",
        "2026-11-23T16:30, 120, 2026-11-24T10:30, into the next morning",
        "2026-11-21T09:00, 60, 2026-11-23T10:00, said on a Saturday",
        "2026-11-23T22:00, 60, 2026-11-24T10:00, said in the evening",
        "2026-09-30T16:30, 60, 2026-10-08T09:30, over National Day",
        "2026-10-09T17:00, 120, 2026-10-10T11:00, the Saturday is made up for",
        "2026-11-23T12:30, 0, 2026-11-23T13:00, nothing left: the next moment of work"
    })
    void hoursCountOnlyWhilePeopleWork(LocalDateTime from, int minutes, LocalDateTime until, String why) {
        assertThat(CALENDAR.plus(from, Duration.ofMinutes(minutes))).as(why).isEqualTo(until);
        assertThat(CALENDAR.between(from, until)).as(why).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void aProvisionalDayCountsWeekdaysWhereThereIsNoTable() {
        assertThat(CALENDAR.provisional(LocalDate.of(2026, 9, 28), 7))
                .as("within the tables it is the day itself")
                .isEqualTo(CALENDAR.plus(LocalDate.of(2026, 9, 28), 7));
        assertThat(CALENDAR.provisional(LocalDate.of(2026, 12, 30), 3)).isEqualTo(LocalDate.of(2027, 1, 4));
    }

    @Test
    void hoursThatLeaveTheTablesAreAnError() {
        assertThatThrownBy(() -> CALENDAR.plus(LocalDate.of(2026, 12, 31).atTime(16, 30), Duration.ofMinutes(60)))
                .isInstanceOf(CalendarYearMissing.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02, false, New Year's Friday off",
        "2026-01-04, true, Sunday made up for New Year",
        "2026-02-14, true, Saturday before the Spring Festival",
        "2026-02-15, false, first day of the Spring Festival",
        "2026-02-23, false, last day of the Spring Festival",
        "2026-02-24, true, first day after it",
        "2026-02-28, true, Saturday made up for it",
        "2026-05-09, true, Saturday made up for Labour Day",
        "2026-06-19, false, Dragon Boat Festival",
        "2026-09-20, true, Sunday made up for National Day",
        "2026-09-25, false, Mid-Autumn Festival",
        "2026-10-01, false, National Day",
        "2026-10-07, false, last day of National Day",
        "2026-10-08, true, first day after it",
        "2026-10-10, true, Saturday made up for it",
        "2026-10-11, false, an ordinary Sunday",
        "2026-11-23, true, an ordinary Monday",
        "2025-10-08, false, National Day and Mid-Autumn of 2025",
        "2025-01-26, true, Sunday before the Spring Festival of 2025",
    })
    void knowsHolidaysAndMakeUpDays(LocalDate day, boolean working, String why) {
        assertThat(CALENDAR.isWorkingDay(day)).as("%s: %s", day, why).isEqualTo(working);
    }

    /// The notices for the years give these numbers of working days.
    @ParameterizedTest
    @CsvSource({"2023, 249", "2024, 251", "2025, 248", "2026, 248"})
    void aYearHasAsManyWorkingDaysAsItsNoticeGives(int year, int days) {
        LocalDate first = LocalDate.of(year, 1, 1);
        assertThat(first.datesUntil(first.plusYears(1)).filter(CALENDAR::isWorkingDay))
                .hasSize(days);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-30, 1, 2026-10-08",
        "2026-09-30, 5, 2026-10-13",
        "2026-02-13, 1, 2026-02-14",
        "2026-02-13, 2, 2026-02-24",
        "2026-10-03, 0, 2026-10-08",
        "2026-10-08, 0, 2026-10-08",
        "2025-12-31, 1, 2026-01-04",
    })
    void aPeriodStartsOnTheDayAfterAndEndsOnAWorkingDay(LocalDate from, int workingDays, LocalDate end) {
        assertThat(CALENDAR.plus(from, workingDays)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-30, 2026-10-08, 1",
        "2026-09-30, 2026-10-07, 0",
        "2026-10-08, 2026-09-30, -1",
        "2026-10-08, 2026-10-08, 0",
    })
    void countsWorkingDaysBetweenTwoDays(LocalDate from, LocalDate to, int workingDays) {
        assertThat(CALENDAR.between(from, to)).isEqualTo(workingDays);
    }

    @RepeatedTest(100)
    void addingAndCountingAgree(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        LocalDate from = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(1000));
        int some = 1 + random.nextInt(60);
        int more = random.nextInt(60);
        LocalDate end = CALENDAR.plus(from, some);
        assertThat(CALENDAR.isWorkingDay(end)).isTrue();
        assertThat(CALENDAR.between(from, end)).isEqualTo(some);
        assertThat(CALENDAR.plus(end, more)).isEqualTo(CALENDAR.plus(from, some + more));
        assertThat(CALENDAR.between(end, from)).isEqualTo(-some);
        LocalDate later = end.plusDays(random.nextInt(100));
        assertThat(CALENDAR.between(from, later)).isEqualTo(some + CALENDAR.between(end, later));
    }

    @Test
    void aYearWithoutATableIsAnErrorThatNamesIt() {
        assertThatThrownBy(() -> CALENDAR.isWorkingDay(LocalDate.of(2031, 3, 3)))
                .isInstanceOf(CalendarYearMissing.class)
                .hasMessageContaining("(2031)")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> CALENDAR.plus(LocalDate.of(2026, 12, 31), 5)).isInstanceOf(CalendarYearMissing.class);
        assertThatThrownBy(() -> CALENDAR.between(LocalDate.of(2022, 12, 1), LocalDate.of(2023, 2, 1)))
                .isInstanceOf(CalendarYearMissing.class)
                .hasMessageContaining("(2022)");
    }

    @Test
    void aPeriodOfLessThanNoDaysIsRefused() {
        assertThatThrownBy(() -> CALENDAR.plus(LocalDate.of(2026, 3, 3), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(-1)");
    }

    @Test
    void anotherCityHasItsOwnDays() {
        LocalDate festival = LocalDate.of(2030, 3, 5);
        LocalDate sunday = LocalDate.of(2030, 3, 10);
        WorkingCalendar invented =
                new TableCalendar(List.of(new YearTable(2030, Set.of(festival), Set.of(sunday))), OfficeHours.USUAL);
        assertThat(invented.plus(LocalDate.of(2030, 3, 4), 4)).isEqualTo(sunday);
    }
}
