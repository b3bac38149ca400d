package org.rongyi.city.utilities;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rongyi.city.calendar.CalendarYearMissing;
import org.rongyi.city.calendar.WorkingCalendar;
import org.rongyi.city.utilities.SlotFinder.Span;
import org.rongyi.city.utilities.UtilityBook.Crew;
import org.rongyi.city.utilities.UtilityBook.Utility;
import org.rongyi.rules.Outcome;
import org.rongyi.rules.Row;

/// Who could come, and when: crews by area and skill, their hours on working days, less what they are promised for.
final class CrewCalendar {
    private final UtilityBook book;
    private final WorkingCalendar calendar;
    private final ZoneId zone;

    CrewCalendar(UtilityBook book, WorkingCalendar calendar, ZoneId zone) {
        this.book = book;
        this.calendar = calendar;
        this.zone = zone;
    }

    /// Crews of the operator that serve the place and can do what is wanted. A skill whose condition cannot be told is
    /// asked for: nobody shall come in vain.
    List<Crew> able(Utility utility, String area, Map<String, Object> wanted, LocalDate asOf) {
        List<String> needed = utility.skills().stream()
                .filter(skill ->
                        skill.when() == null || !(skill.when().decide(Row.of(wanted), asOf) instanceof Outcome.Fails))
                .map(UtilityBook.Skill::id)
                .toList();
        return book.crews().stream()
                .filter(crew -> crew.utility().equals(utility.id())
                        && crew.serves(area)
                        && crew.skills().containsAll(needed))
                .toList();
    }

    /// The last day on which a survey can be: so many working days ahead, or as far as the calendar knows.
    LocalDate until(LocalDate today) {
        LocalDate last = today;
        LocalDate day = today;
        try {
            for (int left = book.survey().aheadWorkingDays(); left > 0; ) {
                day = day.plusDays(1);
                if (calendar.isWorkingDay(day)) {
                    last = day;
                    left--;
                }
            }
        } catch (CalendarYearMissing noTableYet) {
            return last;
        }
        return last;
    }

    /// When these crews have nothing else to do; whoever has least is named first.
    ///
    /// @param last day that counts
    /// @param taken by crew
    Map<String, List<Span>> free(List<Crew> crews, Instant from, LocalDate last, Map<String, List<Span>> taken) {
        List<Crew> order = new ArrayList<>(crews);
        order.sort(Comparator.comparingInt(
                        (Crew crew) -> taken.getOrDefault(crew.id(), List.of()).size())
                .thenComparing(Crew::id));
        Map<String, List<Span>> free = new LinkedHashMap<>();
        for (Crew crew : order) {
            free.put(crew.id(), SlotFinder.without(hours(crew, from, last), taken.getOrDefault(crew.id(), List.of())));
        }
        return free;
    }

    private List<Span> hours(Crew crew, Instant from, LocalDate last) {
        List<Span> spans = new ArrayList<>();
        for (LocalDate day = LocalDate.ofInstant(from, zone); !day.isAfter(last); day = day.plusDays(1)) {
            if (!works(crew, day)) {
                continue;
            }
            for (UtilityBook.Hours hours : crew.hours()) {
                Instant begin = day.atTime(hours.from()).atZone(zone).toInstant();
                Instant end = day.atTime(hours.to()).atZone(zone).toInstant();
                if (end.isAfter(from)) {
                    spans.add(new Span(begin.isBefore(from) ? from : begin, end));
                }
            }
        }
        return spans;
    }

    private boolean works(Crew crew, LocalDate day) {
        return crew.weekdays().contains(day.getDayOfWeek())
                && crew.off().stream().noneMatch(days -> days.holds(day))
                && calendar.isWorkingDay(day);
    }
}
