package org.rongyi.city.filings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongyi.city.CityTest;
import org.rongyi.city.calendar.WorkingCalendar;
import org.rongyi.city.filings.FilingRule.Shift;
import org.springframework.beans.factory.annotation.Autowired;

/// A last day on a day off moves; a long holiday in the period moves it further. On the tables that ship.
@CityTest
class DueDaysTest {
    private final DueDays days;

    DueDaysTest(@Autowired WorkingCalendar calendar) {
        this.days = new DueDays(calendar);
    }

    /// The twelve last days of 2026 as the tax authority announced them (税总办征科函〔2025〕64号).
    @ParameterizedTest
    @CsvSource({
        "2026-01-15, 2026-01-20",
        "2026-02-15, 2026-02-24",
        "2026-03-15, 2026-03-16",
        "2026-04-15, 2026-04-20",
        "2026-05-15, 2026-05-22",
        "2026-06-15, 2026-06-15",
        "2026-07-15, 2026-07-15",
        "2026-08-15, 2026-08-17",
        "2026-09-15, 2026-09-15",
        "2026-10-15, 2026-10-26",
        "2026-11-15, 2026-11-16",
        "2026-12-15, 2026-12-15"
    })
    void theLastDaysOfTheYearAreThoseOfTheNotice(LocalDate nominal, LocalDate day) {
        assertThat(days.day(nominal, Shift.TAX)).hasValue(day);
    }

    /// Of earlier years, as the same rule gives them; not held against the notices of those years yet.
    @ParameterizedTest
    @CsvSource({
        "2024-01-15, 2024-01-15",
        "2024-02-15, 2024-02-23",
        "2024-04-15, 2024-04-18",
        "2024-05-15, 2024-05-22",
        "2024-06-15, 2024-06-17",
        "2024-09-15, 2024-09-18",
        "2024-10-15, 2024-10-24",
        "2024-12-15, 2024-12-16",
        "2025-02-15, 2025-02-20",
        "2025-04-15, 2025-04-18",
        "2025-05-15, 2025-05-22",
        "2025-06-15, 2025-06-16",
        "2025-10-15, 2025-10-27"
    })
    void aTaxPeriodIsLengthenedByLongHolidaysInIt(LocalDate nominal, LocalDate day) {
        assertThat(days.day(nominal, Shift.TAX)).hasValue(day);
    }

    @Test
    void otherDaysMoveToTheNextWorkingDayOrStand() {
        LocalDate saturday = LocalDate.of(2026, 10, 3);
        assertThat(days.day(saturday, Shift.NEXT)).hasValue(LocalDate.of(2026, 10, 8));
        assertThat(days.day(saturday, Shift.NONE)).hasValue(saturday);
    }

    @Test
    void aYearWithoutATableIsSaidToBeOpen() {
        assertThat(days.day(LocalDate.of(2030, 1, 15), Shift.TAX)).isEmpty();
    }
}
