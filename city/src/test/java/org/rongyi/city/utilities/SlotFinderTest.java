package org.rongyi.city.utilities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rongyi.city.utilities.SlotFinder.Span;

/// A time at which all can come is found whenever there is one, the earliest first: held against trying every moment.
class SlotFinderTest {
    private static final Instant MORNING = Instant.parse("2026-11-24T01:00:00Z");
    private static final int HORIZON = 600;

    private static Instant at(int minute) {
        return MORNING.plusSeconds(60L * minute);
    }

    private static Span span(int from, int to) {
        return new Span(at(from), at(to));
    }

    private static SlotFinder finder(int length, int every) {
        return new SlotFinder(Duration.ofMinutes(length), Duration.ofMinutes(every));
    }

    @Test
    void onRandomCalendarsTheEarliestCommonTimesAreFoundAndNoneIsPassedOver() {
        int some = 0;
        int none = 0;
        for (int seed = 0; seed < 3_000; seed++) {
            int number = seed;
            Random random = new Random(seed);
            int length = 10 + random.nextInt(12) * 10;
            int every = List.of(5, 15, 30, 60).get(random.nextInt(4));
            Map<String, Map<String, List<Span>>> free = calendars(random);
            List<Slot> found = finder(length, every).earliest(free, 7);
            List<Instant> tried = tried(free, length, every, 7);
            assertThat(found.stream().map(Slot::from))
                    .as("seed %d: %d minutes every %d in %s", seed, length, every, free)
                    .isEqualTo(tried);
            assertThat(found)
                    .allSatisfy(slot -> assertThat(slot.crews().keySet()).isEqualTo(free.keySet()));
            assertThat(found)
                    .allSatisfy(slot -> slot.crews()
                            .forEach((operator, crew) -> assertThat(covers(
                                            free.getOrDefault(operator, Map.of())
                                                    .getOrDefault(crew, List.of()),
                                            slot.from(),
                                            length))
                                    .as("seed %d: %s of %s is free", number, crew, operator)
                                    .isTrue()));
            if (tried.isEmpty()) {
                none++;
            } else {
                some++;
            }
        }
        assertThat(some).as("calendars with a common time").isGreaterThan(500);
        assertThat(none).as("calendars without one").isGreaterThan(500);
    }

    private static Map<String, Map<String, List<Span>>> calendars(Random random) {
        Map<String, Map<String, List<Span>>> free = new LinkedHashMap<>();
        int operators = 1 + random.nextInt(4);
        for (int operator = 0; operator < operators; operator++) {
            Map<String, List<Span>> crews = new LinkedHashMap<>();
            int many = random.nextInt(4);
            for (int crew = 0; crew < many; crew++) {
                List<Span> spans = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    int from = random.nextInt(HORIZON - 60);
                    int to = Math.min(HORIZON, from + random.nextInt(260));
                    spans.add(span(from, to));
                    if (random.nextInt(4) == 0) {
                        spans.add(span(to, Math.min(HORIZON, to + 40))); // touches the one before
                    }
                }
                crews.put("crew-" + crew, spans);
            }
            free.put("operator-" + operator, crews);
        }
        return free;
    }

    /// Every moment of the grid, every minute of the survey.
    private static List<Instant> tried(Map<String, Map<String, List<Span>>> free, int length, int every, int limit) {
        List<Instant> found = new ArrayList<>();
        for (int minute = 0; minute <= HORIZON && found.size() < limit; minute++) {
            Instant from = at(minute);
            if (from.getEpochSecond() % (every * 60L) == 0
                    && free.values().stream()
                            .allMatch(
                                    crews -> crews.values().stream().anyMatch(spans -> covers(spans, from, length)))) {
                found.add(from);
            }
        }
        return found;
    }

    private static boolean covers(List<Span> spans, Instant from, int minutes) {
        for (int minute = 0; minute < minutes; minute++) {
            Instant begin = from.plusSeconds(60L * minute);
            Instant end = begin.plusSeconds(60);
            if (spans.stream().noneMatch(span -> span.holds(begin, end))) {
                return false;
            }
        }
        return true;
    }

    @Test
    void oneCrewThatIsFreeWhenTheOtherIsNotStandsInForIt() {
        Map<String, Map<String, List<Span>>> free = Map.of(
                "power", Map.of("a", List.of(span(0, 60)), "b", List.of(span(120, 240))),
                "gas", Map.of("c", List.of(span(30, 180))));
        assertThat(finder(60, 30).earliest(free, 9))
                .containsExactly(new Slot(at(120), at(180), Map.of("power", "b", "gas", "c")));
    }

    @Test
    void anOperatorWithoutACrewHasNoTimeAndNobodyAskedIsNoSurvey() {
        assertThat(finder(60, 30).earliest(Map.of("power", Map.of(), "gas", Map.of("c", List.of(span(0, 600)))), 3))
                .isEmpty();
        assertThat(finder(60, 30).earliest(Map.of(), 3)).isEmpty();
    }

    @Test
    void whatIsBookedIsCutOut() {
        assertThat(SlotFinder.without(List.of(span(0, 100), span(100, 200)), List.of(span(50, 120), span(190, 300))))
                .containsExactly(span(0, 50), span(120, 190));
        assertThat(SlotFinder.without(List.of(span(0, 100)), List.of(span(0, 100))))
                .isEmpty();
    }
}
