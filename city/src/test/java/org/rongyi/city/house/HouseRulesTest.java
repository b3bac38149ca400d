package org.rongyi.city.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rongyi.city.CityApplication;
import org.rongyi.planted.Violations;
import org.rongyi.planted.unmarked.Unmarked;
import org.springframework.modulith.core.ApplicationModules;

class HouseRulesTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.rongyi.city", "org.rongyi.definitions", "org.rongyi.rules");

    /// Rule → the class under `org.rongyi.planted` that breaks it.
    private static final Map<String, List<Class<?>>> PLANTED = Map.of(
            "field injection", List.of(Violations.InjectsIntoAField.class),
            "time is a parameter", List.of(Violations.ReadsTheClock.class, Violations.ReadsTheMillis.class),
            "one clock", List.of(Violations.MakesAClock.class),
            "old dates", List.of(Violations.UsesOldDates.class),
            "beans behind the door", List.of(Violations.OpenController.class, Violations.OpenService.class),
            "generic exceptions", List.of(Violations.ThrowsAnything.class),
            "terminal", List.of(Violations.WritesToTheTerminal.class),
            "small doors", List.of(Violations.WideDoor.class),
            "null is said", List.of(Unmarked.class),
            "static state", List.of(Violations.KeepsState.class));

    static Stream<Arguments> rules() {
        return HouseRules.all().entrySet().stream().map(rule -> Arguments.of(rule.getKey(), rule.getValue()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theHouseKeepsTheRule(String name, ArchRule rule) {
        assertThat(rule.evaluate(HOUSE).getFailureReport().getDetails())
                .as(name)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aPlantedViolationBreaksTheRule(String name, ArchRule rule) {
        assertThat(PLANTED.get(name))
                .isNotEmpty()
                .allSatisfy(planted -> assertThat(rule.evaluate(new ClassFileImporter().importClasses(planted))
                                .hasViolation())
                        .as("%s breaks %s", planted, name)
                        .isTrue());
    }

    @Test
    void theHouseIsReallyRead() {
        assertThat(HOUSE.stream().map(type -> type.getPackageName().replaceFirst("(org\\.rongyi\\.\\w+).*", "$1")))
                .contains("org.rongyi.city", "org.rongyi.definitions", "org.rongyi.rules");
    }

    @Test
    void roomsUseOnlyTheDoorsOfTheRoomsThatTheyName() {
        ApplicationModules rooms = ApplicationModules.of(CityApplication.class);
        assertThat(rooms.stream().map(room -> room.getIdentifier().toString()))
                .contains("vocabulary", "elements", "areas", "calendar", "identity", "enterprises", "policies", "ui");
        assertThat(rooms.detectViolations().getMessages()).isEmpty();
    }

    /// A room says in its package-info which rooms it uses. One in the tests' folder comes first on the
    /// class path, and a room without a word of its own may use all.
    @Test
    void noTestHidesWhatARoomDeclares() {
        Repository repository = Repository.read();
        Set<String> declared = Set.copyOf(repository.paths("city/src/main/java/", "package-info.java"));
        assertThat(repository.paths("city/src/test/java/", "package-info.java").stream()
                        .map(path -> path.replace("/src/test/", "/src/main/")))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(declared);
    }

    @Test
    void aPlantedRoomThatReachesUpIsFound() {
        ApplicationModules rooms = ApplicationModules.of("org.rongyi.planted.rooms", location -> true);
        assertThat(rooms.detectViolations().getMessages())
                .anySatisfy(message -> assertThat(message).contains("below").contains("above"));
    }
}
