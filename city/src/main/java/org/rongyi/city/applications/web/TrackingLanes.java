package org.rongyi.city.applications.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Applications.Tracked;
import org.rongyi.city.applications.Part;
import org.rongyi.city.applications.web.TrackingView.Bar;
import org.rongyi.city.applications.web.TrackingView.Cell;
import org.rongyi.city.calendar.CalendarYearMissing;
import org.rongyi.city.calendar.WorkingCalendar;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.CaseFile;
import org.rongyi.city.cases.CaseFile.Running;
import org.rongyi.city.cases.Entry;
import org.rongyi.city.ui.Page;
import org.springframework.stereotype.Component;

/// Draws an application along its working days: what is done, what is planned, when a clock stood still, where we are.
@Component
class TrackingLanes {
    private static final String DONE = "l-done";
    private static final String WAIT = "l-wait";
    private static final String FIX = "l-fix";
    private static final String REST = "l-rest";
    private static final String CORRECTION = "correction";
    private static final double HALF = 0.5;
    private static final int MOST_CELLS = 40;
    private static final int MOST_NAMED_CELLS = 12;
    private static final int MOST_PAUSE_CELLS = 5;

    private final WorkingCalendar calendar;

    TrackingLanes(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /// The bars of all parts upon one axis.
    ///
    /// @param bars item to its bars
    /// @param ends item to the day on which it is planned to be decided
    record Lanes(DayAxis axis, Map<String, List<Bar>> bars, Map<String, LocalDate> ends) {}

    Lanes of(Page page, Tracked tracked) {
        LocalDate today = page.today();
        Instant handedIn = tracked.application().handedInAt();
        LocalDate first = handedIn == null ? today : day(page, handedIn);
        DayAxis reach = DayAxis.of(calendar, first, today);
        Map<String, LocalDate> starts = new HashMap<>();
        Map<String, LocalDate> ends = new HashMap<>();
        LocalDate last = today;
        for (Part part : tracked.parts()) {
            plan(page, reach, part, starts, ends);
            LocalDate end = ends.get(part.item().id());
            last = end != null && end.isAfter(last) ? end : last;
        }
        DayAxis axis = DayAxis.of(calendar, first, last);
        Map<String, List<Bar>> bars = new HashMap<>();
        for (Part part : tracked.parts()) {
            bars.put(part.item().id(), bars(page, axis, part, starts, ends));
        }
        return new Lanes(axis, bars, ends);
    }

    /// When a part that is not decided is planned to begin and to end. Whose time nobody has published has no end.
    private static void plan(
            Page page, DayAxis reach, Part part, Map<String, LocalDate> starts, Map<String, LocalDate> ends) {
        LocalDate today = page.today();
        Integer days = part.days();
        if (part.state() == Part.State.WAITING) {
            LocalDate start = part.waitsFor().stream()
                    .flatMap(item -> Optional.ofNullable(ends.get(item)).stream())
                    .max(LocalDate::compareTo)
                    .orElse(today);
            starts.put(part.item().id(), start);
            if (days != null && part.waitsFor().stream().allMatch(ends::containsKey)) {
                ends.put(part.item().id(), reach.plus(start, days));
            }
        } else if (part.state() == Part.State.OPEN) {
            Optional<Running> decision = decision(part);
            Instant due = decision.map(Running::dueAt).orElse(null);
            if (due != null) {
                LocalDate day = day(page, due);
                ends.put(part.item().id(), day.isBefore(today) ? today : day);
            } else {
                Integer left = decision.map(Running::leftWorkingDays).orElse(days);
                if (left != null) {
                    ends.put(part.item().id(), reach.plus(today, left));
                }
            }
        } else if (part.state() == Part.State.GRANTED) {
            decided(part).ifPresent(at -> ends.put(part.item().id(), day(page, at)));
        }
    }

    private static Optional<Running> decision(Part part) {
        return Optional.ofNullable(part.file()).stream()
                .flatMap(file -> file.clocks().stream())
                .filter(clock -> clock.clock().id().equals("decision") && clock.stoppedAt() == null)
                .findFirst();
    }

    private List<Bar> bars(
            Page page, DayAxis axis, Part part, Map<String, LocalDate> starts, Map<String, LocalDate> ends) {
        List<Bar> bars = new ArrayList<>();
        LocalDate end = ends.get(part.item().id());
        Case now = part.now();
        if (part.state() == Part.State.WAITING && end != null) {
            double from = axis.cell(starts.getOrDefault(part.item().id(), page.today())) + HALF;
            bars.add(axis.bar(WAIT, from, Math.max(from + HALF, axis.cell(end) + 1)));
        }
        if (now == null) {
            return bars;
        }
        double begun = axis.cell(day(page, now.openedAt()));
        double today = axis.cell(page.today()) + HALF;
        boolean open = part.state() == Part.State.OPEN;
        double until = open
                ? Math.max(begun + HALF, today)
                : axis.cell(decided(part).map(at -> day(page, at)).orElse(page.today())) + 1;
        if (open && end != null) {
            bars.add(axis.bar(WAIT, begun, Math.max(until, axis.cell(end) + 1)));
        }
        bars.addAll(worked(page, axis, part, begun, until));
        return bars;
    }

    /// What was worked on, and where a clock stood still meanwhile.
    private static List<Bar> worked(Page page, DayAxis axis, Part part, double begun, double until) {
        List<Bar> bars = new ArrayList<>();
        List<Bar> pauses = new ArrayList<>();
        double from = begun;
        for (CaseFile.Pause pause : pauses(part)) {
            double stood = Math.clamp(axis.cell(day(page, pause.begunAt())) + HALF, from, until);
            Instant ended = pause.endedAt();
            double ran = ended == null
                    ? Math.max(until, stood + HALF)
                    : Math.clamp(axis.cell(day(page, ended)) + HALF, stood, until);
            if (stood > from) {
                bars.add(axis.bar(DONE, from, stood));
            }
            if (ran > stood) {
                pauses.add(axis.bar(CORRECTION.equals(pause.reason().id()) ? FIX : REST, stood, ran));
            }
            from = ran;
        }
        if (until > from) {
            bars.add(axis.bar(DONE, from, until));
        }
        bars.addAll(pauses);
        return bars;
    }

    private static List<CaseFile.Pause> pauses(Part part) {
        return Optional.ofNullable(part.file()).stream()
                .flatMap(file -> file.clocks().stream())
                .flatMap(clock -> clock.pauses().stream())
                .sorted((one, other) -> one.begunAt().compareTo(other.begunAt()))
                .toList();
    }

    /// When it was granted or refused, or the case was closed otherwise.
    static Optional<Instant> decided(Part part) {
        Case now = part.now();
        return Optional.ofNullable(part.file()).stream()
                .flatMap(file -> file.timeline().stream())
                .filter(entry -> entry.what() == Entry.What.MOVED
                        && now != null
                        && now.kind()
                                .event(String.valueOf(entry.subject()))
                                .filter(event -> event.decides())
                                .isPresent())
                .map(Entry::at)
                .reduce((_, later) -> later)
                .or(() -> Optional.ofNullable(now).map(Case::closedAt));
    }

    /// The clock that ends last of those that run or stand, day by day. Empty where none does.
    Optional<Strip> clock(Page page, Tracked tracked, Lanes lanes) {
        return tracked.in(Part.State.OPEN).stream()
                .filter(part -> active(part).isPresent())
                .max((one, other) -> end(lanes, one).compareTo(end(lanes, other)))
                .flatMap(part -> active(part).map(clock -> strip(page, lanes, part, clock)));
    }

    private static LocalDate end(Lanes lanes, Part part) {
        return lanes.ends().getOrDefault(part.item().id(), LocalDate.MIN);
    }

    /// The department's own clock: how long the applicant may take to correct is another one.
    private static Optional<Running> active(Part part) {
        return Optional.ofNullable(part.file()).stream()
                .flatMap(file -> file.clocks().stream())
                .filter(clock ->
                        clock.stoppedAt() == null && !clock.clock().id().equals(CORRECTION))
                .reduce((_, later) -> later);
    }

    /// What is known about a clock.
    ///
    /// @param until the day on which it ends; null where nobody can say
    record Strip(
            Part part,
            Running clock,
            int used,
            int stood,
            int left,
            @Nullable LocalDate until,
            List<Cell> cells) {}

    private Strip strip(Page page, Lanes lanes, Part part, Running clock) {
        LocalDate today = page.today();
        Instant due = clock.dueAt();
        int length = clock.lengthWorkingDays();
        int left = due == null ? clock.leftWorkingDays() : Math.clamp(between(today, day(page, due)), 0, length);
        int used = Math.max(0, length - left);
        LocalDate begun = day(page, clock.startedAt());
        int stood = Math.max(0, between(begun, today) - used);
        LocalDate until = due == null ? lanes.axis().plus(today, left) : day(page, due);
        return new Strip(part, clock, used, stood, left, until, cells(page, clock, begun, used, stood, left));
    }

    private List<Cell> cells(Page page, Running clock, LocalDate begun, int used, int stood, int left) {
        int drawn = Math.min(stood, MOST_PAUSE_CELLS);
        int all = used + drawn + left;
        if (all == 0 || all > MOST_CELLS) {
            return List.of();
        }
        boolean names = all <= MOST_NAMED_CELLS;
        boolean unbroken = stood == 0 || clock.stands() && clock.pauses().size() == 1;
        List<Cell> cells = new ArrayList<>();
        for (int place = 0; place < all; place++) {
            boolean past = place < used;
            boolean rest = !past && place < used + drawn;
            String look = past ? DONE : rest ? rest(clock) : WAIT;
            boolean named = names && !rest && (!past || unbroken);
            LocalDate from = past ? begun : page.today();
            int days = past ? place + 1 : place + 1 - used - drawn;
            cells.add(new Cell(
                    look,
                    percent(place, all, 0.08),
                    percent(0.84, all, 0),
                    percent(place + HALF, all, 0),
                    named ? name(page, from, days) : ""));
        }
        return cells;
    }

    private static String rest(Running clock) {
        return clock.pauses().stream()
                        .anyMatch(pause -> CORRECTION.equals(pause.reason().id()))
                ? FIX
                : REST;
    }

    private static String percent(double place, int all, double more) {
        return String.format(Locale.ROOT, "%.2f%%", (place + more) * 100 / all);
    }

    private String name(Page page, LocalDate from, int days) {
        try {
            return dayName(page, calendar.plus(from, days));
        } catch (CalendarYearMissing theEnd) {
            return "";
        }
    }

    /// Short: there are many side by side.
    static String dayName(Page page, LocalDate day) {
        return page.say(day.getDayOfMonth() + " 日", Integer.toString(day.getDayOfMonth()));
    }

    private int between(LocalDate from, LocalDate to) {
        try {
            return calendar.between(from, to);
        } catch (CalendarYearMissing theEnd) {
            return 0;
        }
    }

    private static LocalDate day(Page page, Instant instant) {
        return LocalDate.ofInstant(instant, page.city().zone());
    }
}
