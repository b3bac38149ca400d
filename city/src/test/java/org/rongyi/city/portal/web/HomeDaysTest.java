package org.rongyi.city.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rongyi.city.calendar.CalendarYearMissing;
import org.rongyi.city.calendar.WorkingCalendar;
import org.rongyi.city.filings.Due;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.portal.web.HomeView.Days;
import org.rongyi.city.ui.TestPages;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;

class HomeDaysTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 7);

    private static Mandate mandate(@Nullable LocalDate until) {
        CreditCode firm = new CreditCode("Y2510104YDEMA0013K");
        return new Mandate(1, firm, "clerk", Mandate.Capacity.AGENT, Set.of(Mandate.Purpose.VIEW), until, "owner");
    }

    /// Knows the days of 2026 only.
    private static final WorkingCalendar CALENDAR = new WorkingCalendar() {
        @Override
        public boolean isHoliday(LocalDate day) {
            return false;
        }

        @Override
        public boolean isWorkingDay(LocalDate day) {
            if (day.getYear() != 2026) {
                throw new CalendarYearMissing(day.getYear());
            }
            return day.getDayOfWeek().getValue() < 6;
        }

        @Override
        public LocalDate plus(LocalDate from, int workingDays) {
            return from;
        }

        @Override
        public int between(LocalDate from, LocalDate to) {
            return 0;
        }

        @Override
        public LocalDateTime plus(LocalDateTime from, Duration workingTime) {
            return from;
        }

        @Override
        public Duration between(LocalDateTime from, LocalDateTime to) {
            return Duration.ZERO;
        }
    };

    @Test
    void aYearWithoutATableIsDrawnAsNotKnownInsteadOfGuessed() {
        Days days = new HomeDays(TestPages.chinese(TODAY)).days(CALENDAR);
        assertThat(days.strip()).hasSize(30);
        assertThat(days.strip().get(0).style()).isEqualTo("s-wd");
        assertThat(days.strip().get(5).style()).isEqualTo("s-we");
        assertThat(days.strip().get(25).style()).as("1 January 2027").isEqualTo("s-open");
    }

    @Test
    void whatFallsWithinThirtyDaysIsOnTheStripAndInTheList() {
        Days days = new HomeDays(TestPages.chinese(TODAY))
                .with(mandate(TODAY.plusDays(29)))
                .days(CALENDAR);
        assertThat(days.events()).singleElement().satisfies(event -> {
            assertThat(event.iso()).isEqualTo("2027-01-05");
            assertThat(event.says()).isEqualTo("您的授权到期");
        });
        assertThat(days.strip().getLast().event()).isEqualTo("授权");
    }

    private static Due due(String id, String name, LocalDate day, boolean settled) {
        return new Due(
                id,
                Words.same(name),
                Words.same("税务"),
                Words.same("11 月"),
                day,
                day,
                settled,
                "an article",
                Words.same(""));
    }

    @Test
    void theReturnsOfOneDayAreToldTogetherAndLeadToTheCalendar() {
        LocalDate day = LocalDate.of(2026, 12, 15);
        HomeDays days = new HomeDays(TestPages.chinese(TODAY))
                .withFilings(List.of(
                        due("vat/2026-11", "增值税", day, true),
                        due("tax/2026-11", "个税", day, true),
                        due("vat/2026-12", "增值税", LocalDate.of(2027, 1, 4), false)));
        assertThat(days.next()).hasValueSatisfying(next -> assertThat(next).contains("增值税、个税"));
        assertThat(days.days(CALENDAR).events())
                .extracting(HomeView.Event::says, HomeView.Event::href)
                .containsExactly(tuple("增值税、个税", "/my/calendar"), tuple("增值税（可能顺延）", "/my/calendar"));
    }

    @Test
    void whatLiesFurtherAwayIsNamedAsTheNextDate() {
        HomeDays days = new HomeDays(TestPages.chinese(TODAY)).with(mandate(TODAY.plusDays(30)));
        assertThat(days.days(CALENDAR).events()).isEmpty();
        assertThat(days.next()).hasValueSatisfying(next -> assertThat(next).contains("2027", "授权到期"));
    }

    @Test
    void whoseRightDoesNotEndHasNoDate() {
        HomeDays days =
                new HomeDays(TestPages.chinese(TODAY)).with(mandate(null)).with(List.of());
        assertThat(days.next()).isEmpty();
        assertThat(days.days(CALENDAR).none()).isEqualTo("这 30 天没有截止的事。");
    }
}
