package org.rongyi.city.utilities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.utilities.Connection.Visit;
import org.rongyi.city.utilities.Connections.Booking;
import org.rongyi.city.vocabulary.PastTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/// One time for all operators; no crew is promised twice, and what is given up is free again.
@CityTest
class SurveyBookingTest {
    private final Connections connections;
    private final VisitTable visits;
    private final UtilityScene scene;

    @Autowired
    SurveyBookingTest(Connections connections, VisitTable visits, People people) {
        this.connections = connections;
        this.visits = visits;
        this.scene = new UtilityScene(connections, people);
    }

    private Connection now(Connection before, Acting owner) {
        return connections.find(before.id(), owner).orElseThrow();
    }

    @Test
    void manyAtOnceNeverBookOneCrewTwice() throws Exception {
        List<Callable<Booking>> all = new ArrayList<>();
        Instant at = null;
        for (int i = 0; i < 6; i++) {
            Acting owner = scene.owner();
            Connection asked = scene.apply(owner, UtilityScene.WEST, "power");
            Instant start = at == null ? scene.slot(asked, owner, 0, "power") : at;
            at = start;
            all.add(() -> connections.book(asked.id(), Set.of("power"), start, "", owner));
        }
        List<Booking> bookings = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Booking> each : threads.invokeAll(all)) {
                bookings.add(each.get());
            }
        }
        assertThat(bookings)
                .filteredOn(Booking.Booked.class::isInstance)
                .as("one crew, one place")
                .hasSize(1);
        assertThat(bookings).filteredOn(Booking.Taken.class::isInstance).hasSize(5);
    }

    @Test
    void theDatabaseItselfPromisesNoCrewTwice() {
        Acting owner = scene.owner();
        Connection asked = scene.apply(owner, UtilityScene.CENTRE, "water", "telecom");
        Visit visit = scene.booked(asked, owner, "water");
        Slot slot = new Slot(visit.startsAt().plusSeconds(600), visit.endsAt().plusSeconds(600), Map.of());
        long telecom = asked.request("telecom").orElseThrow().id();
        assertThatThrownBy(() -> visits.book(
                        visit.id(), telecom, visit.of("water").orElseThrow().crew(), slot))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("crew_is_at_one_place");
    }

    @Test
    void whatWasGivenUpIsFreeForOthers() {
        Acting owner = scene.owner();
        Connection asked = scene.apply(owner, UtilityScene.WEST, "power", "water");
        Visit visit = scene.booked(asked, owner, "power", "water");
        Acting second = scene.owner();
        Connection other = scene.apply(second, UtilityScene.WEST, "power");
        assertThat(connections.book(other.id(), Set.of("power"), visit.startsAt(), "", second))
                .isInstanceOf(Booking.Taken.class);
        assertThat(connections.withdraw(asked.id(), "power", "不接了", owner)).isTrue();
        assertThat(now(asked, owner).visits().getLast().crews())
                .as("the water crew still comes")
                .singleElement()
                .matches(crew -> crew.utility().equals("water"));
        assertThat(connections.book(other.id(), Set.of("power"), visit.startsAt(), "", second))
                .isInstanceOf(Booking.Booked.class);
    }

    @Test
    void theSameTimeBookedTwiceIsOneVisit() {
        Acting owner = scene.owner();
        Connection asked = scene.apply(owner, UtilityScene.CENTRE, "water", "telecom");
        Visit visit = scene.booked(asked, owner, "water", "telecom");
        assertThat(connections.book(asked.id(), Set.of("water", "telecom"), visit.startsAt(), "", owner))
                .isEqualTo(new Booking.Booked(visit));
        assertThat(connections.book(asked.id(), Set.of("water"), visit.startsAt(), "", owner))
                .as("one of them alone is another visit")
                .isInstanceOf(Booking.ReasonMissing.class);
        assertThat(now(asked, owner).visits()).hasSize(1);
    }

    @Test
    void aTimeThatNobodyOfferedIsTaken() {
        Acting owner = scene.owner();
        Connection asked = scene.apply(owner, UtilityScene.CENTRE, "water");
        for (Instant start : List.of(Instant.MIN, Instant.parse("2026-11-24T18:00:00Z"), Instant.MAX)) {
            assertThat(connections.book(asked.id(), Set.of("water"), start, "", owner))
                    .as("%s", start)
                    .isInstanceOf(Booking.Taken.class);
        }
    }

    @Test
    void aSurveyToWhichNobodyCameIsMovedTheDayAfter() {
        Acting owner = scene.owner();
        Connection asked = scene.apply(owner, UtilityScene.CENTRE, "water");
        Visit visit = scene.booked(asked, owner, "water");
        Set<String> water = Set.of("water");
        PastTime.at(visit.endsAt().plusSeconds(60), () -> {
            Instant later = scene.slot(asked, owner, 0, "water");
            assertThat(connections.book(asked.id(), water, later, "没人来", owner))
                    .as("the crew may still sign")
                    .isInstanceOf(Booking.TooLate.class);
        });
        PastTime.at(visit.endsAt().plus(Duration.ofDays(1)), () -> {
            Instant later = scene.slot(asked, owner, 0, "water");
            assertThat(connections.book(asked.id(), water, later, "没人来", owner)).isInstanceOf(Booking.Booked.class);
        });
    }
}
