package org.rongyi.city.utilities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.calendar.WorkingCalendar;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.identity.People;
import org.rongyi.city.utilities.SlotFinder.Span;
import org.rongyi.city.utilities.UtilityBook.Crew;
import org.rongyi.city.utilities.UtilityBook.Utility;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.springframework.beans.factory.annotation.Autowired;

/// What differs between two cities stands in their files; a fault in one is told with its place.
@CityTest
class UtilityBookTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @TempDir
    Path folder;

    @Autowired
    private Elements elements;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private UtilityBook city;

    @Autowired
    private People people;

    private UtilityBook yunxi() {
        return BookFile.read(Path.of("src/test/resources/cities/yunxi/utilities.yaml"), elements);
    }

    private UtilityBook read(String text) throws IOException {
        return BookFile.read(Files.writeString(folder.resolve("utilities.yaml"), text), elements);
    }

    @Test
    void aCityWithoutAFileConnectsNothing() {
        assertThat(BookFile.read(folder.resolve("none.yaml"), elements).exists())
                .isFalse();
    }

    @Test
    void everyFaultIsToldWithItsPlace() {
        assertThatThrownBy(() -> read("""
                        survey: {minutes: 5}
                        utilities:
                          - {id: site, name: 一, unit: 甲, asks: [noSuchElement], skills: [{id: x, when: 用水管径 >}]}
                          - {id: gas, name: 二, unit: 乙, asks: [utilityKinds], price: 3}
                          - {id: gas, name: 三, unit: 丙, asks: [gasHourly]}
                        crews:
                          - {id: a, utility: heat, name: 甲, accounts: [], areas: ["9"], hours: [9-12],
                             off: [2026-12-04..2026-12-01]}
                          - {id: a, utility: gas, name: 乙, accounts: [b], areas: ["9"], weekdays: [SOMEDAY],
                             hours: [09:00-12:00]}
                          - {id: c, utility: site, name: 丙, accounts: [b], areas: ["9"], hours: [09:00-12:00]}
                        permits:
                          - {id: road, name: 路, unit: 城管, workingDays: 21, basis: 无,
                             exempt: [{utilities: [steam], upToMetres: 2, basis: 无}]}
                        """))
                .isInstanceOf(FaultyCityFiles.class)
                .hasMessageContainingAll(
                        "(5) must be 10 to 480",
                        "stands for what is measured once",
                        "no element (noSuchElement)",
                        "several values",
                        "(price)",
                        "(gas) is here for the second time",
                        "(heat) is none of",
                        "nobody could sign",
                        "(b) signs for (gas) already",
                        "(9-12) are no hours",
                        "(2026-12-04..2026-12-01) are no days",
                        "(a) is here for the second time",
                        "(SOMEDAY)",
                        "(21) must be 1 to 20",
                        "(steam) is none of");
    }

    @Test
    void aSmallCityWithItsOwnUtilitiesCrewsAndHoursIsServedByTheSameCode() {
        UtilityBook book = yunxi();
        CrewCalendar crews = new CrewCalendar(book, calendar, TestClock.SHANGHAI);
        Utility heat = book.utility("heat").orElseThrow();
        Utility water = book.utility("water").orElseThrow();
        Map<String, Object> thin = Map.of("waterPipe", new BigDecimal(50));
        assertThat(crews.able(water, "990101003", thin, MONDAY))
                .extracting(Crew::id)
                .containsExactly("water-1");
        assertThat(crews.able(water, "990101", Map.of("waterPipe", new BigDecimal(150)), MONDAY))
                .as("nobody can do a pipe so wide")
                .isEmpty();
        assertThat(crews.able(water, "990101", Map.of(), MONDAY))
                .as("how wide is not known")
                .isEmpty();
        assertThat(crews.able(water, "990122", thin, MONDAY)).as("elsewhere").isEmpty();

        Instant ten = MONDAY.plusDays(1).atTime(8, 0).atZone(TestClock.SHANGHAI).toInstant();
        LocalDate until = crews.until(MONDAY);
        assertThat(until).isEqualTo(LocalDate.of(2026, 11, 26));
        Map<String, Map<String, List<Span>>> free = new LinkedHashMap<>();
        free.put("heat", crews.free(crews.able(heat, "990101", Map.of(), MONDAY), ten, until, Map.of()));
        free.put("water", crews.free(crews.able(water, "990101", thin, MONDAY), ten, until, Map.of()));
        List<Slot> slots = new SlotFinder(Duration.ofMinutes(90), Duration.ofMinutes(30)).earliest(free, 9);
        assertThat(slots)
                .as("on Tuesday the heat crew rests; water is there until half past eleven")
                .extracting(slot ->
                        slot.from().atZone(TestClock.SHANGHAI).toLocalDateTime().toString())
                .containsExactly("2026-11-25T10:00", "2026-11-26T10:00");
    }

    @Test
    void worksThatARuleExemptsAreOnlyFiledAndTheRuleSaysWhatIsNotVerified() {
        assertThat(yunxi().permit("street").orElseThrow().exemption("heat", 20, 0))
                .isPresent();
        assertThat(yunxi().permit("street").orElseThrow().exemption("heat", 21, 0))
                .isEmpty();
        UtilityBook.PermitKind road = city.permit("road").orElseThrow();
        assertThat(road.exemption("water", 200, 0)).isPresent();
        assertThat(road.exemption("gas", 201, 0)).isEmpty();
        assertThat(road.exemption("power", 500, 10)).isPresent();
        assertThat(road.exemption("power", 500, 35)).as("a higher voltage").isEmpty();
        assertThat(road.exemption("telecom", 1, 0)).isEmpty();
        assertThat(city.permits()).allSatisfy(permit -> {
            assertThat(permit.basis().zh()).isNotBlank();
            assertThat(permit.verify().zh()).as("nobody has verified it").isNotBlank();
            assertThat(permit.exempt())
                    .allSatisfy(rule -> assertThat(rule.verify().zh()).isNotBlank());
        });
        assertThat(city.worksLimit(0).orElseThrow().workingDays()).isEqualTo(1);
        assertThat(city.worksLimit(150).orElseThrow().workingDays()).isEqualTo(10);
    }

    @Test
    void everyCrewOfTheDemoHasAnAccountOfItsOperator() {
        assertThat(city.crews()).isNotEmpty().allSatisfy(crew -> {
            String unit = city.utility(crew.utility()).orElseThrow().unit();
            assertThat(crew.accounts())
                    .allSatisfy(account -> assertThat(
                                    people.find(account).orElseThrow().department())
                            .isEqualTo(unit));
        });
    }
}
