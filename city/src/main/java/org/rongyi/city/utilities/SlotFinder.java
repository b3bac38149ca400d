package org.rongyi.city.utilities;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds when all can come. For each operator the times at which one of its crews could begin are put together; what
/// they have in common are the times at which the survey can begin. No time that exists is passed over, and none is
/// tried in vain, however many crews there are.
final class SlotFinder {
    private final Duration length;
    private final Duration every;

    /// @param every surveys begin at a multiple of it
    SlotFinder(Duration length, Duration every) {
        if (length.getSeconds() < 1 || every.getSeconds() < 1) {
            throw new IllegalArgumentException("a survey of (" + length + ") every (" + every + ")\nMaybe minutes.");
        }
        this.length = length;
        this.every = every;
    }

    /// From the first moment up to, without, the last.
    record Span(Instant from, Instant to) {
        boolean holds(Instant begin, Instant end) {
            return !begin.isBefore(from) && !end.isAfter(to);
        }
    }

    /// @param free of each operator, by crew, when it has nothing else to do; the crew named first is asked first
    /// @param limit so many at most
    List<Slot> earliest(Map<String, ? extends Map<String, List<Span>>> free, int limit) {
        if (free.isEmpty()) {
            return List.of();
        }
        Map<String, Map<String, List<Span>>> whole = new LinkedHashMap<>();
        free.forEach((operator, crews) -> {
            Map<String, List<Span>> joined = new LinkedHashMap<>();
            crews.forEach((crew, spans) -> joined.put(crew, join(spans)));
            whole.put(operator, joined);
        });
        List<Span> common = null;
        for (Map<String, List<Span>> crews : whole.values()) {
            List<Span> own = starts(crews);
            common = common == null ? own : both(common, own);
        }
        List<Slot> slots = new ArrayList<>();
        for (Span starts : common == null ? List.<Span>of() : common) {
            for (Instant at = onTheGrid(starts.from());
                    !at.isAfter(starts.to()) && slots.size() < limit;
                    at = at.plus(every)) {
                Slot slot = slot(at, whole);
                if (slots.isEmpty() || slots.getLast().from().isBefore(at)) {
                    slots.add(slot);
                }
            }
        }
        return List.copyOf(slots);
    }

    private Instant onTheGrid(Instant from) {
        long step = every.getSeconds();
        long seconds = from.getEpochSecond() + (from.getNano() > 0 ? 1 : 0);
        return Instant.ofEpochSecond(Math.ceilDiv(seconds, step) * step);
    }

    private Slot slot(Instant at, Map<String, Map<String, List<Span>>> whole) {
        Instant end = at.plus(length);
        Map<String, String> crews = new LinkedHashMap<>();
        whole.forEach((operator, own) -> own.forEach((crew, spans) -> {
            if (spans.stream().anyMatch(span -> span.holds(at, end))) {
                crews.putIfAbsent(operator, crew);
            }
        }));
        return new Slot(at, end, crews);
    }

    /// Both ends are moments at which somebody of the operator could begin.
    private List<Span> starts(Map<String, List<Span>> crews) {
        List<Span> starts = new ArrayList<>();
        crews.values()
                .forEach(spans -> spans.forEach(span -> {
                    Instant last = span.to().minus(length);
                    if (!last.isBefore(span.from())) {
                        starts.add(new Span(span.from(), last));
                    }
                }));
        return join(starts);
    }

    /// In order, with those that touch or overlap as one.
    private static List<Span> join(List<Span> spans) {
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparing(Span::from));
        List<Span> joined = new ArrayList<>();
        for (Span span : sorted) {
            if (span.to().isBefore(span.from())) {
                continue;
            }
            Span before = joined.isEmpty() ? null : joined.getLast();
            if (before == null || span.from().isAfter(before.to())) {
                joined.add(span);
            } else if (span.to().isAfter(before.to())) {
                joined.set(joined.size() - 1, new Span(before.from(), span.to()));
            }
        }
        return joined;
    }

    /// Both lists are in order and without overlap.
    private static List<Span> both(List<Span> one, List<Span> other) {
        List<Span> both = new ArrayList<>();
        for (int i = 0, j = 0; i < one.size() && j < other.size(); ) {
            Span a = one.get(i);
            Span b = other.get(j);
            Instant from = a.from().isAfter(b.from()) ? a.from() : b.from();
            Instant to = a.to().isBefore(b.to()) ? a.to() : b.to();
            if (!from.isAfter(to)) {
                both.add(new Span(from, to));
            }
            if (a.to().isBefore(b.to())) {
                i++;
            } else {
                j++;
            }
        }
        return both;
    }

    /// What is left of the spans without those that are taken.
    static List<Span> without(List<Span> spans, List<Span> taken) {
        List<Span> left = join(spans);
        for (Span gone : taken) {
            List<Span> rest = new ArrayList<>();
            for (Span span : left) {
                if (gone.to().isAfter(span.from()) && gone.from().isBefore(span.to())) {
                    if (gone.from().isAfter(span.from())) {
                        rest.add(new Span(span.from(), gone.from()));
                    }
                    if (gone.to().isBefore(span.to())) {
                        rest.add(new Span(gone.to(), span.to()));
                    }
                } else {
                    rest.add(span);
                }
            }
            left = rest;
        }
        return left;
    }
}
