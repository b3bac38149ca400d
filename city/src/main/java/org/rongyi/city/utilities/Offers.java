package org.rongyi.city.utilities;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.calendar.CalendarYearMissing;
import org.rongyi.city.calendar.WorkingCalendar;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.utilities.Connection.State;
import org.rongyi.city.utilities.ConnectionTable.Bare;
import org.rongyi.city.utilities.OperatorDesk.Fault;
import org.rongyi.city.utilities.OperatorDesk.Offering;
import org.springframework.stereotype.Component;

/// Takes a plan and a quote, whoever brings it: an officer or the operator's own system. Within the transaction of the
/// caller, who holds the application.
@Component
class Offers {
    private static final int LONGEST_WORKS = 250;
    private static final int LONGEST_VALID = 250;
    private static final BigDecimal MOST_YUAN = new BigDecimal("1000000000");
    private static final int WORKING_DAYS_OF_A_WEEK = 5;
    private static final int DAYS_OF_A_WEEK = 7;

    private final PlanTable plans;
    private final ConnectionCourse course;
    private final UtilityBook book;
    private final WorkingCalendar calendar;
    private final CityWords city;
    private final Clock clock;

    Offers(
            PlanTable plans,
            ConnectionCourse course,
            UtilityBook book,
            WorkingCalendar calendar,
            CityWords city,
            Clock clock) {
        this.plans = plans;
        this.course = course;
        this.book = book;
        this.calendar = calendar;
        this.city = city;
        this.clock = clock;
    }

    Offering offer(Bare request, NewPlan offered, String by) {
        boolean voltage = offered.kilovolts() != null || book.voltageCounts(request.utility());
        NewPlan plan = voltage ? offered : offered.withoutVoltage();
        if (request.state() != State.SURVEYED) {
            return new Offering.NotNow();
        }
        LocalDate today = city.today(clock);
        Set<Fault> faults = faults(plan, today);
        if (!faults.isEmpty()) {
            return new Offering.Refused(faults);
        }
        // The case first: where it was refused or withdrawn at this moment, nothing was written yet.
        boolean told = course.offered(
                request,
                // The clock rings within a working day; whoever reads the date has all of that day.
                Math.min(LONGEST_VALID, workingDays(today, Objects.requireNonNull(plan.validUntil())) + 1),
                Objects.requireNonNull(plan.worksDays()),
                plan.words());
        if (!told) {
            return new Offering.NotNow();
        }
        plans.offer(request.id(), plan, by, clock.instant());
        return new Offering.Offered();
    }

    /// Beyond the tables of the calendar by weeks: whoever reads the date reads the one that the operator wrote.
    private int workingDays(LocalDate today, LocalDate until) {
        try {
            return Math.max(1, calendar.between(today, until));
        } catch (CalendarYearMissing notYet) {
            return Math.max(1, (int) ChronoUnit.DAYS.between(today, until) * WORKING_DAYS_OF_A_WEEK / DAYS_OF_A_WEEK);
        }
    }

    private Set<Fault> faults(NewPlan plan, LocalDate today) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        if (plan.words().isBlank() || plan.words().length() > NewPlan.LONGEST_WORDS) {
            faults.add(Fault.WORDS);
        }
        if (!within(plan.metres(), NewPlan.MOST_METRES)) {
            faults.add(Fault.METRES);
        }
        if (!within(plan.kilovolts(), NewPlan.MOST_KILOVOLTS)) {
            faults.add(Fault.KILOVOLTS);
        }
        BigDecimal quote = plan.quoteYuan();
        if (quote == null || quote.signum() < 0 || quote.compareTo(MOST_YUAN) > 0 || quote.scale() > 2) {
            faults.add(Fault.QUOTE);
        }
        LocalDate until = plan.validUntil();
        if (until == null || !until.isAfter(today) || workingDays(today, until) > LONGEST_VALID) {
            faults.add(Fault.VALID_UNTIL);
        }
        Integer days = plan.worksDays();
        Integer metres = plan.metres();
        if (days == null || days < 1 || days > LONGEST_WORKS || metres != null && days > longest(metres)) {
            faults.add(Fault.WORKS_DAYS);
        }
        if (plan.permits().stream().anyMatch(permit -> book.permit(permit).isEmpty())) {
            faults.add(Fault.PERMITS);
        }
        return faults;
    }

    private static boolean within(@Nullable Integer number, int most) {
        return number != null && number >= 0 && number <= most;
    }

    private int longest(int metres) {
        return book.worksLimit(metres).map(UtilityBook.WorksLimit::workingDays).orElse(LONGEST_WORKS);
    }
}
